using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Roadmaps.Registers;

namespace RoadmapBot.Roadmaps;

/// <summary>The gap analysis by domain; each line leads to the gap with its receipts.</summary>
internal static class GapsCard
{
    public const string Verb = "roadmap/gaps";

    private const int MostOfADomain = 3;

    /// <param name="only">One domain in full; null for all of them, the most severe gaps of each.</param>
    public static AdaptiveCard Render(RoadmapView view, Domain? only)
    {
        var analysis = view.Roadmap.Analysis;
        var title = RoadmapsTexts.GapsTitle.With(view.Engagement.Organisation.Name);
        var domains = analysis.Gaps.GroupBy(gap => gap.Domain).Where(domain => only is null || domain.Key == only).ToArray();
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. view.Standing(),
            new TextBlock(analysis.Gaps.Count == 0 ? RoadmapsTexts.NoGaps : Count(analysis)),
            .. only is null ? HealthChart.Render(analysis) : [],
            .. only is null ? [RegisterCards.Buttons(view)] : Array.Empty<CardElement>(),
            .. domains.SelectMany(domain => Domain(view, domain.Key, [.. domain], only is null ? MostOfADomain : int.MaxValue, analysis)),
        ],
        [
            .. only is null
                ? [SubmitAction.Saying(RoadmapsTexts.ToRoadmap, "roadmap"), SubmitAction.Saying(RoadmapsTexts.ToSummary, "summary")]
                : new CardAction[] { view.Go(RoadmapsTexts.BackToGaps, Verb) },
            .. DraftAgain.Button(view),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static Domain? Read(CardData data) => data.TryChoice<Domain>(RoadmapView.Keys.Domain, out var domain) ? domain : null;

    /// <summary>A line that opens the gap.</summary>
    public static Container Row(RoadmapView view, Gap gap) => new(
    [
        new ColumnSet(
        [
            new Column("stretch", [new TextBlock(Markdown.Escape(gap.Title)) { Color = "accent" }]),
            new Column("auto", [new TextBlock(Names.Of(gap.Bucket)) { Size = "small", Color = Names.ColorOf(gap.Bucket) }]) { VerticalContentAlignment = "center" },
        ]),
    ])
    { SelectAction = view.Go(gap.Title, GapCard.Verb, (RoadmapView.Keys.Gap, gap.Id)), Spacing = "small" };

    private static IEnumerable<CardElement> Domain(RoadmapView view, Domain domain, IReadOnlyList<Gap> gaps, int most, GapAnalysis analysis)
    {
        yield return new TextBlock(RoadmapsTexts.DomainHeading.With(Names.Of(domain), gaps.Count)) { Style = "heading", Weight = "bolder", Separator = true };
        foreach (var gap in gaps.Take(most))
            yield return Row(view, gap);
        if (gaps.Count > most)
        {
            var more = view.Go(RoadmapsTexts.MoreGaps.With(gaps.Count - most), Verb, (RoadmapView.Keys.Domain, domain.ToString()));
            yield return new ActionSet([more]);
        }
    }

    private static string Count(GapAnalysis analysis) => RoadmapsTexts.GapCount.With(
        analysis.Gaps.Count.Of(RoadmapsTexts.GapOne, RoadmapsTexts.GapMany),
        analysis.Gaps.Count(gap => gap.Bucket is Bucket.FixNow),
        analysis.Gaps.Count(gap => gap.Bucket is Bucket.ImproveNext),
        analysis.Gaps.Count(gap => gap.Bucket is Bucket.Plan));
}
