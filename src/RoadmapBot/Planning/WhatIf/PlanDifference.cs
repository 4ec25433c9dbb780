namespace RoadmapBot.Planning.WhatIf;

/// <param name="Months">Later than before; negative for earlier.</param>
internal sealed record Move(Initiative Before, Initiative After, int Months);

/// <summary>What is different between two plans of one organisation.</summary>
/// <param name="Moved">Started at another time, furthest first.</param>
/// <param name="Dropped">In the first plan only.</param>
/// <param name="Added">In the second plan only.</param>
/// <param name="CostBefore">Once and running, at the upper end, within the roadmap.</param>
/// <param name="Exposed">Ids of gaps that the first plan closes and the second does not.</param>
/// <param name="Unserved">Indexes of objectives that the first plan serves and the second does not.</param>
/// <param name="Late">Those of the second plan that miss their deadline.</param>
/// <param name="BoughtBefore">Hours beyond what own people can give.</param>
internal sealed record PlanDifference(
    IReadOnlyList<Move> Moved, IReadOnlyList<Initiative> Dropped, IReadOnlyList<Initiative> Added, long CostBefore, long CostAfter,
    IReadOnlyList<string> Exposed, IReadOnlyList<int> Unserved, IReadOnlyList<Initiative> Late, int BoughtBefore, int BoughtAfter)
{
    /// <summary>Nothing that anybody would notice.</summary>
    public bool IsEmpty => Moved.Count + Dropped.Count + Added.Count + Late.Count == 0 && CostBefore == CostAfter && BoughtBefore == BoughtAfter;

    public static PlanDifference Between(Plan before, Plan after)
    {
        var (had, has) = (before.Initiatives.ToDictionary(one => one.Id, StringComparer.Ordinal), after.Initiatives.ToDictionary(one => one.Id, StringComparer.Ordinal));
        var closed = after.Initiatives.SelectMany(one => one.Addresses).ToHashSet(StringComparer.Ordinal);
        var served = after.Initiatives.SelectMany(one => one.Objectives).ToHashSet();
        return new PlanDifference(
            [
                .. from one in before.Initiatives
                   where has.ContainsKey(one.Id)
                   let months = Phases.MonthsBetween(one.Start, has[one.Id].Start)
                   where months != 0
                   orderby Math.Abs(months) descending, one.Priority.Rank
                   select new Move(one, has[one.Id], months),
            ],
            [.. before.Initiatives.Where(one => !has.ContainsKey(one.Id)).OrderBy(one => one.Priority.Rank)],
            [.. after.Initiatives.Where(one => !had.ContainsKey(one.Id)).OrderBy(one => one.Priority.Rank)],
            CostOf(before), CostOf(after),
            [.. before.Initiatives.SelectMany(one => one.Addresses).Distinct().Where(gap => !closed.Contains(gap))],
            [.. before.Initiatives.SelectMany(one => one.Objectives).Distinct().Where(objective => !served.Contains(objective)).Order()],
            [.. after.Initiatives.Where(one => one.Start.AddMonths(one.Months).AddDays(-1) > one.Due?.By)],
            before.Initiatives.Sum(one => one.Bought), after.Initiatives.Sum(one => one.Bought));
    }

    private static long CostOf(Plan plan) =>
        plan.Initiatives.Sum(one => Apportionment.Within(one.Cost.High, one.Cost.RecurringPerYear, Phases.MonthsBetween(plan.Start, one.Start), one.Months));
}
