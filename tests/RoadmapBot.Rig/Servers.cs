namespace RoadmapBot.Rig;

/// <summary>Servers that figures share, started when the first asks.</summary>
internal sealed class Servers : IAsyncDisposable
{
    private Task<PostgresCluster>? _postgres;
    private SharedBot? _shared;

    public Task<PostgresCluster> Postgres() => _postgres ??= PostgresCluster.Start();

    /// <summary>Of one program at a time: a mutant's bot takes the place of the last one's.</summary>
    public async Task<SharedBot> Shared(BotProgram program)
    {
        if (_shared is { } running && (!ReferenceEquals(running.World.Program, program) || !running.Bot.IsAlive))
        {
            await running.DisposeAsync();
            _shared = null;
        }

        return _shared ??= await SharedBot.Start(program);
    }

    public async ValueTask DisposeAsync()
    {
        if (_shared is not null)
            await _shared.DisposeAsync();
        if (_postgres is not null)
            await (await _postgres).DisposeAsync();
    }
}
