using RoadmapBot.Benchmarks;
using RoadmapBot.Planning.Optimising;

namespace RoadmapBot.Tests.Planning.Optimising;

public sealed class OptimiserTests
{
    private static readonly Effort Thorough = new(ListRounds: 50, BoundRounds: 30, Nodes: 1_000_000);

    [Fact]
    public void On_small_portfolios_the_choice_is_as_good_as_the_best_of_all_choices()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var portfolio = Small(seed);
            var best = Optimiser.Optimise(portfolio, Thorough);
            Assert.True(best.IsProven, $"seed {seed} is not proven");
            Assert.True(BruteForce.Best(portfolio) == (best.Starts is null ? null : best.Worth), $"seed {seed}: {best.Worth}, but brute force finds {BruteForce.Best(portfolio)}");
            Assert.Equal(0, best.GapPercent);
        }
    }

    [Fact]
    public void The_small_portfolios_hold_every_kind_of_case()
    {
        Portfolio[] all = [.. Enumerable.Range(0, 400).Select(Small)];
        Assert.Contains(all, one => BruteForce.Best(one) is null);
        Assert.Contains(all, one => one.Projects.Any(project => project.After.Count > 0));
        Assert.Contains(all, one => one.Projects.Any(project => project.StartBy is not null));
        Assert.Contains(all, one => one.Projects.Any(project => project.FinishBy is not null));
        Assert.Contains(all, one => Optimiser.Optimise(one, Thorough).Starts is { } starts && starts.Count < one.Projects.Count);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(200, 5)]
    [InlineData(1000, 50)]
    public void However_little_effort_is_made_no_limit_is_broken_and_the_bound_holds(int rounds, int nodes)
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var portfolio = SeededPortfolio.Of(seed, 40, 12, 4);
            var best = Optimiser.Optimise(portfolio, new Effort(rounds, 3, nodes));
            if (best.Starts is null)
                continue;
            Assert.Null(BruteForce.Broken(portfolio, best.Starts));
            Assert.Equal(BruteForce.Worth(portfolio, best.Starts), best.Worth);
            Assert.True(best.Bound >= best.Worth, $"seed {seed}");
            Assert.InRange(best.GapPercent, 0, 100);
        }
    }

    [Fact]
    public void A_bound_that_was_stated_early_is_not_passed_by_a_longer_search()
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var portfolio = SeededPortfolio.Of(seed, 14, 8, 3);
            Assert.True(Optimiser.Optimise(portfolio, new Effort(0, 5, 0)).Bound >= Optimiser.Optimise(portfolio, Thorough).Worth, $"seed {seed}");
        }
    }

    [Fact]
    public void The_order_of_the_projects_does_not_matter_and_the_answer_is_always_the_same()
    {
        var portfolio = SeededPortfolio.Of(7, 25, 12, 4);
        var effort = new Effort(2000, 20, 100);
        var first = Optimiser.Optimise(portfolio, effort);
        var again = Optimiser.Optimise(portfolio with { Projects = [.. portfolio.Projects.Reverse()] }, effort);
        Assert.Equal(first.Worth, again.Worth);
        Assert.Equal(first.Starts!.OrderBy(one => one.Key), again.Starts!.OrderBy(one => one.Key));
    }

    [Fact]
    public void What_cannot_be_done_although_it_has_to_is_said_and_proven()
    {
        var portfolio = new Portfolio([10, 10], [], [new Project("dear", 5, 1, [11], 0, [], [], IsForced: true)]);
        Assert.Equal(new Optimum(null, 0, 0, true), Optimiser.Optimise(portfolio, Effort.Usual));
    }

    [Fact]
    public void Running_cost_counts_against_every_later_quarter()
    {
        var portfolio = new Portfolio([10, 10, 10], [], [new Project("a", 9, 1, [4], 7, [], []), new Project("b", 8, 1, [4], 0, [], [])]);
        Assert.Equal([("a", 0), ("b", 0)], Starts(portfolio));
        Assert.Equal([("a", 1), ("b", 0)], Starts(portfolio with { Budget = [10, 6, 10] }));
    }

    [Fact]
    public void Dependencies_in_a_circle_are_refused()
    {
        var portfolio = new Portfolio([10], [], [new Project("a", 1, 1, [1], 0, [], ["b"]), new Project("b", 1, 1, [1], 0, [], ["a"])]);
        Assert.Contains("circle", Assert.Throws<ArgumentException>(() => Optimiser.Optimise(portfolio, Effort.Usual)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_budget_is_never_worth_less_and_says_what_it_buys()
    {
        var effort = new Effort(500, 10, 20);
        for (var seed = 1; seed <= 10; seed++)
        {
            var portfolio = SeededPortfolio.Of(seed, 20, 12, 4, decided: 0);
            var best = Optimiser.Optimise(portfolio, effort);
            foreach (var step in Frontier.From(portfolio, best, 10_000, 3, effort))
            {
                Assert.True(step.Gained >= 0, $"seed {seed}, {step.Extra} more");
                Assert.Null(BruteForce.Broken(portfolio with { Budget = [.. portfolio.Budget.Select(amount => amount + step.Extra)] }, step.Best.Starts!));
                Assert.All(step.Added, id => Assert.Contains(id, step.Best.Starts!.Keys));
                Assert.All(step.Removed, id => Assert.DoesNotContain(id, step.Best.Starts!.Keys));
            }
        }
    }

    private static Portfolio Small(int seed) => SeededPortfolio.Of(seed, 3 + (seed % 4), 3 + (seed % 2), 2, links: 0.2, decided: 0.15);

    private static (string, int)[] Starts(Portfolio portfolio) =>
        [.. Optimiser.Optimise(portfolio, Effort.Usual).Starts!.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value))];
}
