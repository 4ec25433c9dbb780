using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps;

/// <summary>Health per domain as bars, each with how sure it is.</summary>
internal static class HealthChart
{
    private const int Full = 100;

    /// <summary>Below this confidence, in per cent, a score is no verdict yet, and its bar has no colour of one.</summary>
    private const int LittleHeard = 30;

    public static IEnumerable<CardElement> Render(GapAnalysis analysis) =>
    [
        new TextBlock(RoadmapsTexts.HealthTitle) { Style = "heading", Size = "default", Weight = "bolder" },
        .. analysis.Health.Select(health => ChartBar.Row(Names.Of(health.Domain), Value(health), health.Confidence == 0 ? 0 : health.Score, Full, StyleOf(health))),
    ];

    private static string Value(Health health) => health.Confidence switch
    {
        0 => RoadmapsTexts.HealthUnheard,
        < LittleHeard => RoadmapsTexts.HealthLittle.With(health.Score, health.Confidence),
        _ => RoadmapsTexts.HealthScore.With(health.Score, health.Confidence),
    };

    private static string StyleOf(Health health) => health switch { { Confidence: < LittleHeard } => "emphasis", { Score: < 40 } => "attention", { Score: < 70 } => "warning", _ => "good" };
}
