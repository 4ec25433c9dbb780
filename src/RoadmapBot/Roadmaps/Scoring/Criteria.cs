using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>The three things that are scored, as they are drawn.</summary>
internal static class Criteria
{
    private const char Outside = '░';
    private const char Ends = '▒';
    private const char Half = '▓';
    private const char Middle = '█';

    public static IReadOnlyList<(string Name, Spread Spread)> Of(Figures figures) =>
        [(RoadmapsTexts.ScoreImpact, figures.Impact), (RoadmapsTexts.ScoreUrgency, figures.Urgency), (RoadmapsTexts.ScoreEffort, figures.Effort)];

    public static FactSet Facts(Figures figures) => new([.. Of(figures).Select(one => new Fact(one.Name, $"{Bar(one.Spread)} {InWords(one.Spread)}"))]);

    /// <summary>One to five in nine half steps: everybody lies in the lighter part, the middle half of them in the darker, the median is black.</summary>
    public static string Bar(Spread spread) => string.Concat(Enumerable.Range(0, 9).Select(step => 1 + (step / 2.0)).Select(at =>
        at == spread.Median ? Middle
        : at >= spread.Lower && at <= spread.Upper ? Half
        : at >= spread.Lowest && at <= spread.Highest ? Ends
        : Outside));

    private static string InWords(Spread spread) => spread.Range == 0
        ? RoadmapsTexts.SpreadNone.With(spread.Lowest)
        : RoadmapsTexts.SpreadOf.With(spread.Median, spread.Lowest, spread.Highest, spread.Lower, spread.Upper);
}
