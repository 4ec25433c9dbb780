using RoadmapBot.Analysis;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning.WhatIf;

/// <summary>What a plan stands on: all that a scenario can change.</summary>
internal sealed record Ground(PlanningFrame Frame, Testimony Testimony)
{
    public Organisation Organisation => Testimony.Organisation;
}

/// <summary>What a scenario changes of the ground. Pure; everything else stays as it is.</summary>
internal static class ScenarioRules
{
    /// <param name="plan">As it stands: where no budget is stated, a cut is one of what it spends in a quarter on average.</param>
    /// <param name="library">Says what has to be there when people or sites join.</param>
    public static Ground Change(Ground ground, Scenario scenario, Plan plan, InitiativeLibrary library)
    {
        var (frame, organisation) = (ground.Frame, ground.Organisation);
        return scenario switch
        {
            Scenario.BudgetCut(var percent) => On(frame with { BudgetPerQuarter = (frame.BudgetPerQuarter ?? SpentPerQuarter(plan)) * (100 - percent) / 100 }),
            Scenario.BudgetOf(var amount) => On(frame with { BudgetPerQuarter = amount }),
            Scenario.DueBy(var id, var by) => On(Wanted(frame, id) with { Deadlines = [.. frame.Deadlines.Where(one => one.Initiative != id), new Deadline(id, by)] }),
            Scenario.Delay(var months) => On(frame with { Start = frame.Start.AddMonths(months) }),
            Scenario.Drop(var id) => On(frame with { LeftOut = [.. frame.LeftOut.Union([id])], ForcedIn = [.. frame.ForcedIn.Except([id])] }),
            Scenario.Force(var id) => On(Wanted(frame, id)),
            Scenario.Growth growth => new Ground(Ready(frame, growth, plan, library), ground.Testimony with
            {
                Organisation = organisation with
                {
                    Headcount = growth.People == 0 ? organisation.Headcount : (organisation.Headcount ?? 0) + growth.People,
                    Sites = growth.Sites == 0 ? organisation.Sites : (organisation.Sites ?? 1) + growth.Sites,
                },
            }),
            Scenario.PeopleLeave(var count, _) => Without(ground, count),
            _ => throw new ArgumentOutOfRangeException(nameof(scenario), scenario, null),
        };

        Ground On(PlanningFrame changed) => ground with { Frame = changed };
    }

    /// <summary>One-time and running cost within the roadmap, shared evenly among its quarters.</summary>
    public static long SpentPerQuarter(Plan plan) =>
        plan.Initiatives.Sum(one => Apportionment.Within(one.Cost.High, one.Cost.RecurringPerYear, Phases.MonthsBetween(plan.Start, one.Start), one.Months)) / (Phases.Horizon / 3);

    /// <summary>What is planned and those who join need at once has to have ended the day before; an earlier deadline stands.</summary>
    private static PlanningFrame Ready(PlanningFrame frame, Scenario.Growth growth, Plan plan, InitiativeLibrary library)
    {
        if (growth.On is not { } on || on <= frame.Start)
            return frame;
        var isUncounted = growth.People + growth.Sites == 0;
        Arrival[] arrivals = [.. growth.People > 0 || isUncounted ? [Arrival.People] : Array.Empty<Arrival>(), .. growth.Sites > 0 || isUncounted ? [Arrival.Sites] : Array.Empty<Arrival>()];
        var by = on.AddDays(-1);
        var needed = plan.Initiatives.Select(one => one.Id).Where(id => library.Entries.TryGetValue(id, out var entry) && entry.Arrivals.Intersect(arrivals).Any());
        return frame with
        {
            Deadlines = [.. frame.Deadlines.Concat(needed.Select(id => new Deadline(id, by))).GroupBy(one => one.Initiative).Select(same => same.MinBy(one => one.By)!)],
        };
    }

    private static PlanningFrame Wanted(PlanningFrame frame, string id) =>
        frame with { ForcedIn = [.. frame.ForcedIn.Union([id])], LeftOut = [.. frame.LeftOut.Except([id])] };

    /// <summary>Those who stay give what they gave: stated hours shrink with the number of people, reckoned hours follow from it.</summary>
    private static Ground Without(Ground ground, int? count)
    {
        var before = CapacityRules.ItPeople(ground.Organisation);
        var after = count is { } number ? Math.Max(0, before - number) : before / 2;
        return new Ground(
            ground.Frame with { HoursPerMonth = [.. ground.Frame.HoursPerMonth.Select(one => one.Team is Team.It && before > 0 ? one with { Hours = one.Hours * after / before } : one)] },
            ground.Testimony with { Organisation = ground.Organisation with { ItStaff = after } });
    }
}
