using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps;

/// <summary>Health per domain as bars, and in words for clients without charts.</summary>
internal static class HealthChart
{
    /// <summary>Below this confidence, in per cent, a bar says so itself.</summary>
    private const int LittleHeard = 30;

    public static CardElement Render(GapAnalysis analysis)
    {
        var heard = analysis.Health.Where(health => health.Confidence > 0).ToArray();
        var words = new FactSet([.. analysis.Health.Select(health => new Fact(
            Names.Of(health.Domain),
            health.Confidence == 0 ? RoadmapsTexts.HealthUnheard : RoadmapsTexts.HealthScore.With(health.Score, health.Confidence)))]);
        return heard.Length == 0
            ? words
            : new HorizontalBarChart(RoadmapsTexts.HealthTitle, [.. heard.Select(health => new BarPoint(health.Confidence < LittleHeard ? RoadmapsTexts.LittleHeard.With(Names.Of(health.Domain)) : Names.Of(health.Domain), health.Score, Color(health.Score)))], words);
    }

    private static string Color(int score) => score switch { < 40 => "attention", < 70 => "warning", _ => "good" };
}
