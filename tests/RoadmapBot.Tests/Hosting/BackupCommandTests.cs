using Microsoft.Data.Sqlite;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Storage;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Hosting;

/// <summary>A backup is made while the bot runs, and comes back whole or not at all.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roadmapbot-backup-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Copy => Path.Combine(_folder.FullName, "copy.db");

    private string Target => Path.Combine(_folder.FullName, "bot.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_was_said_before_the_backup_is_there_after_the_restore_and_the_bot_goes_on()
    {
        string chat;
        await using (var bot = await TestBot.Start())
        {
            var company = await Company.Found(bot);
            chat = company.Owner.Chat;
            await Run(0, bot.Database, "backup", Copy);
            Assert.Equal($"{await Backup.Digest(Copy, Cancel)}  copy.db", (await File.ReadAllTextAsync(Backup.DigestFile(Copy), Cancel)).Trim());
            await company.Owner.Says("report The server room is hot");
            await company.Owner.Sees("Have I understood it");
        }

        await Run(1, Target, "restore", Copy); // nothing stood there that would know of erasures
        await using var again = await TestBot.Start(_folder.FullName);
        var ada = again.Person("Ada");
        Assert.Equal(chat, ada.Chat);
        await ada.Says("status");
        await ada.Sees("Harbour Clinic");
        Assert.Empty(again.Query("SELECT Id FROM pain_points"));
        Assert.Equal("wal", again.Query("PRAGMA journal_mode").Single());
    }

    [Fact]
    public async Task A_running_bot_keeps_its_database_unless_the_operator_insists()
    {
        await using var store = await Stored();
        await Run(0, store.File, "backup", Copy);
        await store.Commit<IEngagementStore>(engagements => engagements.Save(BareMember));
        await using var bot = new SqliteConnection($"{store.Connection};Pooling=false"); // as a bot between two turns
        await bot.OpenAsync(Cancel);
        await using var look = new SqliteCommand("SELECT COUNT(*) FROM work", bot);
        await look.ExecuteScalarAsync(Cancel);

        var (_, error) = await Run(2, store.File, "restore", Copy);
        Assert.Contains($"A bot holds {store.File}. Stop it first", error, StringComparison.Ordinal);
        Assert.Equal(2, (await store.Ask<IEngagementStore, IReadOnlyList<Member>>(engagements => engagements.Members(Clinic, Cancel))).Count);

        await Run(0, store.File, "restore", Copy, "--even-if-used");
        await bot.CloseAsync();
        Release(store);
        Assert.Single(await store.Ask<IEngagementStore, IReadOnlyList<Member>>(engagements => engagements.Members(Clinic, Cancel)));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(store.File)!, "bot.db.before-*"), file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_erased_since_the_backup_is_named_to_be_erased_again()
    {
        await using var store = await Stored();
        await store.Commit<IInterviewStore>(interviews => interviews.Save(BareInterview with { Answers = AnInterview.Answers }));
        await Run(0, store.File, "backup", Copy);
        await store.Commit(async services =>
        {
            var db = services.Get<RoadmapBotDb>();
            db.Remove((await db.Members.FindAsync([Clinic, Ada], Cancel))!);
            services.Get<IAuditLog>().Erase(Clinic, Ada);
        });
        Release(store);

        var (_, error) = await Run(1, store.File, "restore", Copy);
        Assert.Equal($"Was erased after this backup was made and is back: person {Ada} in engagement {Clinic}. Erase that person's data again.", error.Trim());
    }

    [Fact]
    public async Task Nothing_is_overwritten_and_nothing_is_left_of_a_backup_that_cannot_be_made()
    {
        await using var store = await Stored();
        await Run(0, store.File, "backup", Copy);
        var before = await Backup.Digest(Copy, Cancel);
        Assert.Contains("is there already and is not overwritten", (await Run(2, store.File, "backup", Copy)).Error, StringComparison.Ordinal);
        Assert.Equal(before, await Backup.Digest(Copy, Cancel));

        var other = Path.Combine(_folder.FullName, "other.db");
        Assert.Contains("There is no database at", (await Run(2, Target, "backup", other)).Error, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Target, new string('x', 5000), Cancel);
        Assert.Contains("The database cannot be used", (await Run(2, Target, "backup", other)).Error, StringComparison.Ordinal);
        Assert.Equal(["bot.db", "copy.db", "copy.db.sha256"], Directory.GetFiles(_folder.FullName).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Contains("Name a file that can be read or written here", (await Run(2, store.File, "backup", Path.Combine(_folder.FullName, "nowhere", "copy.db"))).Error, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Copy));
    }

    [Theory]
    [InlineData("absent", "There is no backup")]
    [InlineData("no digest", "is missing: nobody can tell whether the backup is as it was made")]
    [InlineData("one byte", "is not as it was made")]
    [InlineData("damaged", "is damaged")]
    [InlineData("no database", "is damaged: ")]
    [InlineData("of another program", "is no database of RoadmapBot")]
    [InlineData("newer", "20991231000000_FromTheFuture")]
    public async Task A_backup_that_cannot_be_used_changes_nothing(string kind, string told)
    {
        await using (var store = await Stored())
            await Run(0, store.File, "backup", Copy);
        await File.WriteAllTextAsync(Target, "what stands there", Cancel);
        switch (kind)
        {
            case "absent":
                File.Delete(Copy);
                break;
            case "no digest":
                File.Delete(Backup.DigestFile(Copy));
                break;
            case "one byte":
                await Overwrite(at: (int)new FileInfo(Copy).Length / 2, 1);
                break;
            case "damaged":
                await Overwrite(at: 4096, 3 * 4096);
                await Trust();
                break;
            case "no database":
                await File.WriteAllTextAsync(Copy, new string('x', 5000), Cancel);
                await Trust();
                break;
            case "of another program":
                await Execute("DROP TABLE \"__EFMigrationsHistory\"");
                await Trust();
                break;
            default:
                await Execute("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20991231000000_FromTheFuture', '99.0')");
                await Trust();
                break;
        }

        Assert.Contains(told, (await Run(2, Target, "restore", Copy)).Error, StringComparison.Ordinal);
        Assert.Equal("what stands there", await File.ReadAllTextAsync(Target, Cancel));
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    public async Task On_PostgreSQL_its_own_tools_are_named(string command)
    {
        var (exitCode, _, error) = await CommandLine.Run(command, Copy, "--Storage:Provider=PostgreSql", "--Storage:ConnectionString=Host=127.0.0.1;Database=x");
        Assert.Equal(2, exitCode);
        Assert.Contains("pg_dump", error, StringComparison.Ordinal);
    }

    private static async Task<TestStore> Stored()
    {
        var store = await TestStore.Prepared(null);
        await store.Commit<IEngagementStore>(engagements =>
        {
            engagements.Save(AnEngagement);
            engagements.Save(AMember);
        });
        return store;
    }

    /// <summary>The process that held the database has ended.</summary>
    private static void Release(TestStore store)
    {
        using var connection = new SqliteConnection(store.Connection);
        SqliteConnection.ClearPool(connection);
    }

    private static async Task<(string Output, string Error)> Run(int expected, string database, params string[] arguments)
    {
        var (exitCode, output, error) = await CommandLine.Run([.. arguments, $"--Storage:ConnectionString=Data Source={database}"]);
        Assert.True(exitCode == expected, $"{exitCode}: {output}{error}");
        return (output, error);
    }

    private async Task Overwrite(int at, int count)
    {
        await using var stream = File.OpenWrite(Copy);
        stream.Position = at;
        await stream.WriteAsync(Enumerable.Repeat((byte)0xA5, count).ToArray(), Cancel);
    }

    private async Task Trust() => await File.WriteAllTextAsync(Backup.DigestFile(Copy), await Backup.Digest(Copy, Cancel), Cancel);

    private Task Execute(string sql) => Backup.Ask(Copy, SqliteOpenMode.ReadWrite, sql, Cancel);
}
