using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Analysis;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Tests.Analysis;

namespace RoadmapBot.Tests.Planning;

public sealed class BudgetRulesTests
{
    private static readonly Testimony County = Known.Case("02-sdg-united-counties");

    private static readonly GapAnalysis Analysis = Analyst.Analyse(County, Known.Catalogue);

    [Fact]
    public void The_quarters_cost_what_the_initiatives_cost_within_the_roadmap_and_none_is_over_its_budget() => Prop.ForAll(Frames(), frame =>
    {
        var plan = Planner.Plan(Analysis, County, Known.Library, frame);
        var quarters = BudgetRules.ByQuarter(plan);
        return quarters.Sum(one => one.High) == plan.Initiatives.Sum(one => one.Cost.High)
            && quarters.Sum(one => one.Low) == plan.Initiatives.Sum(one => one.Cost.Low)
            && quarters.Sum(one => one.Total) == plan.Initiatives.Sum(one => Apportionment.Within(one.Cost.High, one.Cost.RecurringPerYear, Phases.MonthsBetween(plan.Start, one.Start), one.Months))
            && !quarters.Any(one => one.IsOver)
            && plan.Initiatives.Count + plan.Warnings.Count(warning => warning.Code == "does-not-fit") + frame.LeftOut.Count == Whole;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_quarter_that_an_edit_has_filled_is_over_its_budget()
    {
        var plan = Planner.Plan(Analysis, County, Known.Library, PlanningFrame.From(new DateOnly(2027, 1, 1), "USD") with { BudgetPerQuarter = 200_000 });
        var dear = plan.Initiatives[0] with { Cost = plan.Initiatives[0].Cost with { High = 9_000_000 } };
        Assert.Contains(BudgetRules.ByQuarter(plan with { Initiatives = [dear, .. plan.Initiatives.Skip(1)] }), one => one.IsOver);
    }

    private static int Whole { get; } = Planner.Plan(Analysis, County, Known.Library, PlanningFrame.From(new DateOnly(2027, 1, 1), "USD")).Initiatives.Count;

    private static Arbitrary<PlanningFrame> Frames() => Gen.Choose(0, int.MaxValue).Select(seed =>
    {
        var random = new Random(seed);
        var all = Planner.Plan(Analysis, County, Known.Library, PlanningFrame.From(new DateOnly(2027, 1, 1), "USD")).Initiatives;
        return new PlanningFrame(
            new DateOnly(2027, random.Next(1, 13), 1), "USD", random.Next(1, 13), random.Next(2) == 0 ? random.Next(1_000, 400_000) : null,
            random.Next(2) == 0 ? [new(Team.It, random.Next(0, 300))] : [], (PriorityMethod)random.Next(4), [],
            [.. all.Select(one => one.Id).Where(_ => random.Next(10) == 0)], [.. all.Where(_ => random.Next(6) == 0).Select(one => new Deadline(one.Id, new DateOnly(2027, 1, 1).AddDays(random.Next(900))))]);
    }).ToArbitrary();
}
