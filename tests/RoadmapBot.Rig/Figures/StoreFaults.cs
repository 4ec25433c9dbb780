using System.Net;
using System.Text.Json.Nodes;

namespace RoadmapBot.Rig.Figures;

/// <summary>R8: the database is locked by another program, or away: nothing is acknowledged that is not kept, the answer is 503, and it goes on by itself.</summary>
internal static class StoreFaults
{
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromSeconds(10);

    public static async Task<Result> OnSqlite(Run run)
    {
        await using var world = await World.Make(run.Program, null);
        return await Measure(world, run, async away =>
        {
            await using var other = await ((SqliteStore)world.Store).Lock();
            await away();
        });
    }

    public static async Task<Result> OnPostgres(Run run)
    {
        await using var cluster = await PostgresCluster.Start(); // its own: it is stopped
        await using var world = await World.Make(run.Program, cluster);
        return await Measure(world, run, async away =>
        {
            await cluster.Down();
            await away();
            await cluster.Up();
        });
    }

    private static async Task<Result> Measure(World world, Run run, Func<Func<Task>, Task> without)
    {
        var bot = await world.StartBot(run.Of<(string, string)[]>([("Teams:TurnLimit", "00:00:02")], [])); // a turn waits so long for a lock
        var person = (await Crowd.Gather(bot, 1))[0];
        var (number, acknowledged, statuses, faults) = (0, new List<int>(), new List<HttpStatusCode>(), new List<string>());
        await without(async () =>
        {
            for (var turn = 0; turn < run.Of(3, 15); turn++)
                statuses.Add(await Post());
        });
        faults.AddRange(statuses.Where(status => status is not HttpStatusCode.ServiceUnavailable).Select(status => $"without its database it answered {(int)status}"));

        var back = TimeProvider.System.GetTimestamp();
        while (await Post() is not HttpStatusCode.OK)
        {
            if (TimeProvider.System.GetElapsedTime(back) > LongestRecovery)
            {
                faults.Add($"it does not recover within {LongestRecovery.TotalSeconds} s");
                break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        var recovery = TimeProvider.System.GetElapsedTime(back);
        var kept = World.Markers(await world.Store.Said());
        faults.AddRange(acknowledged.Select(World.Marker).Where(marker => kept.GetValueOrDefault(marker) is not 1).Select(marker => $"{marker} was acknowledged and is kept {kept.GetValueOrDefault(marker)} times"));
        return new Result($"{statuses.Count} turns without the database, {statuses.Count(status => status is HttpStatusCode.ServiceUnavailable)} told 503; back after {recovery.TotalSeconds:f1} s", [.. faults, .. world.Leaks()]);

        async Task<HttpStatusCode> Post()
        {
            var mine = number++;
            using var response = await person.Post(person.Activity("message", new JsonObject { ["text"] = $"report: The gate does not open, {World.Marker(mine)}" }));
            if (response.IsSuccessStatusCode)
                acknowledged.Add(mine);
            return response.StatusCode;
        }
    }
}
