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
        new("S1", "forged and honest senders", Entry.Measure),
        new("S2", "malformed and naughty input", Malformed.Measure),
        new("S3", "floods of slow, large, deep and packed bodies", Floods.Measure),
        new("S4", "what is others' is neither shown nor changed", Isolation.Measure),
        new("S5", "captured presses replayed", Isolation.Replay),
        new("S8", "anonymous pain points", Anonymity.Measure),
        new("S9", "secrets in log, health and telemetry", Secrets.Measure),
        new("S10", "erased words in the database's files, SQLite", Erasure.OnSqlite),
        new("S10p", "erased words in any row, PostgreSQL", Erasure.OnPostgres, Tool.Postgres),
    ];
}

