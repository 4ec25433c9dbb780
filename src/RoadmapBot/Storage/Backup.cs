using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace RoadmapBot.Storage;

/// <summary>A backup cannot be made or put back; the message says how to mend it.</summary>
internal sealed class BackupException(string message) : Exception(message);

/// <summary>A copy of the SQLite file, made while the bot runs, with its digest beside it in the form that <c>sha256sum -c</c> reads.</summary>
internal static class Backup
{
    public static string DigestFile(string file) => $"{file}.sha256";

    /// <param name="database">The database's file.</param>
    /// <returns>The copy's digest.</returns>
    /// <exception cref="BackupException">There is nothing to copy, something is there already, or the copy is damaged.</exception>
    public static async Task<string> Make(string database, string file, CancellationToken cancel)
    {
        if (!File.Exists(database))
            throw new BackupException($"There is no database at {database}. Name it with --Storage:ConnectionString, or start the command where the bot is started.");
        foreach (var there in ((string[])[file, DigestFile(file)]).Where(File.Exists))
            throw new BackupException($"{there} is there already and is not overwritten. Name another file.");

        var partial = $"{file}.partial";
        await using (Private(partial))
        {
            // made first, so that nobody else can ever read it
        }

        try
        {
            await Copy(database, partial, cancel);
            if (await Damage(partial, cancel) is { } damage)
                throw new BackupException($"The copy is damaged, and so is the database: {damage}. Nothing was written; restore an earlier backup.");
            var digest = await Digest(partial, cancel);
            await using (var beside = new StreamWriter(Private(DigestFile(file))))
                await beside.WriteLineAsync($"{digest}  {Path.GetFileName(file)}".AsMemory(), cancel);
            File.Move(partial, file);
            return digest;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    public static async Task<string> Digest(string file, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel));
    }

    /// <returns>What SQLite finds wrong in the file; null for nothing.</returns>
    public static async Task<string?> Damage(string file, CancellationToken cancel)
    {
        try
        {
            return await Ask(file, SqliteOpenMode.ReadOnly, "PRAGMA integrity_check", cancel) is not "ok" and var found ? found ?? "it cannot be checked" : null;
        }
        catch (SqliteException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>A question in a connection of its own, so that no pooled one holds the file afterwards.</summary>
    public static async Task<string?> Ask(string file, SqliteOpenMode mode, string pragma, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(Connection(file, mode));
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // our own text
        command.CommandText = pragma;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancel) as string;
    }

    public static string Connection(string file, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 4 }.ConnectionString;

    /// <summary>A new file that only its owner reads: it holds what people said.</summary>
    public static FileStream Private(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file, options);
    }

    private static async Task Copy(string database, string file, CancellationToken cancel)
    {
        await using var from = new SqliteConnection(Connection(database, SqliteOpenMode.ReadWrite));
        await using var to = new SqliteConnection(Connection(file, SqliteOpenMode.ReadWrite));
        await from.OpenAsync(cancel);
        await to.OpenAsync(cancel);
        from.BackupDatabase(to);
        await using var command = to.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=DELETE"; // one file, without a log beside it
        await command.ExecuteNonQueryAsync(cancel);
    }
}
