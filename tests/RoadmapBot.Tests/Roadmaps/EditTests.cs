using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Tests.Roadmaps;

public sealed class EditTests
{
    private static readonly DateOnly January = new(2027, 1, 1);

    /// <summary>"plan" (January to March) comes before "build" (April to June).</summary>
    private static readonly Plan Plan = new(PlanningFrame.From(January, "EUR"), [Initiative("plan", 0, 3), Initiative("build", 3, 3, "plan")], [], new Stability(200, 2, 1), []);

    [Fact]
    public void A_changed_start_moves_the_initiative_into_its_phase_and_place()
    {
        var after = Change("plan", start: 20).ApplyTo(Plan);

        Assert.Equal(["build", "plan"], after.Initiatives.Select(one => one.Id));
        Assert.Equal((Phase.Long, new DateOnly(2028, 9, 1)), (after.Initiatives[1].Phase, after.Initiatives[1].Start));
    }

    [Fact]
    public void Milestones_stretch_with_the_months() =>
        Assert.Equal([2, 6], Change("plan", months: 6).ApplyTo(Plan).Initiatives.First(one => one.Id == "plan").Milestones.Select(milestone => milestone.Month));

    [Fact]
    public void A_changed_cost_is_stated_by_whoever_changed_it()
    {
        var cost = (Change("plan") with { CostLow = 10, CostHigh = 20 }).ApplyTo(Plan).Initiatives[0].Cost;

        Assert.Equal((10, 20, Basis.Stated), (cost.Low, cost.High, cost.Basis));
        Assert.Contains("Ada", cost.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_out_is_gone_and_holds_nothing_back()
    {
        var after = (Change("plan") with { IsLeftOut = true }).ApplyTo(Plan);

        Assert.Equal("build", Assert.Single(after.Initiatives).Id);
        Assert.Empty(after.Initiatives[0].DependsOn);
    }

    [Fact]
    public void An_edit_of_what_is_no_longer_planned_changes_nothing() =>
        Assert.Equal(Plan.Initiatives, Change("gone", start: 5).ApplyTo(Plan).Initiatives);

    [Theory]
    [InlineData("plan", -1, 3, "must lie between")]
    [InlineData("plan", 34, 3, "must lie between")]
    [InlineData("plan", 0, 0, "must lie between")]
    [InlineData("plan", 2, 3, "builds on it")]
    [InlineData("plan", 0, 4, "builds on it")]
    [InlineData("build", 2, 3, "needs “plan” first")]
    [InlineData("gone", 2, 3, "no longer")]
    public void What_cannot_be_is_refused_with_the_reason(string initiative, int start, int months, string reason) =>
        Assert.Contains(reason, Change(initiative, start, months).Fault(Plan)!, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(10, 5)]
    public void A_cost_range_must_be_one(long low, long high) => Assert.NotNull((Change("plan") with { CostLow = low, CostHigh = high }).Fault(Plan));

    [Fact]
    public void What_can_be_done_has_no_fault() => Assert.Null(Change("build", 10, 6).Fault(Plan));

    [Fact]
    public void What_others_build_on_may_be_left_out() => Assert.Null((Change("plan") with { IsLeftOut = true }).Fault(Plan));

    private static Edit Change(string initiative, int? start = null, int? months = null) => new(
        initiative, start is { } month ? January.AddMonths(month) : null, months, null, null, null, false, "because", new("ada"), "Ada", DateTimeOffset.UnixEpoch);

    private static Initiative Initiative(string id, int start, int months, params string[] after) => new(
        id, id, "objective", start < 6 ? Phase.Short : Phase.Mid, January.AddMonths(start), months, [new Milestone("first", 1), new Milestone("last", months)], new Cost(1, 2, "EUR", 0, Basis.Assumption, "", []),
        new Return("", Basis.Assumption, ReturnClass.HoursSaved, []), [], "IT", [], [], [], [], [], 0, null, new Priority(1, 1, 1, 1, 1, "", [], [], 100), ["gap"], [0], after, [], []);
}
