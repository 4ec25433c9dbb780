using RoadmapBot.Analysis.Checks;
using RoadmapBot.Conversation;

namespace RoadmapBot.Analysis;

/// <summary>Warnings about the picture as a whole: pillars that nobody spoke of, how they bear on each other, objectives that were not stated.</summary>
internal static class WarningRules
{
    /// <summary>The seeds' three pillars, made of the draft's seven domains.</summary>
    private static (string Name, Domain[] Domains)[] Pillars =>
    [
        (AnalysisTexts.PillarInfrastructure, [Domain.Infrastructure, Domain.Applications]),
        (AnalysisTexts.PillarSecurity, [Domain.Security]),
        (AnalysisTexts.PillarIntelligence, [Domain.Intelligence, Domain.Data]),
    ];

    public static IReadOnlyList<Warning> Find(IReadOnlyList<Objective> objectives, IReadOnlyList<Gap> gaps, IReadOnlyList<Health> health, IReadOnlyList<Check> checks)
    {
        bool Heard(params Domain[] domains) => health.Any(score => domains.Contains(score.Domain) && score.Confidence > 0);
        bool Found(params Domain[] domains) => gaps.Any(gap => domains.Contains(gap.Domain));
        var warnings = new List<Warning>();
        foreach (var objective in objectives.Where(objective => objective.IsImplied))
            warnings.Add(new Warning("objective-implied", AnalysisTexts.WarnImplied.With(objective.Text)));
        foreach (var (name, domains) in Pillars.Where(pillar => !Heard(pillar.Domains)))
            warnings.Add(new Warning("pillar-unheard", AnalysisTexts.WarnPillar.With(name)));
        if (Found(Domain.Infrastructure) && !Found(Domain.Security))
            warnings.Add(new Warning("infrastructure-without-security", AnalysisTexts.WarnNoSecurity));
        if (Found(Domain.Security) && !Found(Domain.Intelligence))
            warnings.Add(new Warning("security-without-automation", AnalysisTexts.WarnNoAutomation));
        if (gaps.Any(gap => gap.Id is "ai-untapped" or "no-ai-policy" or "shadow-ai") && Found(Domain.Infrastructure))
            warnings.Add(new Warning("ai-on-weak-infrastructure", AnalysisTexts.WarnAiBase));
        if (gaps.Any(gap => gap.Id is "ai-untapped") && checks.Any(check => check.IsGate && !check.IsMet))
            warnings.Add(new Warning("ai-without-data-readiness", AnalysisTexts.WarnAiData));
        if (gaps.Where(gap => gap.Objectives.All(link => link.IsWeak)).Select(gap => gap.Title).ToArray() is { Length: > 0 } weak)
            warnings.Add(new Warning("objective-weak", AnalysisTexts.WarnWeak.With(string.Join("; ", weak))));
        return warnings;
    }
}
