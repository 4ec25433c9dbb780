using RoadmapBot.Analysis;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Tests.Analysis;

namespace RoadmapBot.Tests.Planning;

public sealed class PriorityRulesTests
{
    private static readonly PriorityFacts Backup = Facts(likelihood: 4, impact: 5, urgency: Bucket.FixNow, reach: 3, resources: 2, hours: 140);

    private static readonly PriorityFacts Portal = Facts(likelihood: 2, impact: 3, urgency: Bucket.Plan, reach: 1, resources: 4, hours: 1500) with { ServesRevenue = true };

    [Theory]
    [InlineData(PriorityMethod.Weighted, "Impact 5 of 5, risk 4 of 5, effort 2 of 5: 20 × (0.4×5 + 0.4×4 + 0.2×(6−2)) = 88", 88)]
    [InlineData(PriorityMethod.Wsjf, "Value to the business 13, urgency 13, risk removed 8, size of the job 3: (13 + 13 + 8) ÷ 3 = 11.33", 34.0 / 3)]
    [InlineData(PriorityMethod.Rice, "Named by 3, impact 3, confidence 100 %, effort 1 person-months: 3 × 3 × 1 ÷ 1 = 9", 9)]
    [InlineData(PriorityMethod.RiskMatrix, "Likelihood 4 of 5 × impact 5 of 5 = 20 of 25", 20)]
    public void Each_method_shows_its_arithmetic(object method, string why, double score)
    {
        Assert.Equal(why, PriorityRules.Why((PriorityMethod)method, Backup));
        Assert.Equal(score, PriorityRules.Score((PriorityMethod)method, Backup, Views.Plain), 9);
    }

    [Fact]
    public void Revenue_rises_as_security_does()
    {
        Assert.EndsWith("× 1.2 because it supports a revenue objective = 57.6", PriorityRules.Why(PriorityMethod.Weighted, Portal), StringComparison.Ordinal);
        Assert.Equal(1.2 * 88, PriorityRules.Score(PriorityMethod.Weighted, Backup with { EnhancesSecurity = true }, Views.Plain), 9);
    }

    [Theory]
    [InlineData(1, "confidence 50 %")]
    [InlineData(2, "confidence 80 %")]
    [InlineData(9, "confidence 100 %")]
    public void What_more_people_say_is_surer(int reach, string confidence) =>
        Assert.Contains(confidence, PriorityRules.Why(PriorityMethod.Rice, Backup with { Reach = reach }), StringComparison.Ordinal);

    [Theory]
    [InlineData(40, 1)]
    [InlineData(41, 2)]
    [InlineData(1280, 13)]
    [InlineData(1281, 20)]
    public void The_size_of_a_job_follows_from_its_hours(int hours, int size) =>
        Assert.Contains($"size of the job {size}:", PriorityRules.Why(PriorityMethod.Wsjf, Backup with { Hours = hours }), StringComparison.Ordinal);

    [Fact]
    public void A_deadline_is_the_highest_urgency() =>
        Assert.Contains("urgency 20", PriorityRules.Why(PriorityMethod.Wsjf, Portal with { IsDue = true }), StringComparison.Ordinal);

    [Fact]
    public void The_frame_chooses_the_method_and_all_of_them_are_shown()
    {
        var testimony = Known.Case("02-sdg-united-counties");
        var analysis = Analyst.Analyse(testimony, Known.Catalogue);
        var plans = Enum.GetValues<PriorityMethod>().ToDictionary(
            method => method, method => Planner.Plan(analysis, testimony, Known.Library, PlanningFrame.From(new DateOnly(2027, 1, 1), "USD") with { Method = method }));
        foreach (var (method, plan) in plans)
            Assert.All(plan.Initiatives, one =>
            {
                Assert.Equal(4, one.Priority.ByMethod.Count);
                Assert.Equal(new MethodRank(method, one.Priority.Rank, one.Priority.Why), one.Priority.ByMethod.Single(other => other.Method == method));
            });
        Assert.Equal(4, plans.Values.Select(plan => string.Join(' ', plan.Initiatives.OrderBy(one => one.Priority.Rank).Select(one => one.Id))).Distinct().Count());
    }

    private static PriorityFacts Facts(int likelihood, int impact, Bucket urgency, int reach, int resources, int hours) => new(
        impact, new Gap("g", "Gap", "", Domain.Infrastructure, GapKind.Technical, urgency, new Severity(likelihood, impact, "why"), null, [], []), urgency, reach, resources, hours, false, false, false);
}
