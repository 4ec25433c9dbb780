namespace RoadmapBot.Rig.Figures;

/// <summary>
/// S10: people erase what is kept about them, after it went into answers, pain points and a draft: within a minute none of their words is in the
/// database's files (SQLite: journal and free pages too) or in any of its rows (PostgreSQL), also where the process was killed meanwhile. What the others
/// said stands.
/// </summary>
internal static class Erasure
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static Task<Result> OnSqlite(Run run) => Measure(run, null);

    public static async Task<Result> OnPostgres(Run run) => await Measure(run, await run.Cluster());

    private static async Task<Result> Measure(Run run, PostgresCluster? cluster)
    {
        await using var world = await World.Make(run.Program, cluster);
        var bot = await world.StartBot();
        var people = await Crowd.Gather(bot, run.Of(4, 50));
        await Parallel.ForEachAsync(people.Index(), async (one, _) =>
        {
            await one.Item.Says($"The order system stops every Monday, {World.Marker(2 * one.Index)}");
            await one.Item.Sees("Saved");
            await one.Item.Says($"report: The copier jams, {World.Marker((2 * one.Index) + 1)}");
            await one.Item.Sees("Have I understood it");
        });
        var owner = bot.Person("Owner");
        await owner.Says("gaps");
        await owner.Sees("Gap analysis");
        await world.Quiet(TimeSpan.FromMinutes(2));

        var leaving = people.Index().Where(one => one.Index % 2 == 0).ToArray();
        foreach (var (_, person) in leaving)
        {
            await person.Says("my data");
            await person.Sees("What I keep about you");
            await person.PressesOn(await person.Presses("Erase everything"), "Erase for good");
        }

        var from = TimeProvider.System.GetTimestamp();
        await bot.Kill();
        await bot.Restart();
        var erased = leaving.SelectMany(one => Words(one.Index)).ToArray();
        var left = await Left();
        while (left.Length > 0 && TimeProvider.System.GetElapsedTime(from) < Longest)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            left = await Left();
        }

        var kept = World.Markers(await world.Store.Said());
        var others = people.Index().Except(leaving).SelectMany(one => Words(one.Index)).ToArray();
        return new Result(
            $"{erased.Length - left.Length} of {erased.Length} erased texts gone after {TimeProvider.System.GetElapsedTime(from).TotalSeconds:f1} s; {others.Count(kept.ContainsKey)} of {others.Length} of the others kept",
            [.. left.Select(word => $"{word} is still there"), .. others.Where(word => !kept.ContainsKey(word)).Select(word => $"{word} is lost"), .. world.Leaks()]);

        async Task<string[]> Left() => [.. erased.Intersect(World.Markers(await world.Store.Everything()).Keys)];
    }

    private static string[] Words(int person) => [World.Marker(2 * person), World.Marker((2 * person) + 1)];
}
