using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>
/// The plan for those who may not read every answer behind it. An amount that one person named is as good as a quote: they get it roughly, and not how it was
/// reckoned. Rough in the plan itself, so that no total minus the others gives the exact one back.
/// </summary>
internal static class Veil
{
    private const int Digits = 2;

    public static Plan Over(Plan plan, Reader reader) =>
        plan.Initiatives.All(one => IsOpen(one, reader)) ? plan : plan with { Initiatives = [.. plan.Initiatives.Select(one => IsOpen(one, reader) ? one : Over(one, reader))] };

    private static bool IsOpen(Initiative one, Reader reader) => one.Cost.Evidence.Concat(one.Return.Evidence).All(reader.MayKnow);

    private static Initiative Over(Initiative one, Reader reader) => one with
    {
        Cost = one.Cost.Evidence.All(reader.MayKnow) ? one.Cost : one.Cost with
        {
            Low = Down(one.Cost.Low),
            High = Up(one.Cost.High),
            RecurringPerYear = Up(one.Cost.RecurringPerYear),
            Note = RoadmapsTexts.RoughCost,
        },
        Return = one.Return.Evidence.All(reader.MayKnow) ? one.Return : one.Return with { Statement = RoadmapsTexts.RoughReturn },
    };

    private static long Down(long amount) => amount / Step(amount) * Step(amount);

    /// <summary>Always above a sum that is round already: that it is round would tell it.</summary>
    private static long Up(long amount) => amount == 0 ? 0 : Down(amount) + Step(amount);

    private static long Step(long amount)
    {
        var step = 1L;
        while (amount / step >= (long)Math.Pow(10, Digits))
            step *= 10;
        return step;
    }
}
