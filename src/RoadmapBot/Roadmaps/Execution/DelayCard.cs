using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>An initiative is late and stays late: the owner decides whether to revise the plan, move resources or cut scope.</summary>
internal static class DelayCard
{
    public const string Verb = "progress/delay";

    private const int MostShown = 5;

    /// <param name="latest">The latest version: what is decided changes that one.</param>
    /// <param name="planned">The initiative as that version has it.</param>
    public static AdaptiveCard Render(RoadmapView latest, Initiative planned, Track track)
    {
        var title = ExecutionTexts.DelayTitle.With(planned.Title);
        var waiting = latest.Plan.Initiatives.Where(one => one.DependsOn.Contains(planned.Id)).ToArray();
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(ExecutionTexts.DelayIs.With(track.PlannedEnd, track.End, ProgressView.Late(track.DaysLate))) { Color = "attention" },
            .. track.IsPutOffTwice ? [new TextBlock(ExecutionTexts.DelayTwice)] : Array.Empty<CardElement>(),
            new FactSet(
            [
                new(RoadmapsTexts.FactOwner, Markdown.Escape(planned.Owner)),
                .. track.Last?.Remark is { } remark ? [new(ExecutionTexts.LastRemark, Markdown.Escape(remark))] : Array.Empty<Fact>(),
                .. waiting.Length == 0 ? Array.Empty<Fact>() : [new(ExecutionTexts.Waiting, Markdown.Escape(string.Join("; ", waiting.Take(MostShown).Select(one => one.Title))))],
            ]),
            new TextBlock(ExecutionTexts.DelayAsk) { Weight = "bolder" },
            new TextBlock(ExecutionTexts.DelayNew) { IsSubtle = true, Size = "small" },
        ],
        [
            EditForm.Until(latest, ExecutionTexts.Revise, planned, track.End),
            Go(ExecutionTexts.MoveResources, HandOverForm.Verb),
            Go(ExecutionTexts.CutScope, CutForm.Verb),
            Go(ExecutionTexts.BackToTrack, TrackCard.Verb),
        ]);

        ExecuteAction Go(string label, string verb) => latest.Go(label, verb, (RoadmapView.Keys.Initiative, planned.Id));
    }
}
