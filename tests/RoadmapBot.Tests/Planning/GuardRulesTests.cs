using RoadmapBot.Analysis;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Tests.Analysis;

namespace RoadmapBot.Tests.Planning;

public sealed class GuardRulesTests
{
    private const string Asked = "What went wrong in the last IT project?";

    [Fact]
    public void A_lesson_guards_the_initiatives_about_the_same_things_and_no_others()
    {
        var plan = PlanOf(
            (Role.It, "How is the network?", "The switches are ancient and fail."), (Role.It, "How do you sign in?", "There's no multi-factor sign-in."),
            (Role.DepartmentHead, Asked, "Multi-factor sign-in came without warning, nobody asked us."));
        var guard = Assert.Single(plan.Initiatives.Single(one => one.Id == "mfa-rollout").Guards);
        Assert.StartsWith("Those who will use it", guard.Text, StringComparison.Ordinal);
        Assert.Equal([new Receipt("v2", "s0", "Multi-factor sign-in came without warning, nobody asked us.")], guard.Evidence);
        Assert.Empty(plan.Initiatives.Single(one => one.Id == "network-renewal").Guards);
    }

    [Fact]
    public void A_lesson_guards_what_is_done_about_the_gap_that_the_same_answer_shows()
    {
        var plan = PlanOf((Role.It, "How did the last project go?", "Badly, the project dragged on for two years and was never finished."));
        Assert.NotEmpty(plan.Initiatives);
        Assert.All(plan.Initiatives, one => Assert.StartsWith("It is cut into steps", Assert.Single(one.Guards).Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_is_about_the_same_things_the_foremost_of_the_domain_are_guarded()
    {
        var plan = PlanOf((Role.It, "How do you sign in?", "There's no multi-factor sign-in."), (Role.It, Asked, "The firewall. It dragged on for ever."));
        Assert.StartsWith("It is cut into steps", Assert.Single(plan.Initiatives.Single(one => one.Id == "mfa-rollout").Guards).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_several_people_teach_is_one_guard_with_the_receipts_of_all()
    {
        var plan = PlanOf(
            (Role.It, "How do you sign in?", "There's no multi-factor sign-in."), (Role.It, Asked, "Multi-factor sign-in dragged on."), (Role.Executive, Asked, "Multi-factor sign-in was a year late."));
        Assert.Equal(["v1", "v2"], Assert.Single(plan.Initiatives.Single(one => one.Id == "mfa-rollout").Guards).Evidence.Select(receipt => receipt.Voice));
    }

    private static Plan PlanOf(params (Role, string, string)[] said)
    {
        var testimony = Known.Say(said);
        return Planner.Plan(Analyst.Analyse(testimony, Known.Catalogue), testimony, Known.Library, PlanningFrame.From(new DateOnly(2027, 1, 1), "USD"));
    }
}
