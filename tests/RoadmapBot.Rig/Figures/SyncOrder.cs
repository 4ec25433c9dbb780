using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RoadmapBot.Rig.Figures;

/// <summary>
/// R3: a kill does not show a commit that never left the page cache, so the calls to the system are watched (strace): between the request and its
/// answer the database file is synced to disk, every time.
/// </summary>
internal static partial class SyncOrder
{
    public static async Task<Result> Measure(Run run)
    {
        await using var world = await World.Make(run.Program, null);
        var trace = Path.Combine(world.Folder, "trace");
        var bot = await world.StartBot(null, "strace", "-f", "--seccomp-bpf", "-qq", "-s", "3000", "-e", "trace=read,recvfrom,recvmsg,write,sendto,sendmsg,fdatasync,fsync", "-o", trace);
        var person = (await Crowd.Gather(bot, 1))[0];
        var writes = run.Of(10, 100);
        for (var number = 0; number < writes; number++)
        {
            await world.Quiet(TimeSpan.FromMinutes(1)); // what is synced for a message that is sent must not be taken for this
            await person.Accepted(person.Activity("message", new JsonObject { ["text"] = $"report: The lift is stuck, {World.Marker(number)}" }));
        }

        await bot.Terminate();
        var calls = await File.ReadAllLinesAsync(trace);
        var synced = Enumerable.Range(0, writes).Count(number => IsSynced(calls, World.Marker(number)));
        return new Result($"{synced} of {writes} acknowledged writes were synced before their answer", [.. synced == writes ? Array.Empty<string>() : [$"{writes - synced} were not"], .. world.Leaks()]);
    }

    /// <summary>From the call that received the words to the first answer of HTTP after it.</summary>
    private static bool IsSynced(string[] calls, string marker)
    {
        var asked = Array.FindIndex(calls, call => call.Contains(marker, StringComparison.Ordinal) && Receives().IsMatch(call));
        var answered = Array.FindIndex(calls, Math.Max(asked, 0), call => Answers().IsMatch(call));
        return asked >= 0 && answered > asked && calls[asked..answered].Any(call => Syncs().IsMatch(call));
    }

    [GeneratedRegex(@"\b(read|recvfrom|recvmsg)(\(| resumed)")]
    private static partial Regex Receives();

    [GeneratedRegex(@"\b(write|sendto|sendmsg)\(.*HTTP/1\.1 2\d\d")]
    private static partial Regex Answers();

    [GeneratedRegex(@"\b(fdatasync|fsync)\(\d+\) += 0|(fdatasync|fsync) resumed.*= 0")]
    private static partial Regex Syncs();
}
