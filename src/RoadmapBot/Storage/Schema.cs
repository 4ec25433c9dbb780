using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RoadmapBot.Storage;

/// <summary>The database does not fit this program; the message says how to mend it.</summary>
internal sealed class SchemaException(string message) : Exception(message);

/// <summary>Brings the database to this program's schema before the first turn.</summary>
internal static class Schema
{
    /// <exception cref="SchemaException">The database was written by a newer version of the program.</exception>
    public static async Task Prepare(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoadmapBotDb>();
        if (db is SqliteDb)
            MakeFolder(db.Database.GetConnectionString()!);
        var newer = (await db.Database.GetAppliedMigrationsAsync(cancel)).Except(db.Database.GetMigrations()).FirstOrDefault();
        if (newer is not null)
            throw new SchemaException($"The database has the schema change \"{newer}\", which this version of RoadmapBot does not know: run the newer version, or restore a backup.");
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
            await db.Database.MigrateAsync(cancel);
        if (db is SqliteDb)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel); // stays with the file; commits are synced in full by default
    }

    private static void MakeFolder(string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
            Directory.CreateDirectory(folder);
    }
}
