using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>Somebody tells how an initiative gets on.</summary>
internal static class UpdateForm
{
    public const string Verb = "progress/update";
    public const string SaveVerb = "progress/save";

    private const int LongestRemark = 300;

    private const string State = "state";
    private const string Reached = "reached";
    private const string End = "end";
    private const string Remark = "remark";

    /// <param name="filled">What was filled in before the fault, so that nothing has to be entered twice.</param>
    public static AdaptiveCard Render(ProgressView view, Track track, CardData filled, string? fault)
    {
        var title = ExecutionTexts.UpdateTitle.With(track.Initiative.Title);
        var milestones = track.Initiative.Milestones;
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. fault is null ? Array.Empty<CardElement>() : [new TextBlock(fault) { Color = "attention", Weight = "bolder" }],
            new TextBlock(ExecutionTexts.UpdateIntro.With(RoadmapView.Span(track.Initiative), track.PlannedEnd)) { IsSubtle = true },
            new ChoiceInput(ExecutionTexts.UpdateState, [.. Enum.GetValues<ProgressState>().Select(state => new Choice(ProgressView.NameOf(state), state.ToString()))])
            {
                Id = State, Style = "compact", Value = filled.Text(State) ?? track.State.ToString(), IsRequired = true, ErrorMessage = ExecutionTexts.StateMissing,
            },
            .. milestones.Count == 0
                ? Array.Empty<CardElement>()
                :
                [
                    new ChoiceInput(ExecutionTexts.UpdateReached, [.. milestones.Select((milestone, at) => new Choice(milestone.InWords(track.Initiative.Start), Place(at)))])
                    {
                        Id = Reached, Style = "expanded", IsMultiSelect = true,
                        Value = filled.Text(Reached) ?? string.Join(',', milestones.Index().Where(one => track.HasReached(one.Item)).Select(one => Place(one.Index))),
                    },
                ],
            new DateInput(ExecutionTexts.UpdateEnd)
            {
                Id = End, Value = filled.Text(End) ?? track.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), IsRequired = true, ErrorMessage = ExecutionTexts.EndMissing,
            },
            new TextInput(ExecutionTexts.UpdateRemark) { Id = Remark, Value = filled.Text(Remark), IsMultiline = true, MaxLength = LongestRemark },
        ],
        [
            view.Go(EngagementsTexts.Save, SaveVerb, track.Initiative) with { Style = "positive" },
            view.Go(EngagementsTexts.Back, TrackCard.Verb, track.Initiative) with { AssociatedInputs = "none" },
        ]);
    }

    /// <returns>The update, or what is wrong with the form as a text for the person.</returns>
    public static (ProgressUpdate? Update, string? Fault) Read(CardData data, Track track, Person by, DateTimeOffset at)
    {
        if (!data.TryChoice<ProgressState>(State, out var state))
            return (null, ExecutionTexts.StateMissing);
        var (earliest, latest) = (track.Initiative.Start.AddYears(-1), track.PlannedEnd.AddYears(5));
        if (data.Date(End) is not { } end || end < earliest || end > latest)
            return (null, ExecutionTexts.EndOutside.With(earliest, latest));
        if (state is ProgressState.Planned or ProgressState.UnderWay or ProgressState.Blocked && end < track.Today)
            return (null, ExecutionTexts.EndPassed.With(end));
        var remark = data.Text(Remark);
        if (remark is null && state is ProgressState.Blocked or ProgressState.Stopped)
            return (null, state is ProgressState.Blocked ? ExecutionTexts.BlockedWhy : ExecutionTexts.StoppedWhy);
        if (remark is { Length: > LongestRemark })
            return (null, ExecutionTexts.RemarkTooLong.With(LongestRemark));

        var places = (data.Text(Reached) ?? "").Split(',', StringSplitOptions.TrimEntries);
        string[] reached = [.. track.Initiative.Milestones.Where((milestone, index) => state is ProgressState.Done || places.Contains(Place(index))).Select(milestone => milestone.Name)];
        return (new ProgressUpdate(track.Initiative.Id, state.Value, reached, state is ProgressState.Done && end > track.Today ? track.Today : end, track.PlannedEnd, remark, by.Id, by.Name, at), null);
    }

    private static string Place(int index) => index.ToString(CultureInfo.InvariantCulture);
}
