using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace RoadmapBot.Tests.Support;

/// <summary>
/// The bot on a port of its own, in Development, on a real SQLite file, with a loopback connector as its Teams. Built from the product's own
/// <c>Program</c>; only the clock may be another.
/// </summary>
internal sealed class TestBot : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _ownsFolder;
    private readonly WebApplicationFactory<Program> _factory;

    private TestBot(WebApplicationFactory<Program> factory, string folder, bool ownsFolder, FakeConnector connector, HttpClient http)
    {
        (_factory, _folder, _ownsFolder, Connector, Http) = (factory, folder, ownsFolder, connector, http);
    }

    public FakeConnector Connector { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _factory.Services;

    /// <param name="folder">Where the database lies; a folder of its own, removed afterwards, where null.</param>
    public static async Task<TestBot> Start(string? folder = null, FakeConnector? connector = null, TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var place = folder ?? Directory.CreateTempSubdirectory("roadmapbot-test-").FullName;
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Storage:ConnectionString", $"Data Source={Path.Combine(place, "bot.db")}");
            host.UseSetting("Local:HistoryFile", Path.Combine(place, "chats.jsonl"));
            host.UseSetting("Logging:LogLevel:Default", "Warning");
            foreach (var (key, value) in settings)
                host.UseSetting(key, value);
            if (clock is not null)
                host.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(clock)));
        });
        factory.UseKestrel();
        factory.StartServer();
        var http = factory.CreateClient();
        return new TestBot(factory, place, folder is null, connector ?? await FakeConnector.Start(), http);
    }

    /// <summary>Stops the bot and starts it again at the same address, on the same database and with the same Teams.</summary>
    public async Task<TestBot> Restart()
    {
        var address = Http.BaseAddress!.GetLeftPart(UriPartial.Authority);
        await _factory.DisposeAsync();
        Http.Dispose();
        return await Start(_folder, Connector, settings: ("urls", address));
    }

    /// <summary>A person in a personal chat with the bot.</summary>
    public Participant Person(string name, string tenant = "tenant-1") => new(this, name, tenant);

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        Http.Dispose();
        await Connector.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (_ownsFolder)
            Directory.Delete(_folder, recursive: true);
    }
}
