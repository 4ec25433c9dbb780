using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Analysis;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Tests.Planning;

public sealed class RobustnessTests
{
    [Theory]
    [InlineData(new[] { 0, 1, 2, 3 }, 1)]
    [InlineData(new[] { 3, 2, 1, 0 }, -1)]
    [InlineData(new[] { 1, 0, 2 }, 1.0 / 3)]
    [InlineData(new[] { 0 }, 1)]
    public void Kendalls_tau_is_one_for_the_same_order_and_minus_one_for_the_reverse(int[] order, double tau) => Assert.Equal(tau, Robustness.Tau(order), 9);

    [Fact]
    public void What_leads_in_everything_stays_first_in_every_view()
    {
        PriorityFacts[] facts = [Facts(5, 5, 1), .. Enumerable.Range(0, 8).Select(i => Facts(2 + (i % 2), 2, 4))];
        var (stability, stays) = Robustness.Of(facts, PriorityMethod.Weighted);
        Assert.Equal((200, 3, 100), (stability.Views, stability.Top, stays[0]));
    }

    [Fact]
    public void What_hangs_on_the_weights_does_not_stay()
    {
        PriorityFacts[] facts = [.. Enumerable.Range(0, 4).SelectMany(_ => (PriorityFacts[])[Facts(5, 1, 3), Facts(1, 5, 3)])];
        Assert.Contains(Robustness.Of(facts, PriorityMethod.Weighted).Stays, stays => stays < 90);
    }

    [Fact]
    public void The_same_order_is_always_as_stable() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        PriorityFacts[] facts = [.. Enumerable.Range(0, random.Next(0, 30)).Select(_ => Facts(random.Next(1, 6), random.Next(1, 6), random.Next(1, 6)))];
        var method = (PriorityMethod)random.Next(4);
        var (stability, stays) = Robustness.Of(facts, method);
        return stays.SequenceEqual(Robustness.Of(facts, method).Stays) && stays.All(share => share is >= 0 and <= 100) && stability.Tau is >= -1 and <= 1 && stability.Top <= facts.Length;
    }).QuickCheckThrowOnFailure();

    private static PriorityFacts Facts(int impact, int likelihood, int resources) => new(
        impact, new Gap("g", "Gap", "", Domain.Infrastructure, GapKind.Technical, Bucket.FixNow, new Severity(likelihood, impact, "why"), null, [], []),
        Bucket.FixNow, 2, resources, 100 * resources, false, false, false);
}
