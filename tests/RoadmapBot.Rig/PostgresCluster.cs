using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace RoadmapBot.Rig;

/// <summary>A PostgreSQL cluster of one run's own, from Debian's binaries, on a free loopback port; commits are synced to disk, as they are where the bot is served.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string _binaries;
    private readonly string _folder;
    private readonly int _port;
    private int _databases;

    private PostgresCluster(string binaries, string folder, int port) => (_binaries, _folder, _port) = (binaries, folder, port);

    private string Server => $"Host=127.0.0.1;Port={_port};Username=bot;Maximum Pool Size=20";

    /// <summary>The folder of Debian's newest server programs; null where there is none.</summary>
    public static string? Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Max(StringComparer.Ordinal)
        : null;

    public static async Task<PostgresCluster> Start()
    {
        var binaries = Binaries() ?? throw new InvalidOperationException("PostgreSQL is not installed: apt-get install postgresql");
        var port = BotProcess.FreePort();
        var cluster = new PostgresCluster(binaries, Path.Combine(Path.GetTempPath(), $"roadmapbot-rig-postgres-{port}"), port);
        await Run($"mkdir -m 700 {cluster._folder} && {binaries}/initdb -D {cluster._folder}/data -U bot -A trust -E UTF8 --locale=C.UTF-8 --no-sync");
        await cluster.Up();
        return cluster;
    }

    public async Task<string> CreateDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"rig{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection($"{Server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return $"{Server};Database={name}";
    }

    public Task Up() => Run($"{_binaries}/pg_ctl -D {_folder}/data -w -l {_folder}/log -o \"-c listen_addresses=127.0.0.1 -p {_port} -c unix_socket_directories=\" start");

    /// <summary>As if its machine had lost power: nothing is finished or flushed.</summary>
    public Task Down() => Run($"{_binaries}/pg_ctl -D {_folder}/data -m immediate stop");

    public async ValueTask DisposeAsync()
    {
        await Run($"{_binaries}/pg_ctl -D {_folder}/data -m immediate stop; rm -rf {_folder}");
    }

    /// <summary>The server refuses root. Nothing that it inherits is a pipe of ours, else we would wait for ever for its end.</summary>
    private static async Task Run(string command)
    {
        string[] run = ["sh", "-c", $"cd / && {{ {command}; }} </dev/null >/dev/null 2>&1"];
        if (Environment.IsPrivilegedProcess)
            run = ["runuser", "-u", "postgres", "--", .. run];
        using var process = Process.Start(run[0], run[1..]);
        await process.WaitForExitAsync();
    }
}
