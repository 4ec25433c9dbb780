using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RoadmapBot.Storage;

/// <summary>The database does not fit this program; the message says how to mend it.</summary>
internal sealed class SchemaException(string message) : Exception(message);

/// <summary>Brings the database to this program's schema before the first turn.</summary>
internal static class Schema
{
    /// <exception cref="SchemaException">The database was written by a newer version of the program, or its folder cannot be made.</exception>
    public static async Task Prepare(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoadmapBotDb>();
        if (db is SqliteDb)
            MakeFolder(db.Database.GetConnectionString()!);
        var (applied, known) = await Changes(db, cancel);
        if (known.Except(applied).Any())
        {
            // A process that died while it migrated leaves EF's lock in the file, and every later start would wait for it for ever.
            if (db is SqliteDb)
                await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancel);
            await db.Database.MigrateAsync(cancel);
        }

        if (db is SqliteDb)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel); // stays with the file; commits are synced in full by default
    }

    /// <summary>Whether turns can be served from the database now.</summary>
    /// <returns>What is wrong with it, without an address or a name of it; null where nothing is.</returns>
    public static async Task<string?> Fault(RoadmapBotDb db, CancellationToken cancel)
    {
        if (!await db.Database.CanConnectAsync(cancel))
            return "the database cannot be reached";
        return (await db.Database.GetAppliedMigrationsAsync(cancel)).SequenceEqual(db.Database.GetMigrations()) ? null : "the schema of the database is not this program's";
    }

    /// <summary>For a command that only reads: changes nothing.</summary>
    /// <exception cref="SchemaException">There is no database, or it is not of this version's schema.</exception>
    public static async Task Require(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RoadmapBotDb>();
        if (db is SqliteDb && new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource is var file && !File.Exists(file))
            throw new SchemaException($"There is no database at {Path.GetFullPath(file)}. Name it with --Storage:ConnectionString, or start the command where the bot is started.");
        var (applied, known) = await Changes(db, cancel);
        if (known.Except(applied).Any())
            throw new SchemaException("The database has the schema of an older version: start the bot once, which brings it up to date.");
    }

    private static async Task<(string[] Applied, string[] Known)> Changes(RoadmapBotDb db, CancellationToken cancel)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToArray();
        var known = db.Database.GetMigrations().ToArray();
        return applied.Except(known).FirstOrDefault() is { } newer
            ? throw new SchemaException($"The database has the schema change \"{newer}\", which this version of RoadmapBot does not know: run the newer version, or restore a backup.")
            : (applied, known);
    }

    private static void MakeFolder(string connectionString)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource))!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new SchemaException($"The folder {folder} for the database cannot be made: {fault.Message} Make it, or name another file in Storage:ConnectionString.");
        }
    }
}
