using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig;

/// <summary>One instance on SQLite that several figures talk to, each in tenants of its own.</summary>
internal sealed class SharedBot : IAsyncDisposable
{
    private Task<RightsWorld>? _rights;

    private SharedBot(World world, BotProcess bot) => (World, Bot) = (world, bot);

    public World World { get; }

    public BotProcess Bot { get; }

    public static async Task<SharedBot> Start(BotProgram program)
    {
        var world = await World.Make(program, null);
        var tenants = Enumerable.Range(1, 8).Select(number => ($"Teams:AllowedTenants:{number}", $"tenant-{number}"));
        return new SharedBot(world, await world.StartBot([.. tenants]));
    }

    /// <summary>Three tenants with everything in them.</summary>
    public Task<RightsWorld> Rights() => _rights ??= RightsWorld.Make(Bot, World.Night);

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
