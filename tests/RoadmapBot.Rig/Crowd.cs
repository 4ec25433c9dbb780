using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig;

/// <summary>An engagement that is open to its tenant, and people who have joined it.</summary>
internal static class Crowd
{
    private const int AtOnce = 16;

    /// <returns>So many people, each in a personal chat with the bot, each with a seat and the first question of an interview.</returns>
    public static async Task<IReadOnlyList<Participant>> Gather(BotProcess bot, int people, string tenant = World.Tenant)
    {
        var owner = bot.Person("Owner", tenant);
        await owner.Says("start");
        await owner.Sees("begin");
        var form = await owner.Presses("New engagement");
        await owner.PressesOn(form, "Create", ("name", "Rig"), ("headcount", "500"), ("start", "2027-01-01"), ("objectives", "Open a second house by autumn"), ("open", "true"));
        Participant[] crowd = [.. Enumerable.Range(1, people).Select(number => bot.Person($"P{number}", tenant))];
        await Parallel.ForEachAsync(crowd, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (person, _) =>
        {
            await person.Says("start");
            await person.Sees("Rig");
            await person.Presses("Take part");
            await person.Says("start");
            await person.Sees("Skip");
        });
        return crowd;
    }
}
