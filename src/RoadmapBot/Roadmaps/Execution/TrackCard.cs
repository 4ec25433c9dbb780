using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>How one initiative gets on: state, end, milestones, and what was told of it.</summary>
internal static class TrackCard
{
    public const string Verb = "progress/one";

    private const int MostUpdates = 6;

    /// <param name="note">A word beforehand; null for none.</param>
    public static AdaptiveCard Render(ProgressView view, Track track, string? note = null)
    {
        var (initiative, member) = (track.Initiative, view.Of.Reader.Seat.Member);
        var title = ExecutionTexts.TrackTitle.With(initiative.Title);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. note is null ? Array.Empty<CardElement>() : [new TextBlock(note) { Color = "good" }],
            .. track.IsPersistentlyLate ? [new TextBlock(ExecutionTexts.Persistent) { Color = "attention" }] : Array.Empty<CardElement>(),
            new FactSet(
            [
                new(ExecutionTexts.FactState, ProgressView.NameOf(track.State)),
                new(ExecutionTexts.FactPlanned, RoadmapView.Span(initiative)),
                .. track.State is ProgressState.Stopped ? Array.Empty<Fact>() : [new(track.State is ProgressState.Done ? ExecutionTexts.FactEnded : ExecutionTexts.FactEnd, ExecutionTexts.Day.With(track.End))],
                .. track.DaysLate > 0 ? [new(ExecutionTexts.FactLate, ProgressView.Late(track.DaysLate))] : Array.Empty<Fact>(),
                new(RoadmapsTexts.FactOwner, Markdown.Escape(initiative.Owner)),
            ]),
            .. initiative.Milestones.Count == 0 ? [] : Heading(RoadmapsTexts.Milestones),
            .. initiative.Milestones.Select(CardElement (milestone) => Line(track, milestone)),
            .. Heading(ExecutionTexts.Told),
            .. track.Updates.Count == 0 ? [new TextBlock(ExecutionTexts.ToldNothing) { IsSubtle = true }] : Array.Empty<CardElement>(),
            .. track.Updates.Reverse().Take(MostUpdates).Select(CardElement (update) => new TextBlock(Markdown.Escape(InWords(update))) { Spacing = "small" }),
            .. track.Updates.Count > MostUpdates ? [new TextBlock(ExecutionTexts.ToldEarlier.With(track.Updates.Count - MostUpdates)) { IsSubtle = true }] : Array.Empty<CardElement>(),
        ],
        [
            .. view.MayUpdate(initiative) ? [view.Go(ExecutionTexts.Update, UpdateForm.Verb, initiative) with { Style = "positive" }] : Array.Empty<CardAction>(),
            .. track.IsPersistentlyLate && Rights.MayDraft(member) ? [view.Go(ExecutionTexts.Decide, DelayCard.Verb, initiative)] : Array.Empty<CardAction>(),
            .. Rights.MaySeePlan(member) ? [view.Go(ExecutionTexts.ToInitiative, InitiativeCard.Verb, initiative)] : Array.Empty<CardAction>(),
            view.Of.Go(ExecutionTexts.BackToProgress, ProgressCard.Verb),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    private static TextBlock[] Heading(string text) => [new(text) { Style = "heading", Weight = "bolder", Separator = true }];

    private static TextBlock Line(Track track, Milestone milestone)
    {
        var (isReached, due) = (track.HasReached(milestone), track.DueOn(milestone));
        var isLate = !isReached && track.IsOpen && due < track.Today;
        return new TextBlock(Markdown.Escape((isReached ? ExecutionTexts.MilestoneReached : isLate ? ExecutionTexts.MilestoneLate : ExecutionTexts.MilestoneOpen).With(milestone.Name, due)))
        { Spacing = "none", Color = isLate ? "attention" : null };
    }

    private static string InWords(ProgressUpdate update)
    {
        var told = ExecutionTexts.ToldLine.With(update.At, update.ByName, ProgressView.NameOf(update.State), update.End);
        return update.Remark is { } remark ? ExecutionTexts.ToldWith.With(told, remark) : told;
    }
}
