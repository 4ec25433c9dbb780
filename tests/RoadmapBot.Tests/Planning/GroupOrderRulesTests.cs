using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Analysis;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Tests.Analysis;

namespace RoadmapBot.Tests.Planning;

public sealed class GroupOrderRulesTests
{
    private static readonly Testimony Said = Known.Case("02-sdg-united-counties");
    private static readonly GapAnalysis Analysis = Analyst.Analyse(Said, Known.Catalogue);
    private static readonly PlanningFrame Frame = PlanningFrame.From(new DateOnly(2027, 1, 1), "USD");
    private static readonly string[] Reckoned = [.. ProposalRules.Of(Analysis, Known.Library, Frame).Select(one => one.Id)];

    [Fact]
    public void What_the_group_scored_shares_out_its_own_places_and_all_else_stays()
    {
        string[] scored = [Reckoned[5], Reckoned[0], "no-such-initiative", Reckoned[2]];
        string[] expected = [Reckoned[5], Reckoned[1], Reckoned[0], Reckoned[3], Reckoned[4], Reckoned[2], .. Reckoned[6..]];
        Assert.Equal(expected, Ordered(scored));
    }

    [Fact]
    public void The_plan_says_of_each_whether_the_group_put_it_there_and_how_stable_the_reckoned_order_is_stays()
    {
        var plan = Planner.Plan(Analysis, Said, Known.Library, Frame);
        string[] scored = [.. plan.Initiatives.OrderByDescending(one => one.Priority.Rank).Take(3).Select(one => one.Id)];
        var grouped = Planner.Plan(Analysis, Said, Known.Library, Frame with { Group = Order(scored) });
        Assert.Equal(scored, grouped.Initiatives.Where(one => one.Priority.Why.StartsWith("Place ", StringComparison.Ordinal)).OrderBy(one => one.Priority.Rank).Select(one => one.Id));
        Assert.Equal(plan.Stability, grouped.Stability);
    }

    [Fact]
    public void Nothing_is_lost_or_doubled_whatever_the_group_says() => Prop.ForAll(Gen.Choose(0, Reckoned.Length - 1).ListOf().ToArbitrary(), picks =>
    {
        string[] scored = [.. picks.Select(pick => Reckoned[pick]).Distinct()];
        var ordered = Ordered(scored);
        return ordered.Order().SequenceEqual(Reckoned.Order()) && ordered.Where(scored.Contains).SequenceEqual(scored)
            && ordered.Zip(Reckoned).All(pair => scored.Contains(pair.Second) || pair.First == pair.Second);
    }).QuickCheckThrowOnFailure();

    private static string[] Ordered(string[] scored) => [.. ProposalRules.Of(Analysis, Known.Library, Frame with { Group = Order(scored) }).Select(one => one.Id)];

    private static GroupOrder Order(string[] scored) => new(1, scored, new("ada"), "Ada", DateTimeOffset.UnixEpoch);
}
