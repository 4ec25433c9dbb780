using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig.Figures;

/// <summary>S4 and S5: what belongs to others – in another tenant, another engagement, with another role – is neither told nor changed, whatever ids are sent and whoever sends them again.</summary>
internal static class Isolation
{
    public static Task<Result> Measure(Run run)
    {
        var random = new Random(run.Seed);
        return Measure(run, tries => run.Size is Size.Full ? tries.PressEverything(everything: true) : tries.PressEverything(forging: () => random.Next(3) == 0));
    }

    public static Task<Result> Replay(Run run) => Measure(run, tries => tries.Replay());

    private static async Task<Result> Measure(Run run, Func<RightsTries, Task> pressing)
    {
        var shared = await run.Shared();
        var tries = new RightsTries(await shared.Rights());
        await pressing(tries);
        return new Result($"{tries.Tries} presses by ten readers in three tenants, {tries.Faults.Count} wrong", [.. tries.Faults, .. shared.World.Leaks()]);
    }
}
