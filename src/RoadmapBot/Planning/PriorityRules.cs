using System.Globalization;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>How far the parts of a formula are turned up or down; all ones for the formula as it is.</summary>
internal readonly record struct Views(double First, double Second, double Third, double Fourth)
{
    public static Views Plain => new(1, 1, 1, 1);
}

/// <summary>
/// Four ways to put initiatives in order. Weighted: 20 * (0.4 impact + 0.4 risk + 0.2 (6 - resources)), times 1.2 where it enhances security or serves a revenue
/// objective; the weights are ours, the three criteria and the boost are those of the method that the bot follows. WSJF: (value + urgency + risk removed) / size on the
/// scale 1, 2, 3, 5, 8, 13, 20. RICE: reach * impact * confidence / effort in person-months, impact on its scale of 0.25 to 3. Risk matrix: likelihood * impact.
/// </summary>
internal static class PriorityRules
{
    private const double ImpactWeight = 0.4;
    private const double RiskWeight = 0.4;
    private const double ResourcesWeight = 0.2;
    private const double Boost = 0.2;
    private const double HoursPerPersonMonth = 140;

    /// <summary>Steps of the scale that stand for 1 to 5.</summary>
    private static readonly int[] Steps = [1, 3, 5, 8, 13];

    private static readonly double[] RiceImpacts = [0.25, 0.5, 1, 2, 3];

    /// <summary>Hours up to which a job is of a size; what is longer is of size 20.</summary>
    private static readonly (int Hours, int Size)[] Sizes = [(40, 1), (80, 2), (160, 3), (320, 5), (640, 8), (1280, 13)];

    /// <returns>The higher the sooner. Weighted 0 to 120, risk matrix 1 to 25, the others without an upper end.</returns>
    public static double Score(PriorityMethod method, PriorityFacts facts, Views views)
    {
        switch (method)
        {
            case PriorityMethod.Weighted:
                var (impact, risk, resources) = (ImpactWeight * views.First, RiskWeight * views.Second, ResourcesWeight * views.Third);
                var sum = ((impact * facts.Impact) + (risk * facts.Risk) + (resources * (6 - facts.Resources))) / (impact + risk + resources);
                return 20 * sum * (IsBoosted(facts) ? 1 + (Boost * views.Fourth) : 1);
            case PriorityMethod.Wsjf:
                return ((views.First * Steps[facts.Impact - 1]) + (views.Second * UrgencyOf(facts)) + (views.Third * Steps[facts.Risk - 1])) / SizeOf(facts);
            case PriorityMethod.Rice:
                return Math.Pow(facts.Reach, views.First) * Math.Pow(RiceImpacts[facts.Impact - 1], views.Second) * Math.Pow(ConfidenceOf(facts), views.Third)
                    / Math.Pow(MonthsOf(facts), views.Fourth);
            case PriorityMethod.RiskMatrix:
                return Math.Pow(facts.Likelihood, views.First) * Math.Pow(facts.Gravest.Severity.Impact, views.Second);
            default:
                throw new ArgumentOutOfRangeException(nameof(method), method, null);
        }
    }

    /// <summary>The arithmetic in words.</summary>
    public static string Why(PriorityMethod method, PriorityFacts facts)
    {
        var points = Math.Round(Score(method, facts, Views.Plain), 2).ToString(CultureInfo.InvariantCulture);
        return method switch
        {
            PriorityMethod.Weighted => PlanningTexts.WhyWeighted.With(facts.Impact, facts.Risk, facts.Resources, Boosted(facts), points),
            PriorityMethod.Wsjf => PlanningTexts.WhyWsjf.With(Steps[facts.Impact - 1], UrgencyOf(facts), Steps[facts.Risk - 1], SizeOf(facts), points),
            PriorityMethod.Rice => PlanningTexts.WhyRice.With(facts.Reach, Invariant(RiceImpacts[facts.Impact - 1]), Invariant(100 * ConfidenceOf(facts)), Invariant(ConfidenceOf(facts)), Invariant(MonthsOf(facts)), points),
            _ => PlanningTexts.WhyRiskMatrix.With(facts.Likelihood, facts.Gravest.Severity.Impact, points),
        };
    }

    private static bool IsBoosted(PriorityFacts facts) => facts.EnhancesSecurity || facts.ServesRevenue;

    private static string Boosted(PriorityFacts facts) => (facts.EnhancesSecurity, facts.ServesRevenue) switch
    {
        (true, _) => PlanningTexts.BoostSecurity,
        (_, true) => PlanningTexts.BoostRevenue,
        _ => "",
    };

    /// <summary>A deadline, or else the urgency of the gaps.</summary>
    private static int UrgencyOf(PriorityFacts facts) => facts switch { { IsDue: true } => 20, { Urgency: Bucket.FixNow } => 13, { Urgency: Bucket.ImproveNext } => 5, _ => 1 };

    private static int SizeOf(PriorityFacts facts) => Sizes.FirstOrDefault(size => facts.Hours <= size.Hours, (Hours: int.MaxValue, Size: 20)).Size;

    /// <summary>Three who say it are sure, one alone is half so: the formula's usual steps.</summary>
    private static double ConfidenceOf(PriorityFacts facts) => facts.Reach switch { >= 3 => 1, 2 => 0.8, _ => 0.5 };

    private static double MonthsOf(PriorityFacts facts) => Math.Max(0.1, Math.Round(facts.Hours / HoursPerPersonMonth, 1));

    private static string Invariant(double number) => number.ToString(CultureInfo.InvariantCulture);
}
