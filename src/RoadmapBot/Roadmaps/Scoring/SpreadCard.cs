using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>All scores of a closed round, a page at a time, those first where people are furthest apart.</summary>
internal static class SpreadCard
{
    public const string Verb = "scoring/spreads";

    public static AdaptiveCard Render(ScoringView view, ScoringResult result, int page)
    {
        var title = RoadmapsTexts.SpreadTitle.With(view.Seat.Engagement.Organisation.Name);
        return new AdaptiveCard(title,
        [
            ScoringView.Title(view.Pages > 1 ? RoadmapsTexts.ScorePage.With(title, page + 1, view.Pages) : title),
            .. view.Standing(),
            new TextBlock(RoadmapsTexts.SpreadLegend) { IsSubtle = true, Size = "small" },
            .. result.BySpread.Skip(page * ScoringView.PageSize).Take(ScoringView.PageSize).Select(CardElement (one) => Row(view, one)),
        ],
        [
            .. page < view.Pages - 1 ? [view.Go(EngagementsTexts.More, Verb, ScoringView.OnPage(page + 1))] : Array.Empty<CardAction>(),
            .. page > 0 ? [view.Go(RoadmapsTexts.ScorePrevious, Verb, ScoringView.OnPage(page - 1))] : Array.Empty<CardAction>(),
            view.Go(RoadmapsTexts.BackToResult, ScoringResultCard.Verb),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    private static Container Row(ScoringView view, InitiativeResult one) => new(
    [
        new TextBlock(Markdown.Escape(one.Initiative.Title)) { Color = "accent" },
        one.Figures is { } figures ? Criteria.Facts(figures) : new TextBlock(RoadmapsTexts.ResultHidden.With(ScoringRules.FewestScorers)) { IsSubtle = true, Size = "small" },
        .. one.Reasons.Count > 0 ? [new TextBlock(one.Reasons.Count.Of(RoadmapsTexts.ReasonOne, RoadmapsTexts.ReasonMany)) { IsSubtle = true, Size = "small", Spacing = "none" }] : Array.Empty<CardElement>(),
    ])
    { SelectAction = ReasonsCard.Open(view, one), Separator = true };
}
