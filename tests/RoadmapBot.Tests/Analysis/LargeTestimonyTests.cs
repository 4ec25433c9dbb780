using RoadmapBot.Analysis;
using RoadmapBot.Benchmarks;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Tests.Analysis;

/// <summary>The benchmark's testimony at a small size: what is measured there does what it should.</summary>
public sealed class LargeTestimonyTests
{
    private static readonly Testimony Said = SeededTestimony.Of(seed: 1, people: 8, answersEach: 30, painPoints: 400);

    [Fact]
    public void Many_people_and_many_pain_points_become_a_gap_analysis_and_a_roadmap()
    {
        var frame = PlanningFrame.From(new(2027, 1, 1), "USD");
        var analysis = Analyst.Analyse(Said, Known.Catalogue, frame.Start);
        var plan = Planner.Plan(analysis, Said, Known.Library, frame);

        Assert.NotEmpty(plan.Initiatives);
        Assert.Contains(analysis.Gaps, gap => gap.Evidence.Any(receipt => receipt.Voice.Length == 0));
        Assert.All(analysis.Gaps.SelectMany(gap => gap.Evidence), receipt => Assert.Contains(receipt.Quote, TextOf(receipt), StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_seed_says_the_same_and_another_seed_something_else()
    {
        Assert.Equal(Texts(Said), Texts(SeededTestimony.Of(1, 8, 30, 400)));
        Assert.NotEqual(Texts(Said), Texts(SeededTestimony.Of(2, 8, 30, 400)));
    }

    [Fact]
    public void Hardly_any_two_pain_points_are_the_same() =>
        Assert.InRange(Said.PainPoints.Select(point => point.Text).Distinct().Count(), 380, 400);

    private static string TextOf(Receipt receipt) => receipt.Voice.Length == 0
        ? Said.PainPoints.Single(point => point.Id == receipt.Statement).Text
        : Said.Voices.Single(voice => voice.Id == receipt.Voice).Statements.Single(statement => statement.Id == receipt.Statement).Text;

    private static IEnumerable<string> Texts(Testimony said) => said.Voices.SelectMany(voice => voice.Statements).Select(one => one.Text).Concat(said.PainPoints.Select(point => point.Text));
}
