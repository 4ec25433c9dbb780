using System.Text.Json;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Storage;

/// <summary>
/// A contract that holds on every database: a suite derives from this, and from the suite one class for SQLite and one for PostgreSQL.
/// </summary>
public abstract class StoreTests(PostgresServer? server) : IAsyncLifetime
{
    private protected static readonly CancellationToken None = CancellationToken.None;

    private TestStore? _store;

    private protected TestStore Store => _store!;

    private protected ManualClock Clock => Store.Clock;

    public async ValueTask InitializeAsync() => _store = await TestStore.Prepared(server);

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Equal in every member, and in the order of every list.</summary>
    private protected static void Same<T>(T expected, T actual)
    {
        Assert.Equivalent(expected, actual, strict: true);
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
    }
}
