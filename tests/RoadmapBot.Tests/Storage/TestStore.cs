using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Storage;

/// <summary>The product's own storage on a database of its own: on the server, or on a SQLite file where there is none.</summary>
internal sealed class TestStore : IAsyncDisposable
{
    private readonly Func<Task> _drop;
    private readonly ServiceProvider _services;

    private TestStore(StorageProvider provider, string connection, Func<Task> drop)
    {
        (Connection, _drop) = (connection, drop);
        _services = Process(provider, connection);
    }

    public string Connection { get; }

    public ManualClock Clock { get; } = new();

    public IServiceProvider Services => _services;

    /// <param name="server">Null for SQLite.</param>
    public static async Task<TestStore> Empty(PostgresServer? server)
    {
        if (server is not null)
        {
            var database = await server.CreateDatabase();
            return new TestStore(StorageProvider.PostgreSql, database, () => server.DropDatabase(database));
        }

        var folder = Directory.CreateTempSubdirectory("roadmapbot-store-");
        var file = $"Data Source={Path.Combine(folder.FullName, "bot.db")}";
        return new TestStore(StorageProvider.Sqlite, file, () =>
        {
            using (var connection = new SqliteConnection(file))
                SqliteConnection.ClearPool(connection);
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc cref="Empty"/>
    public static async Task<TestStore> Prepared(PostgresServer? server)
    {
        var store = await Empty(server);
        await Schema.Prepare(store.Services, default);
        return store;
    }

    /// <summary>The storage of one more process on this database.</summary>
    public ServiceProvider Process() => Process(Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<StorageOptions>>().Value.Provider, Connection);

    /// <summary>One unit of work: begun, acted in, committed.</summary>
    public async Task<bool> Commit(Func<IServiceProvider, Task> act)
    {
        await using var scope = _services.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        await unit.Begin(default);
        await act(scope.ServiceProvider);
        return await unit.Commit(default);
    }

    /// <inheritdoc cref="Commit(Func{IServiceProvider, Task})"/>
    public Task<bool> Commit<TStore>(Action<TStore> act) where TStore : notnull => Commit(services =>
    {
        act(services.GetRequiredService<TStore>());
        return Task.CompletedTask;
    });

    /// <summary>SQLite's file.</summary>
    public string File => new SqliteConnectionStringBuilder(Connection).DataSource;

    /// <summary>A question to a store in a scope of its own, so that what it answers comes from the database.</summary>
    public async Task<T> Ask<TStore, T>(Func<TStore, Task<T>> ask) where TStore : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TStore>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _drop();
    }

    private ServiceProvider Process(StorageProvider provider, string connection)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = $"{provider}",
            ["Storage:ConnectionString"] = connection,
        }).Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging()
            .AddStorage(settings)
            .BuildServiceProvider(validateScopes: true);
    }
}
