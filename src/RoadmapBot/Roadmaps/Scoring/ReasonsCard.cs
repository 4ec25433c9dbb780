using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>One initiative of a closed round: its scores, and the reasons without names but for those who sign them.</summary>
internal static class ReasonsCard
{
    public const string Verb = "scoring/reasons";

    public static AdaptiveCard Render(ScoringView view, InitiativeResult one)
    {
        var title = RoadmapsTexts.ReasonsTitle.With(one.Initiative.Title);
        return new AdaptiveCard(title,
        [
            ScoringView.Title(title),
            .. view.Standing(),
            new TextBlock(Markdown.Escape(one.Initiative.Objective)),
            .. one.Figures is { } figures
                ? [Criteria.Facts(figures), new TextBlock(RoadmapsTexts.SpreadLegend) { IsSubtle = true, Size = "small" }]
                : new CardElement[] { new TextBlock(RoadmapsTexts.ResultHidden.With(ScoringRules.FewestScorers)) { Color = "attention" } },
            .. one.Reasons.Count > 0 ? [new TextBlock(RoadmapsTexts.Reasons) { Style = "heading", Weight = "bolder", Separator = true }] : Array.Empty<CardElement>(),
            .. one.Reasons.Select(CardElement (reason) => RichTextBlock.Of(reason.By is { } name ? RoadmapsTexts.ReasonBy.With(reason.Text, name) : reason.Text)),
        ],
        [
            view.Go(RoadmapsTexts.ResultScores, SpreadCard.Verb),
            view.Go(RoadmapsTexts.BackToResult, ScoringResultCard.Verb),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static ExecuteAction Open(ScoringView view, InitiativeResult one) => view.Go(one.Initiative.Title, Verb, (RoadmapView.Keys.Initiative, one.Initiative.Id));

    public static InitiativeResult? Read(CardData data, ScoringResult result) =>
        result.BySpread.FirstOrDefault(one => one.Initiative.Id == data.Text(RoadmapView.Keys.Initiative));
}
