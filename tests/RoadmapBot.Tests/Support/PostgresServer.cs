using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using RoadmapBot.Tests.Support;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace RoadmapBot.Tests.Support;

/// <summary>
/// A PostgreSQL cluster of this test run's own, from Debian's binaries, on a free loopback port; started when the first test asks for a database.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>
    /// Starts the server, says so, stops or starts it when told, and waits for its input to end: however this process ends, the server stops and its folder is removed. Nothing
    /// that the server inherits is a pipe of ours, else we would wait for ever for its end.
    /// </summary>
    private const string Script =
        """
        trap : INT TERM HUP
        start() {
          "$1/pg_ctl" -D "$2/data" -w -l "$2/log" -o "-c listen_addresses=127.0.0.1 -p $3 -c unix_socket_directories= -c fsync=off" start </dev/null >>"$2/log" 2>&1
        }
        stop() {
          "$1/pg_ctl" -D "$2/data" -m immediate stop </dev/null >>"$2/log" 2>&1
        }
        cd / && mkdir -m 700 "$2" || exit 1
        if "$1/initdb" -D "$2/data" -U bot -A trust -E UTF8 --locale=C.UTF-8 --no-sync </dev/null >"$2/log" 2>&1 &&
           start "$@"
        then echo ready
        else cat "$2/log"
        fi
        while read -r order
        do "$order" "$@" && echo ready || cat "$2/log"
        done
        stop "$@"
        rm -rf "$2"
        """;

    private readonly SemaphoreSlim _one = new(1);
    private Process? _process;
    private string? _connection;
    private int _databases;

    /// <summary>An empty database; skips the test where there is no PostgreSQL, and fails it under <c>CI=true</c>.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabase()
    {
        var server = await Started();
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}");
        await Execute(server, $"CREATE DATABASE {name}");
        return $"{server};Database={name}";
    }

    /// <summary>Ends whatever is still connected to it.</summary>
    public Task DropDatabase(string connection) =>
        Execute(_connection!, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");

    public async ValueTask DisposeAsync()
    {
        _one.Dispose();
        if (_process is null)
            return;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Ends the server as a crash would, or starts it again. Only for a server that no other test uses.</summary>
    public async Task Order(bool runs)
    {
        await _process!.StandardInput.WriteLineAsync(runs ? "start" : "stop");
        if (await _process.StandardOutput.ReadLineAsync() is not "ready")
            throw new InvalidOperationException("PostgreSQL did not do as it was told.");
    }

    private async Task<string> Started()
    {
        await _one.WaitAsync();
        try
        {
            return _connection ??= await Start(Binaries() ?? throw Absent());
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<string> Start(string binaries)
    {
        var port = FreePort();
        var folder = Path.Combine(Path.GetTempPath(), $"roadmapbot-postgres-{Environment.ProcessId}-{port}");
        string[] run = ["sh", "-c", Script, "sh", binaries, folder, port.ToString(CultureInfo.InvariantCulture)];
        if (Environment.IsPrivilegedProcess)
            run = ["runuser", "-u", "postgres", "--", .. run]; // the server refuses root
        _process = Process.Start(new ProcessStartInfo(run[0], run[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        if (await _process.StandardOutput.ReadLineAsync() is "ready")
            return $"Host=127.0.0.1;Port={port};Username=bot;Maximum Pool Size=20";
        _process.StandardInput.Close();
        throw new InvalidOperationException($"PostgreSQL did not start: {await _process.StandardOutput.ReadToEndAsync()}");
    }

    private static string? Binaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Max(StringComparer.Ordinal)
        : null;

    private static Exception Absent()
    {
        const string Mend = "PostgreSQL is not installed: apt-get install postgresql";
        if (Environment.GetEnvironmentVariable("CI") is not "true")
            Assert.Skip(Mend);
        return new InvalidOperationException(Mend);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Execute(string server, string command)
    {
        await using var connection = new NpgsqlConnection($"{server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var sql = new NpgsqlCommand(command, connection);
        await sql.ExecuteNonQueryAsync();
    }
}
