using System.Text.Json.Nodes;
using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig.Figures;

/// <summary>
/// R1: every submit is delivered several times – again under its id, again under a new one, at another instance, after a restart, in any order –
/// and is kept and answered exactly once.
/// </summary>
internal static class Duplicates
{
    private const int Deliveries = 4;
    private const int Clients = 32;

    /// <summary>More answers than that would end an interview.</summary>
    private const int AnswersEach = 5;

    public static Task<Result> OnSqlite(Run run) => Measure(run, null, instances: 1);

    public static async Task<Result> OnPostgres(Run run) => await Measure(run, await run.Cluster(), instances: 2);

    private static async Task<Result> Measure(Run run, PostgresCluster? cluster, int instances)
    {
        await using var world = await World.Make(run.Program, cluster);
        var bots = new List<BotProcess>();
        for (var i = 0; i < instances; i++)
            bots.Add(await world.StartBot());
        var random = new Random(run.Seed);
        var people = await Crowd.Gather(bots[0], run.Of(6, 210));
        var submits = people.Count * run.Of(6, 12);
        var activities = Enumerable.Range(0, submits).Select(number => Submit(people[number % people.Count], number, isAnswer: number / people.Count < 2 * AnswersEach && number / people.Count % 2 == 0)).ToArray();
        var answers = 0;
        var faults = new List<string>();

        // Shuffled in windows: a repetition may overtake others, but comes while its first delivery is young.
        foreach (var window in activities.Chunk(people.Count * 2))
        {
            var deliveries = window.SelectMany(activity => Enumerable.Range(0, Deliveries).Select(again => (activity, again))).ToArray();
            random.Shuffle(deliveries);
            var turns = deliveries.Select(delivery => (Activity: Again(delivery.activity, delivery.again), Bot: bots[random.Next(bots.Count)])).ToArray();
            await Parallel.ForEachAsync(turns, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (turn, cancel) =>
            {
                using var response = await turn.Bot.Http.PostAsync("/api/messages", Json(turn.Activity), cancel);
                Interlocked.Increment(ref answers);
                if ((int)response.StatusCode is not 200)
                    lock (faults)
                        faults.Add($"a delivery was answered {(int)response.StatusCode}");
            });
        }

        await world.Quiet(TimeSpan.FromMinutes(5));
        faults.AddRange(await Asked(world, people, bots));
        foreach (var bot in bots)
            await bot.Restart();
        foreach (var activity in activities.Take(people.Count))
            await bots[^1].Http.PostAsync("/api/messages", Json(activity));
        await world.Quiet(TimeSpan.FromMinutes(5));

        var kept = World.Markers(await world.Store.Said());
        var confirmed = World.Markers(people.SelectMany(person => world.Teams.In(person.Chat)).Select(shown => Confirmed(shown)));
        var numbers = Enumerable.Range(0, submits).Select(World.Marker).ToArray();
        faults.AddRange(numbers.Where(marker => kept.GetValueOrDefault(marker) is 0).Select(marker => $"{marker} is lost"));
        faults.AddRange(numbers.Where(marker => kept.GetValueOrDefault(marker) > 1).Select(marker => $"{marker} is kept {kept[marker]} times"));
        faults.AddRange(numbers.Where(marker => confirmed.GetValueOrDefault(marker) is not 1).Select(marker => $"{marker} is confirmed {confirmed.GetValueOrDefault(marker)} times"));
        return new Result($"{submits} submits in {answers} deliveries to {instances}: {numbers.Count(marker => kept.GetValueOrDefault(marker) is 1)} kept once", [.. faults, .. world.Leaks()]);
    }

    /// <summary>What keeps nothing is known again by its id alone.</summary>
    /// <returns>Whoever asked for help once, in several deliveries at once, and was not helped once.</returns>
    private static async Task<IReadOnlyList<string>> Asked(World world, IReadOnlyList<Participant> people, List<BotProcess> bots)
    {
        var before = people.Select(person => world.Teams.In(person.Chat).Count).ToArray();
        await Parallel.ForEachAsync(people, async (person, _) =>
        {
            var activity = person.Activity("message", new JsonObject { ["text"] = "help" });
            await Task.WhenAll(Enumerable.Range(0, Deliveries).Select(again => bots[again % bots.Count].Http.PostAsync("/api/messages", Json(activity))));
        });
        await world.Quiet(TimeSpan.FromMinutes(5));
        return [.. people.Index().Where(one => world.Teams.In(one.Item.Chat).Count != before[one.Index] + 1).Select(one => $"{one.Item.Name} asked for help once and got {world.Teams.In(one.Item.Chat).Count - before[one.Index]} answers")];
    }

    /// <param name="isAnswer">To the open question of the interview; else a pain point.</param>
    private static JsonObject Submit(Participant person, int number, bool isAnswer) =>
        person.Activity("message", new JsonObject { ["text"] = $"{(isAnswer ? "" : "report: ")}The printer on floor {number % 9} is slow, {World.Marker(number)}", ["textFormat"] = "plain" });

    /// <summary>Every third repetition comes under a new id and time, as Teams' later retries do.</summary>
    private static JsonObject Again(JsonObject activity, int again)
    {
        var copy = (JsonObject)activity.DeepClone();
        if (again is 3)
            (copy["id"], copy["timestamp"]) = ($"{copy["id"]}-again", "2026-11-22T10:00:31.000Z");
        return copy;
    }

    private static StringContent Json(JsonObject activity) => new(activity.ToJsonString(), null, "application/json");

    /// <summary>What a message confirms: the last that it shows, since a follow-up is shown below what it follows. The card that asks whether words were meant confirms nothing.</summary>
    private static string Confirmed(Shown shown) =>
        shown.Activity.GetRawText() is var json && json.Contains("interview/use", StringComparison.Ordinal) ? "" : World.Markers([json]).Keys.LastOrDefault() ?? "";
}
