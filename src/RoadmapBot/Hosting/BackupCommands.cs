using System.CommandLine;
using RoadmapBot.Storage;

namespace RoadmapBot.Hosting;

/// <summary><c>backup FILE</c>: a checked copy of the SQLite database, while the bot runs.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the copy; FILE.sha256 is written beside it." };
        var command = StoreCommand.Create("backup", "Copies the SQLite database while the bot runs, and checks the copy.", async (services, line, stop) =>
        {
            var written = line.GetRequiredValue(file);
            var digest = await Backup.Make(StoreCommand.SqliteFile(services), written, stop);
            await line.InvocationConfiguration.Output.WriteLineAsync($"{written}: {new FileInfo(written).Length / 1024:N0} KB, sha256 {digest}");
            return 0;
        });
        command.Arguments.Add(file);
        return command;
    }
}

/// <summary><c>restore FILE [--even-if-used]</c>: puts a backup in the place of the SQLite database. Exit code 1 where somebody has to be erased again.</summary>
internal static class RestoreCommand
{
    private const int LeftToDo = 1;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A copy that backup made." };
        var evenIfUsed = new Option<bool>("--even-if-used") { Description = "Do not look whether a bot holds the database." };
        var command = StoreCommand.Create("restore", "Checks a backup and puts it in the place of the SQLite database, which is kept aside.", async (services, line, stop) =>
        {
            var (database, now) = (StoreCommand.SqliteFile(services), services.GetRequiredService<TimeProvider>().GetUtcNow());
            var restored = await Restore.Run(line.GetRequiredValue(file), database, line.GetValue(evenIfUsed), now, stop);
            var (output, error) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
            await output.WriteLineAsync(restored.Aside is { } aside ? $"{database} is restored; what stood there is kept as {aside}." : $"{database} is restored.");
            if (restored.BackAgain is not { } back)
            {
                await error.WriteLineAsync("Whom people had erased since this backup was made cannot be told: the database that stood there is missing or cannot be read.");
                return LeftToDo;
            }

            foreach (var (engagement, person) in back)
                await error.WriteLineAsync($"Was erased after this backup was made and is back: person {person} in engagement {engagement}. Erase that person's data again.");
            return back.Count > 0 ? LeftToDo : 0;
        });
        command.Arguments.Add(file);
        command.Options.Add(evenIfUsed);
        return command;
    }
}
