using RoadmapBot.Rig.Figures;

namespace RoadmapBot.Rig;

/// <summary>The table of contents.</summary>
internal static class All
{
    public static IReadOnlyList<Figure> Figures { get; } =
    [
        new("R1", "duplicates, SQLite", Duplicates.OnSqlite),
        new("R1p", "duplicates, PostgreSQL with two instances", Duplicates.OnPostgres, Tool.Postgres),
        new("R2", "kill -9, SQLite", Kills.OnSqlite),
        new("R2p", "kill -9 of one of two instances, PostgreSQL", Kills.OnPostgres, Tool.Postgres),
        new("R3", "synced to disk before the answer", SyncOrder.Measure, Tool.Strace),
        new("R4", "outgoing messages under mixed faults", Outgoing.Measure),
        new("R6", "acknowledged while Teams hangs", SlowTeams.Measure),
        new("R8", "database locked by another program, SQLite", StoreFaults.OnSqlite),
        new("R8p", "database away, PostgreSQL", StoreFaults.OnPostgres, Tool.Postgres),
    ];
}

/// <summary>Servers that figures share, started when the first asks.</summary>
internal sealed class Servers : IAsyncDisposable
{
    private Task<PostgresCluster>? _postgres;

    public Task<PostgresCluster> Postgres() => _postgres ??= PostgresCluster.Start();

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await (await _postgres).DisposeAsync();
    }
}
