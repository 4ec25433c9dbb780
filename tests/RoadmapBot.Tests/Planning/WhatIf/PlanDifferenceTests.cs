using RoadmapBot.Analysis;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Planning.WhatIf;
using RoadmapBot.Tests.Analysis;

namespace RoadmapBot.Tests.Planning.WhatIf;

public sealed class PlanDifferenceTests
{
    private static readonly Testimony Said = Known.Case(Path.GetFileNameWithoutExtension(Known.CaseFiles[0]));
    private static readonly GapAnalysis Analysis = Analyst.Analyse(Said, Known.Catalogue, new(2027, 1, 1));
    private static readonly Ground Now = new(PlanningFrame.From(new(2027, 1, 1), "USD") with { BudgetPerQuarter = 60_000 }, Said);
    private static readonly Plan Plan = On(Now);

    [Fact]
    public void A_plan_does_not_differ_from_itself() => Assert.True(PlanDifference.Between(Plan, On(Now)).IsEmpty);

    [Fact]
    public void Less_budget_never_makes_a_dearer_plan_and_what_falls_out_leaves_its_gaps_open()
    {
        var cut = After(new Scenario.BudgetCut(60));
        Assert.NotEmpty(cut.Dropped);
        Assert.True(cut.CostAfter < cut.CostBefore);
        var closed = On(ScenarioRules.Change(Now, new Scenario.BudgetCut(60), Plan, Known.Library)).Initiatives.SelectMany(one => one.Addresses).ToHashSet();
        Assert.Equal(cut.Dropped.SelectMany(one => one.Addresses).Distinct().Where(gap => !closed.Contains(gap)).Order(), cut.Exposed.Order());
    }

    [Fact]
    public void Everything_is_in_one_place_of_the_difference_at_most()
    {
        foreach (var scenario in (Scenario[])[new Scenario.BudgetCut(40), new Scenario.BudgetOf(20_000), new Scenario.PeopleLeave(null, null), new Scenario.Growth(200, 2), new Scenario.Delay(6)])
        {
            var difference = After(scenario);
            string[] ids = [.. difference.Moved.Select(move => move.After.Id), .. difference.Dropped.Select(one => one.Id), .. difference.Added.Select(one => one.Id)];
            Assert.Equal(ids.Distinct().Count(), ids.Length);
            Assert.All(difference.Moved, move => Assert.Equal(move.After.Start, move.Before.Start.AddMonths(move.Months)));
        }
    }

    [Fact]
    public void What_is_dropped_by_decision_is_gone_and_nothing_else_of_it_is_left()
    {
        var gone = Plan.Initiatives.First(one => Plan.Initiatives.All(other => !other.DependsOn.Contains(one.Id)));
        Assert.Contains(gone.Id, After(new Scenario.Drop(gone.Id)).Dropped.Select(one => one.Id));
    }

    [Fact]
    public void More_people_cost_more()
    {
        var grown = After(new Scenario.Growth(300, 0), Now with { Frame = Now.Frame with { BudgetPerQuarter = null } });
        Assert.True(grown.CostAfter > grown.CostBefore);
        Assert.Empty(grown.Dropped);
    }

    [Theory]
    [InlineData(80, 0, "mfa-rollout")]
    [InlineData(0, 2, "network-renewal")]
    [InlineData(0, 0, "mfa-rollout", "network-renewal")]
    public void What_those_who_join_need_at_once_has_to_be_ready_the_day_before(int people, int sites, params string[] needed)
    {
        var (ground, plan) = Small();
        var changed = ScenarioRules.Change(ground, new Scenario.Growth(people, sites, new(2028, 6, 1)), plan, Known.Library);
        Assert.Equal(needed.Select(id => new Deadline(id, new(2028, 5, 31))).ToHashSet(), [.. changed.Frame.Deadlines]);
        var ready = Planner.Plan(Analyst.Analyse(changed.Testimony, Known.Catalogue), changed.Testimony, Known.Library, changed.Frame).Initiatives.Where(one => needed.Contains(one.Id)).ToArray();
        Assert.Equal(needed.Length, ready.Length);
        Assert.All(ready, one => Assert.True(one.Start.AddMonths(one.Months) <= new DateOnly(2028, 6, 1)));
    }

    [Fact]
    public void An_earlier_deadline_stands_and_an_arrival_before_the_start_sets_none()
    {
        var (ground, plan) = Small();
        Deadline[] set = [new("mfa-rollout", new(2027, 3, 31))];
        Assert.Equal(set, ScenarioRules.Change(ground with { Frame = ground.Frame with { Deadlines = set } }, new Scenario.Growth(80, 0, new(2027, 10, 1)), plan, Known.Library).Frame.Deadlines);
        Assert.Empty(ScenarioRules.Change(ground, new Scenario.Growth(80, 0, new(2026, 12, 1)), plan, Known.Library).Frame.Deadlines);
    }

    [Fact]
    public void With_fewer_people_more_has_to_be_bought_or_waits()
    {
        var fewer = After(new Scenario.PeopleLeave(null, null));
        Assert.True(fewer.BoughtAfter > fewer.BoughtBefore || fewer.Moved.Any(move => move.Months > 0));
    }

    [Fact]
    public void A_later_start_moves_the_frame_and_keeps_everything_else() =>
        Assert.Equal(Now.Frame with { Start = new(2027, 4, 1) }, ScenarioRules.Change(Now, new Scenario.Delay(3), Plan, Known.Library).Frame);

    [Fact]
    public void A_cut_without_a_stated_budget_is_one_of_what_the_plan_spends()
    {
        var free = Now with { Frame = Now.Frame with { BudgetPerQuarter = null } };
        var plan = On(free);
        Assert.Equal(ScenarioRules.SpentPerQuarter(plan) * 80 / 100, ScenarioRules.Change(free, new Scenario.BudgetCut(20), plan, Known.Library).Frame.BudgetPerQuarter);
    }

    [Fact]
    public void Stated_hours_shrink_with_the_people()
    {
        var ground = new Ground(Now.Frame with { HoursPerMonth = [new(Team.It, 90), new(Team.Supplier, 40)] }, Said with { Organisation = Said.Organisation with { ItStaff = 3 } });
        var changed = ScenarioRules.Change(ground, new Scenario.PeopleLeave(1, "Sam"), Plan, Known.Library);
        Assert.Equal([new(Team.It, 60), new(Team.Supplier, 40)], changed.Frame.HoursPerMonth);
        Assert.Equal(2, changed.Organisation.ItStaff);
    }

    /// <summary>One initiative that people need at once, and one that sites do.</summary>
    private static (Ground, Plan) Small()
    {
        var said = Known.Say((Role.It, "How do you sign in?", "There's no multi-factor sign-in."), (Role.It, "How is the network?", "The switches are ancient and fail."));
        var frame = PlanningFrame.From(new(2027, 1, 1), "USD");
        return (new Ground(frame, said), Planner.Plan(Analyst.Analyse(said, Known.Catalogue), said, Known.Library, frame));
    }

    private static PlanDifference After(Scenario scenario, Ground? from = null)
    {
        var plan = On(from ?? Now);
        return PlanDifference.Between(plan, On(ScenarioRules.Change(from ?? Now, scenario, plan, Known.Library)));
    }

    private static Plan On(Ground ground) => Planner.Plan(Analysis, ground.Testimony, Known.Library, ground.Frame);
}
