using System.Globalization;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;

namespace RoadmapBot.Planning;

/// <summary>
/// Score = 20 * (0.4 impact + 0.4 risk + 0.2 (6 - resources)), times 1.2 where the initiative enhances security or serves a revenue objective: the weights are
/// ours, the three criteria and the boost are those of the method that the bot follows. Impact is the highest of the gaps addressed; risk is the highest
/// likelihood times impact of them, divided by five and rounded up.
/// </summary>
internal static class PriorityRules
{
    private const double ImpactWeight = 0.4;
    private const double RiskWeight = 0.4;
    private const double ResourcesWeight = 0.2;
    private const double Boost = 1.2;

    /// <summary>Without its rank, which is zero.</summary>
    public static Priority Weigh(InitiativeEntry entry, IReadOnlyList<Gap> addressed, bool servesRevenue)
    {
        var impact = addressed.Max(gap => gap.Severity.Impact);
        var risk = (addressed.Max(gap => gap.Severity.Score()) + 4) / 5;
        var boost = entry.Domain is Domain.Security || servesRevenue ? Boost : 1;
        var score = Math.Round(20 * ((ImpactWeight * impact) + (RiskWeight * risk) + (ResourcesWeight * (6 - entry.Resources))) * boost, 1);
        var sum = string.Create(CultureInfo.InvariantCulture, $"20 × (0.4×{impact} + 0.4×{risk} + 0.2×(6−{entry.Resources}))");
        var points = score.ToString(CultureInfo.InvariantCulture);
        var why = (entry.Domain is Domain.Security, servesRevenue) switch
        {
            (true, _) => PlanningTexts.WhySecurity.With(sum, points),
            (_, true) => PlanningTexts.WhyRevenue.With(sum, points),
            _ => PlanningTexts.WhyPlain.With(sum, points),
        };
        return new Priority(0, score, impact, risk, entry.Resources, why);
    }
}
