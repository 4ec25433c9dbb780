using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig.Figures;

/// <summary>
/// R4: what the bot has to say reaches its chat while Teams throttles, breaks off and answers nonsense: nothing lost, no more doubled than ends were unclear, every
/// Retry-After kept, and Teams' limits for chats and tenants never broken.
/// </summary>
internal static class Outgoing
{
    private const int MostInTenant = 30;
    private static readonly (int Most, TimeSpan Within)[] ChatLimits = [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30))];

    /// <summary>When a message came, and what was done to it.</summary>
    private sealed record Came(string Marker, string Chat, DateTimeOffset At, bool IsTaken, bool IsUnclear, TimeSpan? Pause);

    public static async Task<Result> Measure(Run run)
    {
        await using var world = await World.Make(run.Program, null);
        var bot = await world.StartBot();
        var people = await Crowd.Gather(bot, run.Of(10, 100));
        await world.Quiet(TimeSpan.FromMinutes(1));
        var random = new Random(run.Seed);
        var came = new ConcurrentQueue<Came>();
        world.Teams.Script = call => World.Markers([call.Body]).Keys.FirstOrDefault() is { } marker ? Fate(marker, call) : null;

        var messages = run.Of(30, 2000);
        await Parallel.ForEachAsync(Enumerable.Range(0, messages), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
        {
            var person = people[number % people.Count];
            await person.Accepted(person.Activity("message", new JsonObject { ["text"] = $"report: The projector in room {number % 11} is blind, {World.Marker(number)}" }));
        });
        await world.Quiet(TimeSpan.FromMinutes(20));
        world.Teams.Script = null;

        var faults = new List<string>();
        var unclear = came.Count(one => one.IsUnclear);
        foreach (var marker in Enumerable.Range(0, messages).Select(World.Marker))
        {
            var tries = came.Where(one => one.Marker == marker).ToArray();
            var taken = tries.Count(one => one.IsTaken);
            if (taken == 0)
                faults.Add($"{marker} was lost after {tries.Length} tries");
            if (taken > 1 + tries.Count(one => one.IsTaken && one.IsUnclear))
                faults.Add($"{marker} came {taken} times");
            faults.AddRange(tries.Zip(tries.Skip(1)).Where(pair => pair.First.Pause is { } pause && pair.Second.At - pair.First.At < pause).Select(_ => $"{marker} did not wait as asked"));
        }

        foreach (var chat in came.GroupBy(one => one.Chat))
            faults.AddRange(ChatLimits.Where(limit => Breaks([.. chat.Select(one => one.At)], limit.Most, limit.Within)).Select(limit => $"{chat.Key} got more than {limit.Most} within {limit.Within}"));
        if (Breaks([.. came.Select(one => one.At)], MostInTenant, TimeSpan.FromSeconds(1)))
            faults.Add($"the tenant got more than {MostInTenant} within a second");
        return new Result($"{messages} messages in {came.Count} calls, {unclear} unclear ends, {came.Count(one => one.IsTaken) - messages} doubled", [.. faults, .. world.Leaks()]);

        (bool, Func<Microsoft.AspNetCore.Http.HttpContext, Task>)? Fate(string marker, Call call)
        {
            lock (random)
            {
                var (isTaken, answer, isUnclear, pause) = random.Next(100) switch
                {
                    < 8 => (false, Answers.Status(429, headers: ("Retry-After", "2")), false, TimeSpan.FromSeconds(2)),
                    < 12 => (false, Answers.Status(429), false, null as TimeSpan?),
                    < 16 => (false, Answers.Status(412), false, null),
                    < 20 => (false, Answers.Status(502), true, null),
                    < 24 => (true, Answers.Status(504), true, null),
                    < 28 => (true, Answers.Reset, true, null),
                    < 30 => (false, Answers.Status(500), true, null),
                    < 31 => (true, Answers.Status(200, "<html>sign in</html>", "text/html"), true, null),
                    < 33 => (false, Answers.Status(401), false, null),
                    _ => (true, null as Func<Microsoft.AspNetCore.Http.HttpContext, Task>, false, null as TimeSpan?),
                };
                came.Enqueue(new Came(marker, call.Target.Split('/')[3], TimeProvider.System.GetUtcNow(), isTaken, isUnclear, pause));
                return answer is null ? null : (isTaken, answer);
            }
        }
    }

    /// <summary>More than so many at once or within the time. The clock stands on the same machine, but beside the bot: a hundredth is left for the way.</summary>
    private static bool Breaks(DateTimeOffset[] at, int most, TimeSpan within)
    {
        Array.Sort(at);
        return at.Zip(at.Skip(most)).Any(pair => pair.Second - pair.First < within * 0.99);
    }
}
