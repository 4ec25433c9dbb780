using RoadmapBot.Analysis;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Tests.Analysis;

namespace RoadmapBot.Tests.Planning;

public sealed class PlannerTests
{
    private static readonly DateOnly Start = new(2027, 1, 1);

    public static TheoryData<string> Cases => AnalystTests.Cases;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_plan_keeps_the_contract(string name)
    {
        var testimony = Known.Case(name);
        var analysis = Analyst.Analyse(testimony, Known.Catalogue);
        var plan = Planner.Plan(analysis, testimony, Known.Library, PlanningFrame.From(Start, "USD"));

        var gaps = analysis.Gaps.Select(gap => gap.Id).ToHashSet();
        var ends = plan.Initiatives.ToDictionary(one => one.Id, one => one.Start.AddMonths(one.Months));
        Assert.NotEmpty(plan.Initiatives);
        Assert.Equal(Enumerable.Range(1, plan.Initiatives.Count), plan.Initiatives.Select(one => one.Priority.Rank).Order());
        Assert.All(plan.Initiatives, one =>
        {
            Assert.NotEmpty(one.Addresses);
            Assert.All(one.Addresses, id => Assert.Contains(id, gaps));
            Assert.NotEmpty(one.Objectives);
            Assert.All(one.Objectives, index => Assert.InRange(index, 0, analysis.Objectives.Count - 1));
            Assert.All(one.DependsOn, id => Assert.True(ends[id] <= one.Start));
            Assert.All(one.Outcomes, outcome => Assert.Contains(plan.Kpis, kpi => kpi.Id == outcome.Kpi));
            Assert.InRange(one.Priority.Impact, 1, 5);
            Assert.InRange(one.Priority.Risk, 1, 5);
            Assert.InRange(one.Priority.Resources, 1, 5);
            Assert.True(one.Cost.Low <= one.Cost.High);
            Assert.True(one.Cost.Basis is Basis.Assumption == (one.Cost.Evidence.Count == 0));
            Assert.Equal(PhaseOf(one), one.Phase);
        });
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_has_to_be_fixed_now_begins_in_the_first_half_year_or_as_it_ends(string name)
    {
        var testimony = Known.Case(name);
        var analysis = Analyst.Analyse(testimony, Known.Catalogue);
        var plan = Planner.Plan(analysis, testimony, Known.Library, PlanningFrame.From(Start, "USD"));
        Assert.All(analysis.Gaps.Where(gap => gap.Bucket is Bucket.FixNow), gap =>
            Assert.InRange(plan.Initiatives.Where(one => one.Addresses.Contains(gap.Id)).Min(one => one.Start), Start, Start.AddMonths(6)));
    }

    [Theory]
    [InlineData(0, "than are left")]
    [InlineData(5, "than are left")]
    public void What_the_frame_has_no_room_for_is_named_with_the_limit(int hours, string reason)
    {
        var testimony = Known.Case("02-sdg-united-counties");
        var plan = Planner.Plan(Analyst.Analyse(testimony, Known.Catalogue), testimony, Known.Library, PlanningFrame.From(Start, "USD") with { HoursPerMonth = [new(Team.It, hours)] });
        Assert.Contains(plan.Warnings, warning => warning.Code == "does-not-fit" && warning.Text.Contains(reason, StringComparison.Ordinal) && warning.Text.Contains("IT in Q", StringComparison.Ordinal));
        Assert.DoesNotContain(plan.Warnings, warning => warning.Code == "help-needed");
    }

    [Fact]
    public void What_its_owner_decides_is_done_and_what_nothing_asks_for_is_said_to_be_so()
    {
        var testimony = Known.Say((Role.It, "How do you sign in?", "There's no multi-factor sign-in."));
        var frame = PlanningFrame.From(Start, "USD") with { LeftOut = ["mfa-rollout"], ForcedIn = ["print-renewal"] };
        var plan = Planner.Plan(Analyst.Analyse(testimony, Known.Catalogue), testimony, Known.Library, frame);
        Assert.DoesNotContain(plan.Initiatives, one => one.Id is "mfa-rollout" or "print-renewal");
        Assert.Equal(["left-out", "forced-without-gap"], plan.Warnings.Take(2).Select(warning => warning.Code));
    }

    [Fact]
    public void A_deadline_that_cannot_be_kept_is_told()
    {
        var testimony = Known.Say((Role.It, "How do you sign in?", "There's no multi-factor sign-in."));
        var frame = PlanningFrame.From(Start, "USD") with { Deadlines = [new("mfa-rollout", new DateOnly(2027, 2, 15))] };
        var plan = Planner.Plan(Analyst.Analyse(testimony, Known.Catalogue), testimony, Known.Library, frame);
        Assert.Equal((Start, new DateOnly(2027, 2, 15)), (plan.Initiatives[0].Start, plan.Initiatives[0].Due));
        Assert.Contains(plan.Warnings, warning => warning.Code == "deadline-missed" && warning.Text.Contains("15 February 2027", StringComparison.Ordinal));
    }

    [Fact]
    public void Security_is_boosted_and_the_arithmetic_is_shown()
    {
        var testimony = Known.Say((Role.It, "How do you sign in?", "There's no multi-factor sign-in.")) with { Objectives = ["Stay secure"] };
        var initiative = PlanOf(testimony).Initiatives.Single(one => one.Id == "mfa-rollout");
        Assert.Equal("Impact 4 of 5, risk 4 of 5, effort 2 of 5: 20 × (0.4×4 + 0.4×4 + 0.2×(6−2)) × 1.2 because it enhances security = 96", initiative.Priority.Why);
        Assert.Equal(96, initiative.Priority.Score);
    }

    [Theory]
    [InlineData("The switches are ancient. We were quoted $48,000 for new switches.", 48_000, 0)]
    [InlineData("The switches are ancient. The offer for new switches was 12k dollars a year.", 0, 12_000)]
    [InlineData("The switches are ancient. A bid for the network came in at 1.5 million dollars.", 1_500_000, 0)]
    public void An_amount_that_somebody_named_wins_and_is_cited(string text, long once, long yearly)
    {
        var cost = PlanOf(Known.Say((Role.It, "How is the network?", text))).Initiatives.Single(one => one.Id == "network-renewal").Cost;
        Assert.Equal((once, once, yearly, Basis.Stated), (cost.Low, cost.High, cost.RecurringPerYear, cost.Basis));
        Assert.Contains(Assert.Single(cost.Evidence).Quote, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The switches are ancient. An outage of the network cost us $40,000.")]
    [InlineData("The switches are ancient. We were quoted €48,000 for new switches.")]
    [InlineData("The switches are ancient. We were quoted $48,000 for a van.")]
    [InlineData("The switches are ancient.")]
    public void A_loss_another_currency_or_another_thing_is_no_price(string text) => Assert.Equal(
        Basis.Assumption, PlanOf(Known.Say((Role.It, "How is the network?", text))).Initiatives.Single(one => one.Id == "network-renewal").Cost.Basis);

    [Fact]
    public void An_unknown_headcount_is_assumed_and_said_so()
    {
        var testimony = Known.Say((Role.It, "How do you sign in?", "There's no multi-factor sign-in."));
        var unknown = PlanOf(testimony).Initiatives.Single(one => one.Id == "mfa-rollout").Cost;
        var known = PlanOf(testimony with { Organisation = new Organisation("T", null, 500, 5, 2) }).Initiatives.Single(one => one.Id == "mfa-rollout").Cost;
        Assert.Contains("50 people assumed", unknown.Note, StringComparison.Ordinal);
        Assert.Contains("500 people", known.Note, StringComparison.Ordinal);
        Assert.Equal((4_500, 20_500, 12_000), (known.Low, known.High, known.RecurringPerYear));
    }

    [Theory]
    [InlineData("USD", false)]
    [InlineData("EUR", true)]
    public void Figures_in_another_currency_say_that_they_were_not_converted(string currency, bool said)
    {
        var testimony = Known.Say((Role.It, "How do you sign in?", "There's no multi-factor sign-in."));
        var plan = Planner.Plan(Analyst.Analyse(testimony, Known.Catalogue), testimony, Known.Library, PlanningFrame.From(Start, currency));
        Assert.All(plan.Initiatives, one => Assert.Equal(said, one.Cost.Note.Contains("without conversion", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_objective_that_nothing_serves_is_named()
    {
        var testimony = Known.Say((Role.It, "How's the Wi-Fi?", "It drops out.")) with { Objectives = ["Work more efficiently", "Comply with HIPAA"] };
        Assert.Contains(PlanOf(testimony).Warnings, warning => warning.Code == "objective-unserved" && warning.Text.Contains("HIPAA", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_planned_where_nothing_was_found() =>
        Assert.Empty(PlanOf(Known.Say((Role.It, "How is it?", "Everything works well."))).Initiatives);

    private static Plan PlanOf(Testimony testimony) => Planner.Plan(Analyst.Analyse(testimony, Known.Catalogue), testimony, Known.Library, PlanningFrame.From(Start, "USD"));

    private static Phase PhaseOf(Initiative one)
    {
        var from = ((one.Start.Year - Start.Year) * 12) + one.Start.Month - Start.Month;
        return (from, from + one.Months) switch { ( >= 0, <= 6) => Phase.Short, ( >= 6, <= 18) => Phase.Mid, ( >= 18, <= 36) => Phase.Long, _ => (Phase)(-1) };
    }
}
