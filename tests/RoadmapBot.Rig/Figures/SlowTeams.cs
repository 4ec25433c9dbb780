using System.Text.Json.Nodes;
using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig.Figures;

/// <summary>
/// R6: Teams' own answers hang, and yet every activity is acknowledged at once: nobody waits for what others are told. Buttons are answered in time, and where the
/// database makes a turn wait, a typing sign is sent. The hung model of the requirements comes with the model.
/// </summary>
internal static class SlowTeams
{
    private const int Clients = 16;
    private static readonly TimeSpan Mostly = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Always = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPress = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LockedFor = TimeSpan.FromSeconds(1.6);

    /// <summary>Teams gives up then; what is no measurement, but a bound that any machine keeps.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<Result> Measure(Run run)
    {
        await using var world = await World.Make(run.Program, null);
        var bot = await world.StartBot();
        var people = await Crowd.Gather(bot, Clients);
        await world.Quiet(TimeSpan.FromMinutes(1));
        world.Teams.Script = _ => (false, Answers.Hang);
        var (waits, presses) = (new List<TimeSpan>(), new List<TimeSpan>());
        var turns = run.Of(10, 150);
        await Task.WhenAll(people.Select(async (person, first) =>
        {
            for (var turn = 0; turn < turns; turn++)
            {
                var from = TimeProvider.System.GetTimestamp();
                await person.Accepted(person.Activity("message", new JsonObject { ["text"] = $"report: The door is heavy, {World.Marker((turn * Clients) + first)}" }));
                var waited = TimeProvider.System.GetElapsedTime(from);
                from = TimeProvider.System.GetTimestamp();
                await person.Sends("say", new Dictionary<string, string> { ["text"] = "help" });
                lock (waits)
                {
                    waits.Add(waited);
                    presses.Add(TimeProvider.System.GetElapsedTime(from));
                }

                if (waited > Patience)
                    break;
                await Task.Delay(TimeSpan.FromMilliseconds(run.Of(50, 200)), TimeProvider.System);
            }
        }));

        waits.Sort();
        var (p99, most, press, silence) = (waits[waits.Count * 99 / 100], waits[^1], presses.Max(), await Silence(world, people[0]));
        var isMet = run.Size is Size.Full ? p99 <= Mostly && most <= Always && press <= LongestPress && silence <= LongestSilence : most <= Patience && press <= Patience && silence <= Patience;
        return new Result(
            $"{waits.Count} turns while Teams hangs, acknowledged within {p99.TotalMilliseconds:f0} ms (p99), {most.TotalMilliseconds:f0} ms (all); buttons within {press.TotalMilliseconds:f0} ms; typing after {silence.TotalMilliseconds:f0} ms",
            [.. isMet ? Array.Empty<string>() : ["too slow"], .. world.Leaks()]);
    }

    /// <summary>How long somebody sees nothing whose turn waits for the database.</summary>
    private static async Task<TimeSpan> Silence(World world, Participant person)
    {
        var from = TimeProvider.System.GetTimestamp();
        var typing = new TaskCompletionSource<TimeSpan>();
        world.Teams.Script = call =>
        {
            if (call.Body.Contains("\"typing\"", StringComparison.Ordinal))
                typing.TrySetResult(TimeProvider.System.GetElapsedTime(from));
            return (false, Answers.Hang);
        };
        Task<HttpResponseMessage> asked;
        await using (await ((SqliteStore)world.Store).Lock())
        {
            from = TimeProvider.System.GetTimestamp();
            asked = person.Post(person.Activity("message", new JsonObject { ["text"] = "status" }));
            await Task.Delay(LockedFor, TimeProvider.System);
        }

        using var response = await asked;
        return typing.Task.IsCompleted ? await typing.Task : TimeSpan.MaxValue;
    }
}
