namespace RoadmapBot.Tests.Support;

/// <summary>The bot in Development, shared by the tests of a class.</summary>
public sealed class Local : IAsyncLifetime
{
    internal TestBot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bot = await TestBot.Start();

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
