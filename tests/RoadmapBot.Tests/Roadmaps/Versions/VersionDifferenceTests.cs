using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps.Versions;

namespace RoadmapBot.Tests.Roadmaps.Versions;

/// <summary>What is told of two plans is all that is different between them, and nothing that is not.</summary>
public sealed class VersionDifferenceTests
{
    private static readonly DateOnly January = new(2027, 1, 1);

    [Fact]
    public void A_plan_differs_in_nothing_from_itself() =>
        Prop.ForAll<int>(seed => VersionDifference.Between(PlanOf(seed), PlanOf(seed)).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_told_applied_to_the_one_gives_the_other() => Prop.ForAll<int, int>((seed, other) =>
    {
        var (before, after) = (PlanOf(seed), PlanOf(other));
        var told = VersionDifference.Between(before, after);
        return Facts(before).Keys.Concat(Facts(after).Keys).Distinct().All(id => Equals(Applied(Facts(before), told).GetValueOrDefault(id), Facts(after).GetValueOrDefault(id)))
            && told.Count == told.Distinct().Count();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Everything_that_people_would_notice_is_told_and_other_words_are_not()
    {
        var before = Plan(Initiative("a", 1, 3, 10, "IT", "g1"), Initiative("b", 2, 2, 10, "IT", "g1"), Initiative("c", 3, 2, 10, "IT", "g1"));
        var after = Plan(Initiative("a", 4, 5, 20, "Ada", "g2"), Initiative("b", 2, 2, 10, "IT", "g1") with { Objective = "said otherwise" }, Initiative("d", 3, 2, 10, "IT", "g1"));
        Change[] expected =
        [
            new Change.Dropped(before.Initiatives[2]), new Change.Added(after.Initiatives[2]),
            new Change.Moved("a", "a", January.AddMonths(1), January.AddMonths(4)), new Change.Lasts("a", "a", 3, 5), new Change.Costs("a", "a", new Price(10, 20, 10), new Price(20, 40, 20)), new Change.OwnedBy("a", "a", "IT", "Ada"),
        ];
        var told = VersionDifference.Between(before, after);
        Assert.Equal(expected, told.SkipLast(1));
        var reason = Assert.IsType<Change.Answers>(told[^1]);
        Assert.Equal(("a", "g2", "g1"), (reason.Initiative, Assert.Single(reason.Gained), Assert.Single(reason.Lost)));
    }

    /// <summary>The other plan's facts, from those of the one and what was told.</summary>
    private static Dictionary<string, Fact> Applied(Dictionary<string, Fact> facts, IReadOnlyList<Change> told)
    {
        foreach (var change in told)
        {
            var id = change.Initiative;
            switch (change)
            {
                case Change.Dropped:
                    facts.Remove(id);
                    break;
                case Change.Added(var now):
                    facts.Add(id, Fact.Of(now));
                    break;
                case Change.Moved moved when moved.From == facts[id].Start:
                    facts[id] = facts[id] with { Start = moved.To };
                    break;
                case Change.Lasts lasts when lasts.From == facts[id].Months:
                    facts[id] = facts[id] with { Months = lasts.To };
                    break;
                case Change.Costs costs when costs.From == facts[id].Price:
                    facts[id] = facts[id] with { Price = costs.To };
                    break;
                case Change.OwnedBy owned when owned.From == facts[id].Owner:
                    facts[id] = facts[id] with { Owner = owned.To };
                    break;
                case Change.Answers answers:
                    facts[id] = facts[id] with { Gaps = Fact.Join(facts[id].Gaps.Split(',', StringSplitOptions.RemoveEmptyEntries).Except(answers.Lost).Concat(answers.Gained)) };
                    break;
                default:
                    throw new InvalidOperationException($"{change} does not fit {facts[id]}");
            }
        }

        return facts;
    }

    private static Dictionary<string, Fact> Facts(Plan plan) => plan.Initiatives.ToDictionary(one => one.Id, Fact.Of);

    /// <summary>Up to six initiatives of eight that there are, each with random facts.</summary>
    private static Plan PlanOf(int seed)
    {
        var random = new System.Random(seed);
        return Plan([.. Enumerable.Range(0, 8).Where(_ => random.Next(4) > 0).Select(number => Initiative(
            $"i{number}", random.Next(4), 1 + random.Next(3), random.Next(3), random.Next(2) == 0 ? "IT" : "Ada", [.. Enumerable.Range(0, 4).Where(_ => random.Next(2) == 0).Select(gap => $"g{gap}")]))]);
    }

    private static Plan Plan(params Initiative[] initiatives) => new(PlanningFrame.From(January, "EUR"), initiatives, [], new Stability(200, 0, 1), []);

    private static Initiative Initiative(string id, int start, int months, int cost, string owner, params string[] gaps) => new(
        id, id, "objective", Phase.Short, January.AddMonths(start), months, [], new Cost(cost, 2 * cost, "EUR", cost, Basis.Assumption, "", []),
        new Return("", Basis.Assumption, ReturnClass.HoursSaved, []), [], owner, [], [], [], [], [], 0, null, new Priority(1, 1, 1, 1, 1, "", [], [], 100), gaps, [0], [], [], []);

    private sealed record Fact(DateOnly Start, int Months, Price Price, string Owner, string Gaps)
    {
        public static Fact Of(Initiative one) => new(one.Start, one.Months, Price.Of(one.Cost), one.Owner, Join(one.Addresses));

        public static string Join(IEnumerable<string> gaps) => string.Join(',', gaps.Order(StringComparer.Ordinal));
    }
}
