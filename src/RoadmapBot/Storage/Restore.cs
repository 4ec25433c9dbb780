using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Storage;

/// <summary>What came of putting a backup back.</summary>
/// <param name="Aside">Where the database that stood there is now; null where none stood there.</param>
/// <param name="BackAgain">Who was erased after the backup was made and is in it; null where the database that knew cannot be read.</param>
internal sealed record Restored(string? Aside, IReadOnlyList<(EngagementId Engagement, PersonId Person)>? BackAgain);

/// <summary>Puts a checked backup in the place of the SQLite file.</summary>
internal static class Restore
{
    private const int Busy = 5;
    private const int Locked = 6;

    /// <param name="evenIfUsed">Without looking whether a bot holds the database.</param>
    /// <exception cref="BackupException">The backup or the place cannot be used; nothing was changed.</exception>
    public static async Task<Restored> Run(string file, string database, bool evenIfUsed, DateTimeOffset now, CancellationToken cancel)
    {
        await Check(file, cancel);
        var stands = File.Exists(database);
        if (stands && !evenIfUsed && await IsUsed(database, cancel))
            throw new BackupException($"A bot holds {database}. Stop it first; with --even-if-used, what it is told until it is stopped is lost.");
        var back = stands ? await BackAgain(database, file, cancel) : null;

        var fresh = $"{database}.restoring";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(database))!);
        await using (var from = File.OpenRead(file))
        await using (var to = Backup.Private(fresh))
        {
            await from.CopyToAsync(to, cancel);
            to.Flush(flushToDisk: true);
        }

        if (await Backup.Digest(fresh, cancel) != await Backup.Digest(file, cancel))
        {
            File.Delete(fresh);
            throw new BackupException($"{fresh} was not written as it was read; the disk cannot be trusted. Nothing was changed.");
        }

        var aside = $"{database}.before-{now:yyyyMMdd-HHmmss}";
        foreach (var end in (string[])["-wal", "-shm", ""]) // a log that stayed would be played into the backup
        {
            if (File.Exists(database + end))
                File.Move(database + end, aside + end);
        }

        File.Move(fresh, database);
        return new Restored(stands ? aside : null, back);
    }

    private static async Task Check(string file, CancellationToken cancel)
    {
        if (!File.Exists(file))
            throw new BackupException($"There is no backup {file}.");
        var digest = Backup.DigestFile(file);
        if (!File.Exists(digest))
            throw new BackupException($"{digest} is missing: nobody can tell whether the backup is as it was made. If you trust it, make that file with sha256sum.");
        if ((await File.ReadAllTextAsync(digest, cancel)).Split(' ')[0].Trim() != await Backup.Digest(file, cancel))
            throw new BackupException($"{file} is not as it was made: its digest differs from {digest}. Use another backup.");
        if (await Backup.Damage(file, cancel) is { } damage)
            throw new BackupException($"{file} is damaged: {damage}. Use another backup.");

        await using var db = Open(file);
        if (await Try(() => db.Database.GetAppliedMigrationsAsync(cancel)) is not { } applied || !applied.Any())
            throw new BackupException($"{file} is no database of RoadmapBot.");
        if (applied.Except(db.Database.GetMigrations()).FirstOrDefault() is { } newer)
            throw new BackupException($"{file} has the schema change \"{newer}\", which this version of RoadmapBot does not know: restore it with the newer version.");
    }

    /// <summary>The journal can change its kind only where nobody else has the file open. It also puts everything into the one file that is kept aside.</summary>
    private static async Task<bool> IsUsed(string database, CancellationToken cancel)
    {
        try
        {
            return await Backup.Ask(database, SqliteOpenMode.ReadWrite, "PRAGMA journal_mode=DELETE", cancel) is not "delete";
        }
        catch (SqliteException fault)
        {
            return fault.SqliteErrorCode is Busy or Locked; // a file that is damaged is used by nobody, and why it is restored
        }
    }

    private static async Task<IReadOnlyList<(EngagementId, PersonId)>?> BackAgain(string database, string file, CancellationToken cancel)
    {
        await using var before = Open(database);
        await using var backup = Open(file);
        var reader = new AuditReader(backup);
        if (await Try(() => new AuditReader(before).Erasures(cancel)) is not { } erasures)
            return null;
        var known = (await reader.Erasures(cancel)).Select(erasure => erasure.Digest).ToHashSet(StringComparer.Ordinal);
        var back = new List<(EngagementId, PersonId)>();
        foreach (var later in erasures.Where(erasure => !known.Contains(erasure.Digest)).GroupBy(erasure => erasure.Engagement))
        {
            var people = await reader.People(later.Key, cancel);
            back.AddRange(people.Where(person => later.Any(erasure => erasure.Erasure.IsAbout(later.Key, person))).Select(person => (later.Key, person)));
        }

        return back;
    }

    private static SqliteDb Open(string file) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(Backup.Connection(file, SqliteOpenMode.ReadOnly)).Options);

    /// <returns>Null where the file cannot be read.</returns>
    private static async Task<T?> Try<T>(Func<Task<T>> read) where T : class
    {
        try
        {
            return await read();
        }
        catch (SqliteException)
        {
            return null;
        }
    }
}
