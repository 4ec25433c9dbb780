using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Storage;

public sealed class SchemaOnSqlite() : SchemaTests(null)
{
    [Fact]
    public async Task A_lock_left_by_a_process_that_died_in_a_migration_stops_no_start()
    {
        await Execute(
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-22 10:00:00');
            """);

        await Schema.Prepare(Store.Services, None).WaitAsync(TimeSpan.FromSeconds(20), None);
        Assert.Empty(await Pending());
    }

    [Fact]
    public async Task Commits_are_synced_in_full_and_readers_do_not_wait()
    {
        await Schema.Prepare(Store.Services, None);
        Assert.Equal("wal", await Ask("PRAGMA journal_mode"));
        Assert.Equal("2", await Ask("PRAGMA synchronous"));
    }

    [Fact]
    public async Task The_folder_is_made()
    {
        Directory.Delete(Path.GetDirectoryName(Store.File)!);
        await Schema.Prepare(Store.Services, None);
        Assert.True(File.Exists(Store.File));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_with_its_mend()
    {
        Directory.Delete(Path.GetDirectoryName(Store.File)!);
        await File.WriteAllTextAsync(Path.GetDirectoryName(Store.File)!, "", None);

        var fault = await Assert.ThrowsAsync<SchemaException>(() => Schema.Prepare(Store.Services, None));
        Assert.Contains(Path.GetDirectoryName(Store.File)!, fault.Message, StringComparison.Ordinal);
        Assert.Contains("Storage:ConnectionString", fault.Message, StringComparison.Ordinal);

        File.Delete(Path.GetDirectoryName(Store.File)!);
        Directory.CreateDirectory(Path.GetDirectoryName(Store.File)!);
    }
}

public sealed class SchemaOnPostgres(PostgresServer server) : SchemaTests(server)
{
    [Fact]
    public async Task States_are_json_and_texts_are_compared_byte_by_byte()
    {
        await Schema.Prepare(Store.Services, None);
        Assert.Equal("json", await Ask("SELECT string_agg(DISTINCT data_type, ',') FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'State'"));
        Assert.Equal("C", await Ask(
            """
            SELECT string_agg(DISTINCT coalesce(collation_name, 'the database''s'), ',') FROM information_schema.columns
            WHERE table_schema = 'public' AND data_type = 'text'
            """));
    }

    [Fact]
    public async Task Processes_that_start_at_once_on_an_empty_database_all_come_up()
    {
        await using var second = Store.Process();
        await using var third = Store.Process();
        await using var fourth = Store.Process();
        await Task.WhenAll(new[] { Store.Services, second, third, fourth }.Select(process => Task.Run(() => Schema.Prepare(process, None))));
        Assert.Empty(await Pending());
    }

    [Fact]
    public async Task A_process_that_dies_in_the_middle_of_its_migration_leaves_nothing_half_done_and_stops_no_start()
    {
        await using var dying = Store.Process();
        await using var other = new NpgsqlConnection($"{Store.Connection};Pooling=false");
        await other.OpenAsync(None);
        Task start;
        await using (await other.BeginTransactionAsync(None))
        {
            await using var table = new NpgsqlCommand("CREATE TABLE members ()", other); // the migration has to wait here, with tables made before it
            await table.ExecuteNonQueryAsync(None);
            start = Task.Run(() => Schema.Prepare(dying, None), TestContext.Current.CancellationToken);
            const string Waiting = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%CREATE TABLE%'";
            while (await Ask($"SELECT count(*) {Waiting}") is "0")
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
            await Ask($"SELECT pg_terminate_backend(pid) {Waiting}");
            await Assert.ThrowsAnyAsync<Exception>(() => start);
        }

        Assert.Equal("0", await Ask("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public' AND table_name = 'chats'"));
        await Schema.Prepare(Store.Services, None);
        Assert.Empty(await Pending());
    }
}

public abstract class SchemaTests(PostgresServer? server) : IAsyncLifetime
{
    private protected static readonly CancellationToken None = CancellationToken.None;

    private TestStore? _store;

    private protected TestStore Store => _store!;

    public async ValueTask InitializeAsync() => _store = await TestStore.Empty(server);

    public async ValueTask DisposeAsync()
    {
        if (_store is not null)
            await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_empty_database_is_brought_to_the_schema_and_a_second_start_changes_nothing()
    {
        Assert.NotEmpty(await Pending());
        await Schema.Prepare(Store.Services, None);
        Assert.Empty(await Pending());
        await Schema.Prepare(Store.Services, None);
        Assert.True(await Store.Commit<RoadmapBot.Engagements.IEngagementStore>(store => store.Save(Samples.AMember)));
    }

    [Fact]
    public async Task The_migrations_are_up_to_date_with_the_model() =>
        Assert.False(await Store.Ask<RoadmapBotDb, bool>(db => Task.FromResult(db.Database.HasPendingModelChanges())));

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_with_its_mend()
    {
        await Schema.Prepare(Store.Services, None);
        await Execute("""INSERT INTO "__EFMigrationsHistory" VALUES ('20991231000000_FromTheFuture', '99.0')""");

        var fault = await Assert.ThrowsAsync<SchemaException>(() => Schema.Prepare(Store.Services, None));
        Assert.Contains("20991231000000_FromTheFuture", fault.Message, StringComparison.Ordinal);
        Assert.Contains("run the newer version, or restore a backup", fault.Message, StringComparison.Ordinal);
        Assert.Equal(fault.Message, (await Assert.ThrowsAsync<SchemaException>(() => Schema.Require(Store.Services, None))).Message);
    }

    [Fact]
    public async Task A_command_that_only_reads_changes_no_schema()
    {
        Assert.Contains(this is SchemaOnSqlite ? "There is no database at" : "older version", (await Assert.ThrowsAsync<SchemaException>(() => Schema.Require(Store.Services, None))).Message, StringComparison.Ordinal);
        Assert.NotEmpty(await Pending());
    }

    private protected Task<string[]> Pending() =>
        Store.Ask<RoadmapBotDb, string[]>(async db => [.. await db.Database.GetPendingMigrationsAsync(None)]);

    private protected Task<int> Execute(string sql) => Store.Ask<RoadmapBotDb, int>(db => db.Database.ExecuteSqlRawAsync(sql, None));

    private protected Task<string?> Ask(string sql) => Store.Ask<RoadmapBotDb, string?>(async db =>
    {
        await db.Database.OpenConnectionAsync(None);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the tests' own text
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(await command.ExecuteScalarAsync(None), CultureInfo.InvariantCulture);
    });
}
