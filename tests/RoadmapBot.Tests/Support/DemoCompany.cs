using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Discovery;
using RoadmapBot.Hosting;
using RoadmapBot.Web;

namespace RoadmapBot.Tests.Support;

/// <summary>The sample company after its people have taken part, shared by the tests of a class.</summary>
public sealed class DemoCompany : IAsyncLifetime
{
    private static readonly string Prompts = Path.Combine(AppContext.BaseDirectory, "prompts");

    internal TestBot Bot { get; private set; } = null!;

    internal DemoScript Script { get; } = DemoScript.Load(Prompts);

    internal DemoPlay Play { get; private set; } = null!;

    /// <summary>What the play told, a line for each step.</summary>
    internal List<string> Told { get; } = [];

    internal LocalChats Chats => Bot.Services.GetRequiredService<LocalChats>();

    public async ValueTask InitializeAsync()
    {
        var clock = new FastClock();
        Bot = await TestBot.Start(clock: clock);
        var line = new DemoLine(Bot.Http, Chats, clock, CancellationToken.None);
        Play = new DemoPlay(Script, Bot.Services.GetRequiredService<Questions>().Guides, line, Tell);
        await Play.Run();
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private void Tell(string step)
    {
        lock (Told)
            Told.Add(step);
    }
}
