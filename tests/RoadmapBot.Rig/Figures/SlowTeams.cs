using System.Text.Json.Nodes;
using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig.Figures;

/// <summary>R6: Teams' own answers hang, and yet every activity is acknowledged at once: nobody waits for what others are told.</summary>
internal static class SlowTeams
{
    private const int Clients = 16;
    private static readonly TimeSpan Mostly = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Always = TimeSpan.FromSeconds(2);

    /// <summary>Teams gives up then; what is no measurement, but a bound that any machine keeps.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<Result> Measure(Run run)
    {
        await using var world = await World.Make(run.Program, null);
        var bot = await world.StartBot();
        var people = await Crowd.Gather(bot, Clients);
        await world.Quiet(TimeSpan.FromMinutes(1));
        world.Teams.Script = _ => (false, Answers.Hang);
        var waits = new List<TimeSpan>();
        var turns = run.Of(10, 150);
        await Task.WhenAll(people.Select(async (person, first) =>
        {
            for (var turn = 0; turn < turns; turn++)
            {
                var from = TimeProvider.System.GetTimestamp();
                await person.Accepted(person.Activity("message", new JsonObject { ["text"] = $"report: The door is heavy, {World.Marker((turn * Clients) + first)}" }));
                var waited = TimeProvider.System.GetElapsedTime(from);
                lock (waits)
                    waits.Add(waited);
                await Task.Delay(TimeSpan.FromMilliseconds(run.Of(50, 200)), TimeProvider.System);
            }
        }));

        waits.Sort();
        var (p99, most) = (waits[waits.Count * 99 / 100], waits[^1]);
        var isMet = run.Size is Size.Full ? p99 <= Mostly && most <= Always : most <= Patience;
        return new Result(
            $"{waits.Count} turns while Teams hangs, acknowledged within {p99.TotalMilliseconds:f0} ms (p99), {most.TotalMilliseconds:f0} ms (all)",
            [.. isMet ? Array.Empty<string>() : ["too slow"], .. world.Leaks()]);
    }
}
