using RoadmapBot.Analysis;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning.Optimising;

/// <summary>
/// Makes a portfolio of what the gaps ask for, within a frame: quarters of three months from the roadmap's start; a value is the initiative's score by the
/// frame's method, in hundredths. A limit that nobody has set does not bind; IT's own hours, where nobody has stated them, bind as far as the plan as it stands
/// keeps to them. A deadline that nothing can meet any more is no limit.
/// </summary>
internal static class PortfolioRules
{
    private const int MonthsOfAQuarter = 3;
    private const int Quarters = Phases.Horizon / MonthsOfAQuarter;

    /// <param name="plan">As it stands.</param>
    public static Portfolio Of(GapAnalysis analysis, Testimony testimony, InitiativeLibrary library, PlanningFrame frame, Plan plan)
    {
        var proposals = ProposalRules.Of(analysis, library, frame);
        var stated = StatedPrices.Find(testimony, library.Gaps.Lexicon, frame.Currency, library.Things);
        var costs = CostRules.Estimate(proposals, testimony.Organisation, frame.Currency, stated);
        var limits = CapacityRules.Of(frame, testimony.Organisation);
        var teams = limits.Hours.Keys.Union(limits.OwnHours is null ? [] : [Team.It]).Order().ToArray();
        Project[] projects = [.. proposals.Select(one => ProjectOf(one, costs[one.Id], frame, teams))];
        var budget = frame.BudgetPerQuarter ?? projects.Sum(one => one.Cost.Sum() + one.Running);
        long Hours(Team team) => limits.Hours.TryGetValue(team, out var month) ? MonthsOfAQuarter * (long)month : Math.Max(MonthsOfAQuarter * (long)(limits.OwnHours ?? 0), Heaviest(plan, team));
        return new Portfolio([.. Enumerable.Repeat(budget, Quarters)], [.. teams.Select(team => (IReadOnlyList<long>)[.. Enumerable.Repeat(Hours(team), Quarters)])], projects);
    }

    /// <summary>The month, counted from zero, in which a quarter begins.</summary>
    public static int MonthOf(int quarter) => MonthsOfAQuarter * quarter;

    private static Project ProjectOf(Proposal one, Cost cost, PlanningFrame frame, Team[] teams)
    {
        var months = one.Entry.Months;
        var length = (months + MonthsOfAQuarter - 1) / MonthsOfAQuarter;
        var money = Apportionment.Money(cost.High, cost.RecurringPerYear, 0, months).GroupBy(part => part.Month / MonthsOfAQuarter).Select(quarter => quarter.Sum(part => part.Amount));
        var carried = CapacityRules.Carried(one.Entry.Effort, frame).ToDictionary(part => part.Team, part => part.Hours);
        var last = one.Due is { } due ? (int)Math.Floor((Phases.MonthsBetween(frame.Start, due.By.AddDays(1)) - months) / (double)MonthsOfAQuarter) : (int?)null;
        return new Project(
            one.Id, (long)Math.Round(100 * PriorityRules.Score(frame.Method, one.Facts, Views.Plain)), length, [.. money.Take(length)], (cost.RecurringPerYear + 3) / 4,
            [.. teams.Select(team => Parts(carried.GetValueOrDefault(team), months, length))], one.Entry.After,
            StartBy: last >= 0 ? last : null, IsForced: frame.ForcedIn.Contains(one.Id));
    }

    private static long[] Parts(long hours, int months, int quarters) =>
        [.. Enumerable.Range(0, quarters).Select(quarter => Enumerable.Range(MonthOf(quarter), Math.Min(MonthsOfAQuarter, months - MonthOf(quarter))).Sum(month => Apportionment.Part(hours, months, month)))];

    /// <summary>The most that a team has to give to the plan in a quarter.</summary>
    private static long Heaviest(Plan plan, Team team)
    {
        var hours = new long[Quarters];
        foreach (var one in plan.Initiatives)
        {
            var effort = CapacityRules.Carried(one.Effort, plan.Frame).FirstOrDefault(part => part.Team == team)?.Hours ?? 0;
            for (var month = 0; month < one.Months; month++)
                if ((Phases.MonthsBetween(plan.Start, one.Start) + month) / MonthsOfAQuarter is >= 0 and < Quarters and var quarter)
                    hours[quarter] += Apportionment.Part(effort, one.Months, month);
        }
        return hours.Max();
    }
}
