using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps;

/// <summary>Health per domain as bars, each with how sure it is.</summary>
internal static class HealthChart
{
    private const int Full = 100;

    public static IEnumerable<CardElement> Render(GapAnalysis analysis) =>
    [
        new TextBlock(RoadmapsTexts.HealthTitle) { Style = "heading", Size = "default", Weight = "bolder" },
        .. analysis.Health.Select(health => health.Confidence == 0
            ? ChartBar.Row(Names.Of(health.Domain), RoadmapsTexts.HealthUnheard, 0, Full, "default")
            : ChartBar.Row(Names.Of(health.Domain), RoadmapsTexts.HealthScore.With(health.Score, health.Confidence), health.Score, Full, StyleOf(health.Score))),
    ];

    private static string StyleOf(int score) => score switch { < 40 => "attention", < 70 => "warning", _ => "good" };
}
