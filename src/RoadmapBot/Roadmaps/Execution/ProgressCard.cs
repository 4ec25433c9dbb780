using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>How far the roadmap is: the completion rate, then every initiative, what needs somebody's attention first.</summary>
internal static class ProgressCard
{
    public const string Verb = "progress/all";

    private const int PageSize = 15;

    /// <summary>The heading that an initiative stands under, in this order.</summary>
    private enum Group
    {
        Blocked,
        Late,
        Due,
        UnderWay,
        Planned,
        Done,
        Stopped,
    }

    public static AdaptiveCard Render(ProgressView view, int page)
    {
        var title = ExecutionTexts.Title.With(view.Of.Engagement.Organisation.Name);
        var paged = Paged<Track>.Of([.. view.Tracks.OrderBy(GroupOf).ThenByDescending(track => track.DaysLate).ThenBy(track => track.Initiative.Start)], PageSize, page);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. view.Of.Standing(),
            .. Rights.MaySeePlan(view.Of.Reader.Seat.Member) && paged.Page == 0 ? Rates(Completion.Of(view.Tracks)) : [],
            .. paged.Shown.GroupBy(GroupOf).SelectMany(group => group.Select(CardElement (track) => Row(view, track))
                .Prepend(new TextBlock(ExecutionTexts.GroupOf.With(NameOf(group.Key), view.Tracks.Count(track => GroupOf(track) == group.Key))) { Style = "heading", Weight = "bolder", Separator = true })),
            .. view.Tracks.Count == 0 ? [new TextBlock(RoadmapsTexts.PhaseEmpty)] : Array.Empty<CardElement>(),
        ],
        [
            SubmitAction.Saying(RoadmapsTexts.ToRoadmap, "roadmap"),
            SubmitAction.Saying(EngagementsTexts.NextStatus, "status"),
            .. paged.Ways((label, to) => view.Of.Go(label, Verb, to)),
            .. ZoneForm.Button(view.Of),
            .. view.Progress.Asking.Quiet.Contains(view.Of.Reader.Seat.Member.Person) ? [AskCard.AskMe(view.Of.Engagement)] : Array.Empty<CardAction>(),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static int Read(CardData data) => data.Number(Paged<Track>.Key) ?? 0;

    private static IEnumerable<CardElement> Rates(Completion rate)
    {
        yield return new TextBlock(ExecutionTexts.Rates) { Style = "heading", Size = "default", Weight = "bolder" };
        yield return Bar(ExecutionTexts.RateInitiatives, rate.Done, rate.Initiatives, "good");
        yield return Bar(ExecutionTexts.RateMilestones, rate.Reached, rate.Milestones, "good");
        if (rate.Due > 0)
            yield return Bar(ExecutionTexts.RateDue, rate.OnTime, rate.Due, rate.OnTime == rate.Due ? "good" : "warning");
    }

    private static ColumnSet Bar(string name, int part, int whole, string style) =>
        ChartBar.Row(name, ExecutionTexts.RateOf.With(part, whole, whole == 0 ? 0 : 100 * part / whole), part, Math.Max(1, whole), style);

    private static Container Row(ProgressView view, Track track) => new(
    [
        new TextBlock(Markdown.Escape(track.Initiative.Title)) { Color = "accent" },
        new TextBlock(Markdown.Escape(string.Join(" · ", Parts(track)))) { IsSubtle = true, Size = "small", Spacing = "none" },
    ])
    { SelectAction = view.Go(track.Initiative.Title, TrackCard.Verb, track.Initiative), Spacing = "small" };

    /// <summary>What a line says beneath the title.</summary>
    public static IEnumerable<string> Parts(Track track)
    {
        yield return ProgressView.NameOf(track.State);
        if (track.State is not ProgressState.Stopped)
            yield return (track.State is ProgressState.Done ? ExecutionTexts.Ended : ExecutionTexts.Ends).With(track.End);
        if (track.DaysLate > 0)
            yield return ExecutionTexts.LateBy.With(ProgressView.Late(track.DaysLate));
        if (track.Initiative.Milestones.Count > 0)
            yield return ExecutionTexts.MilestonesOf.With(track.Initiative.Milestones.Count(track.HasReached), track.Initiative.Milestones.Count);
        yield return track.Initiative.Owner;
    }

    private static Group GroupOf(Track track) => track switch
    {
        { State: ProgressState.Blocked } => Group.Blocked,
        { IsOpen: true, DaysLate: > 0 } => Group.Late,
        { IsDue: true } => Group.Due,
        { State: ProgressState.UnderWay } => Group.UnderWay,
        { State: ProgressState.Done } => Group.Done,
        { State: ProgressState.Stopped } => Group.Stopped,
        _ => Group.Planned,
    };

    private static string NameOf(Group group) => group switch
    {
        Group.Blocked => ExecutionTexts.Blocked,
        Group.Late => ExecutionTexts.GroupLate,
        Group.Due => ExecutionTexts.GroupDue,
        Group.UnderWay => ExecutionTexts.GroupUnderWay,
        Group.Done => ExecutionTexts.Done,
        Group.Stopped => ExecutionTexts.Stopped,
        _ => ExecutionTexts.GroupPlanned,
    };
}
