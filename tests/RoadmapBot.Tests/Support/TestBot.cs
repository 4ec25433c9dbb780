using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace RoadmapBot.Tests.Support;

/// <summary>
/// The bot on a port of its own, in Development, on a real SQLite file, with a loopback connector as its Teams. Built from the product's own
/// <c>Program</c>; only the clock may be another, and a seam may be made to fail.
/// </summary>
internal sealed class TestBot : IRunningBot, IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly Changes _changes;
    private readonly WebApplicationFactory<Program> _factory;

    private TestBot(WebApplicationFactory<Program> factory, string folder, bool ownsFolder, FakeConnector connector, HttpClient http, LogRecord log, Changes changes)
    {
        (_factory, _folder, _ownsFolder, Connector, Http, Log, _changes) = (factory, folder, ownsFolder, connector, http, log, changes);
    }

    private sealed record Changes(TimeProvider? Clock, Action<IServiceCollection>? Services, (string Key, string Value)[] Settings);

    public FakeConnector Connector { get; }

    public HttpClient Http { get; }

    public string Account => "28:bot";

    public LogRecord Log { get; }

    /// <summary>The SQLite file.</summary>
    public string Database => Path.Combine(_folder, "bot.db");

    public IServiceProvider Services => _factory.Services;

    /// <param name="folder">Where the database lies; a folder of its own, removed afterwards, where null.</param>
    /// <param name="services">Puts something of a test's own in the place of a seam.</param>
    public static Task<TestBot> Start(
        string? folder = null, FakeConnector? connector = null, TimeProvider? clock = null, Action<IServiceCollection>? services = null,
        params (string Key, string Value)[] settings) =>
        Start(folder, connector, new Changes(clock, services, settings));

    private static async Task<TestBot> Start(string? folder, FakeConnector? connector, Changes changes)
    {
        var place = folder ?? Directory.CreateTempSubdirectory("roadmapbot-test-").FullName;
        var log = new LogRecord();
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Storage:ConnectionString", $"Data Source={Path.Combine(place, "bot.db")}");
            host.UseSetting("Local:HistoryFile", Path.Combine(place, "chats.jsonl"));
            host.UseSetting("Anonymity:KeyFile", Path.Combine(place, "anonymity.key"));
            host.UseSetting("Logging:LogLevel:Default", "Warning");
            host.UseSetting("Logging:Console:LogLevel:Default", "None");
            foreach (var (key, value) in changes.Settings)
                host.UseSetting(key, value);
            host.ConfigureTestServices(services =>
            {
                services.AddLogging(logging => logging.AddProvider(log));
                if (changes.Clock is not null)
                    services.Replace(ServiceDescriptor.Singleton(changes.Clock));
                changes.Services?.Invoke(services);
            });
        });
        factory.UseKestrel();
        factory.StartServer();
        var http = factory.CreateClient();
        return new TestBot(factory, place, folder is null, connector ?? await FakeConnector.Start(), http, log, changes);
    }

    /// <summary>Stops the bot and starts it again at the same address, on the same database, with the same Teams and settings.</summary>
    public async Task<TestBot> Restart()
    {
        var address = Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        await _factory.DisposeAsync();
        Http.Dispose();
        return await Start(_folder, Connector, _changes with { Settings = [.. _changes.Settings, ("urls", address)] });
    }

    /// <summary>A person in a personal chat with the bot.</summary>
    public Participant Person(string name, string tenant = "tenant-1") => new(this, name, tenant);

    /// <summary>Waits until nothing is left to send or do but what a later day asks, reminds or ends.</summary>
    public Task Quiet() => Without("SELECT Id FROM work WHERE Kind NOT IN ('ask-progress', 'campaign', 'pass')");

    /// <summary>Waits until everything is done that was due by that moment.</summary>
    public Task Done(DateTimeOffset by) => Without($"SELECT Id FROM work WHERE Due <= {by.UtcTicks}");

    /// <summary>Waits until no draft is under way.</summary>
    public Task Drafted() => Without("SELECT Id FROM work WHERE Kind = 'draft'");

    /// <summary>Waits until nothing is left to send.</summary>
    public Task Sent() => Without("SELECT Id FROM work WHERE Kind = 'message'");

    /// <summary>Lets a day pass and waits until the night's work for anonymous pain points is done.</summary>
    public async Task Night(FastClock clock)
    {
        const string Due = "SELECT Due FROM work WHERE Kind = 'anonymous'";
        var due = Query(Due).Single();
        clock.Advance(TimeSpan.FromDays(1));
        await Without($"{Due} AND Due = {due}");
        await Sent();
    }

    /// <summary>How many rows all tables hold together.</summary>
    public long Rows() =>
        Query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'")
            .Sum(table => long.Parse(Query($"SELECT COUNT(*) FROM \"{table}\"").Single(), System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The first column of what a statement finds in the bot's database, as text.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database}");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add(reader.GetValue(0).ToString()!);
        return found;
    }

    private async Task Without(string work)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Query(work).Count > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Http.Dispose();
        await Connector.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_ownsFolder)
            Directory.Delete(_folder, recursive: true);
    }
}
