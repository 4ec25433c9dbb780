using System.CommandLine;
using System.Globalization;
using RoadmapBot.Engagements;
using RoadmapBot.Privacy;
using RoadmapBot.Storage;

namespace RoadmapBot.Hosting;

/// <summary>
/// <c>verify-log [--against FILE]</c>: checks the audit log of every engagement, and prints how many entries it has and its head. With what was printed
/// before, it also finds a log that was worked out anew. Exit code 1 on a break.
/// </summary>
internal static class VerifyLogCommand
{
    private const int Broken = 1;

    public static Command Create()
    {
        var against = new Option<string>("--against") { Description = "What this command printed before: those heads must still be in the logs.", HelpName = "file" };
        var command = StoreCommand.Create("verify-log", "Checks that nobody has tampered with the audit log.", async (services, line, stop) =>
        {
            var (output, error) = (line.InvocationConfiguration.Output, line.InvocationConfiguration.Error);
            var file = line.GetValue(against);
            if (file is not null && !File.Exists(file))
            {
                await error.WriteLineAsync($"There is no file {file}.");
                return StartFault.ExitCode;
            }

            await Schema.Require(services, stop);
            await using var scope = services.CreateAsyncScope();
            var printed = file is null ? [] : Read(await File.ReadAllLinesAsync(file, stop));
            var logs = await scope.ServiceProvider.GetRequiredService<AuditReader>().CheckAll(printed, stop);
            foreach (var (head, broken) in logs)
            {
                await output.WriteLineAsync(Line(head));
                if (broken is not null)
                    await error.WriteLineAsync($"Broken: engagement {head.Engagement}, entry {broken.Number}: {broken.What}.");
            }

            await output.WriteLineAsync($"{logs.Count} logs, {logs.Sum(log => log.Head.Count)} entries, {logs.Count(log => log.Broken is not null)} broken");
            return logs.Any(log => log.Broken is not null) ? Broken : 0;
        });
        command.Options.Add(against);
        return command;
    }

    private static string Line(AuditHead head) => string.Create(CultureInfo.InvariantCulture, $"engagement {head.Engagement} entries {head.Count} head {head.Hash}");

    private static IReadOnlyList<AuditHead> Read(IEnumerable<string> lines) =>
    [
        .. from line in lines
           let words = line.Split(' ')
           where words is ["engagement", _, "entries", _, "head", _] && int.TryParse(words[3], CultureInfo.InvariantCulture, out _)
           select new AuditHead(new EngagementId(words[1]), int.Parse(words[3], CultureInfo.InvariantCulture), words[5]),
    ];
}
