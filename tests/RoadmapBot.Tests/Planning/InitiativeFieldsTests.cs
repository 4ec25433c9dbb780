using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Support;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Tests.Analysis;

namespace RoadmapBot.Tests.Planning;

public sealed class InitiativeFieldsTests
{
    private static readonly PlanningFrame Frame = PlanningFrame.From(new DateOnly(2027, 1, 1), "USD");

    private static readonly Testimony NoSecondFactor = Known.Say((Role.It, "How do you sign in?", "There's no multi-factor sign-in."));

    private static readonly Initiative Whole = PlanOf(NoSecondFactor).Initiatives.Single(one => one.Id == "mfa-rollout");

    [Fact]
    public void Every_initiative_of_the_library_has_every_field() => Assert.Empty(FieldRules.Missing(Whole));

    [Fact]
    public void A_field_that_says_nothing_is_named()
    {
        Assert.Equal(["owner", "milestones"], FieldRules.Missing(Whole with { Owner = "", Milestones = [] }).OrderDescending());
        Assert.Equal(["one-time cost"], FieldRules.Missing(Whole with { Cost = Whole.Cost with { Low = 0, High = 0 } }));
        Assert.Equal(["cost"], FieldRules.Missing(Whole with { Cost = Whole.Cost with { Low = 0, High = 0, RecurringPerYear = 0 } }));
    }

    [Fact]
    public void A_plan_warns_of_a_price_that_was_only_told_by_the_year()
    {
        var plan = PlanOf(Known.Say((Role.It, "How is the network?", "The switches are ancient. The offer for new switches was $12,000 a year.")));
        Assert.Contains(plan.Warnings, warning => warning.Code == "field-missing" && warning.Text.Contains("one-time cost", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(3, new[] { 1, 1, 2, 3 })]
    [InlineData(4, new[] { 1, 2, 3, 4 })]
    [InlineData(1, new[] { 1, 1, 1, 1 })]
    public void Milestones_are_spread_over_the_months_and_the_last_ends_it(int months, int[] reached) =>
        Assert.Equal(reached, Milestone.Over(months, ["a", "b", "c", "d"]).Select(milestone => milestone.Month));

    [Fact]
    public void What_has_to_come_before_and_is_not_planned_is_said_to_be_assumed()
    {
        var plan = PlanOf(Known.Say((Role.It, "Does anybody watch for attacks?", "Nobody watches the security alerts at night.")));
        var watch = plan.Initiatives.Single(one => one.Id == "security-monitoring");
        Assert.Equal((0, "Watchful protection on every device"), (watch.DependsOn.Count, Assert.Single(watch.Assumes)));
    }

    [Theory]
    [InlineData("2027-05-31", "2027-06-30", "2027-05-31", "Old Server leaves support")]
    [InlineData("2027-05-31", "2027-03-31", "2027-03-31", "set by the owner")]
    [InlineData("2026-05-31", null, null, null)]
    [InlineData("2031-05-31", null, null, null)]
    [InlineData("2027-05-31", null, "2027-05-31", "Old Server leaves support")]
    public void The_next_end_of_support_or_the_owners_day_is_the_deadline(string ends, string? set, string? by, string? why)
    {
        var support = new SupportRegister(new DateOnly(2026, 11, 1), "test", [new SupportDate("Old Server", Date(ends)!.Value, null, null, null, 0, [])], "", []);
        var frame = Frame with { Deadlines = Date(set) is { } day ? [new Deadline("eol-removal", day)] : [] };
        var gap = new Gap(SupportGap.Id, "", "", Domain.Infrastructure, GapKind.Technical, Bucket.FixNow, new Severity(4, 4, ""), null, [], []);
        var due = DeadlineRules.Of("eol-removal", [gap], frame, support);
        Assert.Equal((Date(by), why), (due?.By, due?.Why));
    }

    [Fact]
    public void The_stages_tell_what_is_done_and_what_the_next_gate_asks()
    {
        var analysis = Analyst.Analyse(NoSecondFactor, Known.Catalogue);
        var plan = Planner.Plan(analysis, NoSecondFactor, Known.Library, Frame);
        Assert.Equal([StageState.Now, StageState.Now, StageState.Next, StageState.Next], Stages.Of(analysis, plan, 1, isApproved: false).Skip(1).Select(stage => stage.State));
        Assert.Equal([StageState.Done, StageState.Done, StageState.Done, StageState.Now, StageState.Next], Stages.Of(analysis, plan, 1, isApproved: true).Select(stage => stage.State));
        Assert.Contains("to be approved", Stages.Of(analysis, plan, 1, isApproved: false)[2].Gate, StringComparison.Ordinal);
    }

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Plan PlanOf(Testimony testimony) => Planner.Plan(Analyst.Analyse(testimony, Known.Catalogue), testimony, Known.Library, Frame);
}
