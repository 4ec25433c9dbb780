namespace RoadmapBot.Planning;

/// <summary>What a quarter of the roadmap costs, in whole units of the currency.</summary>
/// <param name="Low">Of what is spent once, at its lower figures.</param>
/// <param name="High">Of what is spent once, at its upper figures, which budgets are held against.</param>
/// <param name="Running">Running costs of what has ended before.</param>
/// <param name="Limit">The budget, for a cut quarter its share; null for none.</param>
internal sealed record QuarterCost(FiscalQuarter Quarter, long Low, long High, long Running, long? Limit)
{
    public long Total => High + Running;

    public bool IsOver => Total > Limit;
}

/// <summary>The three years' money by quarter of the fiscal year: one-time costs over an initiative's months, running costs from its end on.</summary>
internal static class BudgetRules
{
    /// <returns>Every quarter that the roadmap touches; together they cost what the initiatives do within the roadmap.</returns>
    public static IReadOnlyList<QuarterCost> ByQuarter(Plan plan)
    {
        var calendar = new FiscalCalendar(plan.Start, plan.Frame.FiscalYearFrom);
        return [.. calendar.Quarters.Select(quarter => new QuarterCost(
            quarter, Sum(quarter, cost => (cost.Low, 0)), Sum(quarter, cost => (cost.High, 0)), Sum(quarter, cost => (0, cost.RecurringPerYear)),
            plan.Frame.BudgetPerQuarter * quarter.Months / 3))];

        long Sum(FiscalQuarter quarter, Func<Cost, (long Once, long PerYear)> part) => plan.Initiatives
            .SelectMany(one => Apportionment.Money(part(one.Cost).Once, part(one.Cost).PerYear, Phases.MonthsBetween(plan.Start, one.Start), one.Months))
            .Where(spent => calendar.At(spent.Month) == quarter).Sum(spent => spent.Amount);
    }
}
