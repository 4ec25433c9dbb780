using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>Asks an owner how things get on; each line opens the form, and one button ends the asking.</summary>
internal static class AskCard
{
    public const string QuietVerb = "progress/quiet";
    public const string AskMeVerb = "progress/ask-me";

    private const int MostShown = 10;

    /// <param name="tracks">The person's own; at least one.</param>
    public static AdaptiveCard Render(RoadmapView view, IReadOnlyList<Track> tracks)
    {
        var title = ExecutionTexts.AskTitle.With(view.Engagement.Organisation.Name);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(ExecutionTexts.AskIntro),
            .. tracks.Take(MostShown).Select(CardElement (track) => Row(view, track)),
            .. tracks.Count > MostShown ? [new TextBlock(ExecutionTexts.AskMore.With(tracks.Count - MostShown)) { IsSubtle = true }] : Array.Empty<CardElement>(),
        ],
        [
            view.Go(ExecutionTexts.ToProgress, ProgressCard.Verb),
            view.Go(ExecutionTexts.AskStop, QuietVerb),
        ]);
    }

    /// <summary>What became of a wish to be asked, or not to be.</summary>
    public static AdaptiveCard Settled(Engagement engagement, bool isQuiet)
    {
        var told = isQuiet ? ExecutionTexts.AskStopped : ExecutionTexts.AskGoesOn;
        return new AdaptiveCard(told, [new TextBlock(told)],
        [
            isQuiet ? AskMe(engagement) : new ExecuteAction(ExecutionTexts.AskStop, QuietVerb, Key(engagement)),
            SubmitAction.Saying(ExecutionTexts.ToProgress, "progress"),
        ]);
    }

    public static ExecuteAction AskMe(Engagement engagement) => new(ExecutionTexts.AskMe, AskMeVerb, Key(engagement));

    private static Container Row(RoadmapView view, Track track) => new(
    [
        new TextBlock(Markdown.Escape(track.Initiative.Title)) { Color = "accent" },
        new TextBlock(Markdown.Escape(string.Join(" · ", ProgressCard.Parts(track)))) { IsSubtle = true, Size = "small", Spacing = "none" },
    ])
    { SelectAction = view.Go(track.Initiative.Title, UpdateForm.Verb, (RoadmapView.Keys.Initiative, track.Initiative.Id)), Spacing = "small" };

    private static Dictionary<string, string> Key(Engagement engagement) => new() { [CardKeys.Engagement] = engagement.Id.Value };
}
