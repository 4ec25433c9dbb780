using RoadmapBot.Analysis;
using RoadmapBot.Conversation;

namespace RoadmapBot.Planning;

/// <summary>What every method of putting initiatives in order starts from: nothing but what the gaps, the library and the frame say.</summary>
/// <param name="Impact">1 to 5: the highest of the gaps addressed.</param>
/// <param name="Gravest">The gap of the highest likelihood times impact.</param>
/// <param name="Urgency">Of the most urgent gap.</param>
/// <param name="Reach">How many people named one of the gaps, each report of a trouble counted as one.</param>
/// <param name="Resources">1 (little) to 5 (much).</param>
/// <param name="Hours">Of every team together.</param>
internal sealed record PriorityFacts(int Impact, Gap Gravest, Bucket Urgency, int Reach, int Resources, int Hours, bool EnhancesSecurity, bool ServesRevenue, bool IsDue)
{
    public static PriorityFacts Of(InitiativeEntry entry, IReadOnlyList<Gap> gaps, bool servesRevenue, bool isDue)
    {
        var receipts = gaps.SelectMany(gap => gap.Evidence).ToArray();
        return new PriorityFacts(
            gaps.Max(gap => gap.Severity.Impact),
            gaps.OrderByDescending(gap => gap.Severity.Score()).ThenByDescending(gap => gap.Severity.Impact).ThenBy(gap => gap.Id, StringComparer.Ordinal).First(),
            gaps.Min(gap => gap.Bucket),
            receipts.Where(receipt => receipt.Voice.Length > 0).DistinctBy(receipt => receipt.Voice).Count()
                + receipts.Where(receipt => receipt.Voice.Length == 0).DistinctBy(receipt => receipt.Statement).Count(),
            entry.Resources, entry.Effort.Sum(team => team.Hours), entry.Domain is Domain.Security, servesRevenue, isDue);
    }

    public int Likelihood => Gravest.Severity.Likelihood;

    /// <summary>1 to 5: the gravest gap's likelihood times impact, in fifths of 25 and rounded up.</summary>
    public int Risk => (Gravest.Severity.Score() + 4) / 5;

    /// <summary>Where each figure comes from, for whoever asks.</summary>
    public IReadOnlyList<string> Sources =>
    [
        PlanningTexts.SourceImpact.With(Impact),
        PlanningTexts.SourceRisk.With(Risk, Gravest.Title, Likelihood, Gravest.Severity.Impact, Gravest.Severity.Why),
        PlanningTexts.SourceReach.With(Reach),
        PlanningTexts.SourceEffort.With(Resources, Hours),
    ];
}
