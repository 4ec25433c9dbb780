using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace RoadmapBot.Rig.Figures;

/// <summary>
/// R2: instances are killed (SIGKILL) at random moments while people answer. What was acknowledged is kept; what was not is delivered again under
/// its id, as Teams does; in the end everything is there once, the database is sound, and nothing is left undone.
/// </summary>
internal static class Kills
{
    private const int Clients = 8;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(5);

    public static Task<Result> OnSqlite(Run run) => Measure(run, null, run.Of(2, 100));

    public static async Task<Result> OnPostgres(Run run) => await Measure(run, await run.Cluster(), run.Of(2, 100));

    private static async Task<Result> Measure(Run run, PostgresCluster? cluster, int cycles)
    {
        await using var world = await World.Make(run.Program, cluster);
        BotProcess[] bots = cluster is null ? [await world.StartBot()] : [await world.StartBot(), await world.StartBot()];
        var random = new Random(run.Seed);
        var people = await Crowd.Gather(bots[0], Clients);
        var acknowledged = new ConcurrentBag<int>();
        var (next, faults, slowest) = (0, new List<string>(), TimeSpan.Zero);
        using var done = new CancellationTokenSource();

        var talking = people.Select(person => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                var number = Interlocked.Increment(ref next) - 1;
                var activity = person.Activity("message", new JsonObject { ["text"] = $"report: The copier on floor {number % 7} jams, {World.Marker(number)}" });
                for (var attempt = number; !await Accepted(bots[attempt % bots.Length], activity); attempt++)
                    await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
                acknowledged.Add(number);
            }
        })).ToArray();

        for (var cycle = 0; cycle < cycles; cycle++)
        {
            for (var enough = acknowledged.Count + random.Next(1, 3 * Clients); acknowledged.Count < enough;)
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 20)), TimeProvider.System);
            var victim = bots[random.Next(bots.Length)];
            await victim.Kill();
            await victim.Restart();
            slowest = victim.Started > slowest ? victim.Started : slowest;
        }

        await done.CancelAsync();
        await Task.WhenAll(talking);
        if (run.Size is Size.Full)
            await world.Quiet(TimeSpan.FromMinutes(5)); // a lease of a killed instance has to end first, which takes long for a test

        var kept = World.Markers(await world.Store.Said());
        faults.AddRange(acknowledged.Select(World.Marker).Where(marker => kept.GetValueOrDefault(marker) is not 1).Select(marker => $"{marker} is kept {kept.GetValueOrDefault(marker)} times"));
        if (await world.Store.Fault() is { } unsound)
            faults.Add(unsound);
        if (run.Size is Size.Full && slowest > LongestStart)
            faults.Add($"a start took {slowest.TotalSeconds:f1} s");
        return new Result($"{cycles} kills, {acknowledged.Count} acknowledged, {acknowledged.Count - faults.Count} kept once; slowest start {slowest.TotalSeconds:f1} s", [.. faults, .. world.Leaks()]);
    }

    private static async Task<bool> Accepted(BotProcess bot, JsonObject activity)
    {
        try
        {
            using var response = await bot.Http.PostAsync("/api/messages", new StringContent(activity.ToJsonString(), null, "application/json"));
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
