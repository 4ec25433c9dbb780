using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace RoadmapBot.Rig;

/// <summary>The bot's database, read from beside it.</summary>
internal abstract class Store : IAsyncDisposable
{
    /// <summary>The value of the setting <c>Storage:Provider</c>.</summary>
    public abstract string Provider { get; }

    public abstract string Connection { get; }

    protected abstract string AsText { get; }

    public async Task<long> Count(string table, CancellationToken cancel = default) => await Read($"SELECT COUNT(*) FROM {table}", cancel) is [var count] ? long.Parse(count, CultureInfo.InvariantCulture) : 0;

    /// <summary>How many rows all tables hold together; for SQLite only.</summary>
    public async Task<long> Rows()
    {
        long rows = 0;
        foreach (var table in Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"))
            rows += await Count($"\"{table}\"");
        return rows;
    }

    /// <summary>The first column of what a statement finds, as text.</summary>
    public IReadOnlyList<string> Query(string sql) => Read(sql, default).GetAwaiter().GetResult();

    /// <summary>What people have said: the stored form of all interviews and pain points.</summary>
    public async Task<IReadOnlyList<string>> Said() =>
        [.. await Read($"SELECT {AsText} FROM interviews", default), .. await Read($"SELECT {AsText} FROM pain_points", default)];

    /// <summary>Everything that the database holds, as text: the bytes of its files, where it has files of its own, or else all rows.</summary>
    public abstract Task<IReadOnlyList<string>> Everything();

    /// <summary>Null where the database is sound, else what is wrong with it.</summary>
    public abstract Task<string?> Fault();

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected abstract DbConnection Open();

    protected async Task<IReadOnlyList<string>> Read(string sql, CancellationToken cancel)
    {
        await using var connection = Open();
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancel))
            rows.Add(reader.GetValue(0).ToString()!);
        return rows;
    }
}

/// <inheritdoc/>
internal sealed class SqliteStore(string file) : Store
{
    public string File => file;

    public override string Provider => "Sqlite";

    public override string Connection => $"Data Source={file}";

    protected override string AsText => "\"State\"";

    public override async Task<IReadOnlyList<string>> Everything()
    {
        var texts = new List<string>();
        foreach (var part in Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"))
        {
            using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            texts.Add(await reader.ReadToEndAsync());
        }

        return texts;
    }

    public override async Task<string?> Fault() => await Read("PRAGMA integrity_check", default) is ["ok"] ? null : "integrity_check fails";

    /// <summary>Holds the one lock that writers need, as another program at the file would.</summary>
    public async Task<SqliteConnection> Lock()
    {
        var connection = new SqliteConnection($"{Connection};Pooling=False"); // a pooled one would keep the lock after its end
        await connection.OpenAsync();
        await using var begin = new SqliteCommand("BEGIN IMMEDIATE", connection);
        await begin.ExecuteNonQueryAsync();
        return connection;
    }

    protected override DbConnection Open() => new SqliteConnection($"Data Source={file};Pooling=False");
}

/// <inheritdoc/>
internal sealed class PostgresStore(string connection) : Store
{
    public override string Provider => "PostgreSql";

    public override string Connection => connection;

    protected override string AsText => "\"State\"::text";

    public override async Task<IReadOnlyList<string>> Everything()
    {
        var texts = new List<string>();
        foreach (var table in await Read("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'", default))
            texts.AddRange(await Read($"SELECT one::text FROM \"{table}\" one", default));
        return texts;
    }

    public override Task<string?> Fault() => Task.FromResult<string?>(null);

    protected override DbConnection Open() => new NpgsqlConnection($"{connection};Pooling=false");
}
