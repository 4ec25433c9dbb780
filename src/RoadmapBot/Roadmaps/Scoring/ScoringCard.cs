using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>Where an open round stands: how many have answered, never who or what.</summary>
internal static class ScoringCard
{
    public const string Verb = "scoring/state";
    public const string CloseVerb = "scoring/close";

    private const string CloseArea = "closeArea";

    /// <param name="note">A word beforehand; null for none.</param>
    public static AdaptiveCard Render(ScoringView view, string? note = null)
    {
        var title = RoadmapsTexts.ScoringTitle.With(view.Seat.Engagement.Organisation.Name);
        var isOwner = Rights.MayRunScoring(view.Seat.Member);
        return new AdaptiveCard(title,
        [
            ScoringView.Title(title),
            .. view.Standing(),
            .. note is null ? Array.Empty<CardElement>() : [new TextBlock(note)],
            new FactSet(
            [
                new(RoadmapsTexts.ScoringAnswered, RoadmapsTexts.ScoringOf.With(view.Round.Answered, view.Round.Participants.Count)),
                new(RoadmapsTexts.ScoringInitiatives, $"{view.Round.Initiatives.Count}"),
                .. view.TakesPart ? new Fact[] { new(RoadmapsTexts.ScoringMine, Mine(view.Mine?.State)) } : [],
            ]),
            new TextBlock(RoadmapsTexts.ScoringStateHint) { IsSubtle = true, Size = "small" },
            .. isOwner
                ? [new Container([new TextBlock(RoadmapsTexts.ScoringCloseHint), new ActionSet([view.Go(RoadmapsTexts.ScoringCloseNow, CloseVerb)])]) { Id = CloseArea, IsVisible = false }]
                : Array.Empty<CardElement>(),
        ],
        [
            .. view.TakesPart ? [view.Go(view.Mine is null ? RoadmapsTexts.ScoringScore : RoadmapsTexts.ScoringChange, ScoreCard.Verb)] : Array.Empty<CardAction>(),
            SubmitAction.Saying(RoadmapsTexts.ToRoadmap, "roadmap"),
            SubmitAction.Saying(EngagementsTexts.NextStatus, "status"),
            .. isOwner ? [new ToggleAction(RoadmapsTexts.ScoringClose, [CloseArea])] : Array.Empty<CardAction>(),
        ]);
    }

    private static string Mine(SheetState? state) => state switch
    {
        null => RoadmapsTexts.ScoringMineNone,
        SheetState.Begun => RoadmapsTexts.ScoringMineBegun,
        SheetState.Sent => RoadmapsTexts.ScoringMineSent,
        SheetState.Abstained => RoadmapsTexts.ScoringMineAbstained,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
