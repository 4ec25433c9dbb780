using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps.Registers;

/// <summary>The registers behind the gap analysis: which button shows which card.</summary>
internal static class RegisterCards
{
    /// <summary>Hidden data: which entry of a register.</summary>
    internal const string Entry = "entry";

    /// <summary>The buttons on the gap analysis.</summary>
    public static ActionSet Buttons(RoadmapView view) => new(
    [
        view.Go(RoadmapsTexts.ToContradictions, ContradictionsCard.Verb),
        view.Go(RoadmapsTexts.ToChecks, ChecksCard.Verb),
        view.Go(RoadmapsTexts.ToSupport, SupportCard.Verb),
        view.Go(RoadmapsTexts.ToUnknowns, UnknownsCard.Verb),
        view.Go(RoadmapsTexts.ToLessons, LessonsCard.Verb),
        view.Go(RoadmapsTexts.ToProfile, ProfileCard.Verb),
    ]);

    /// <returns>Null where the verb is none of a register's, or its entry is gone.</returns>
    public static AdaptiveCard? Find(RoadmapView view, string verb, CardData data) => verb switch
    {
        ContradictionsCard.Verb => ContradictionsCard.Render(view),
        ContradictionsCard.OneVerb => data.Number(Entry) is { } index && view.Roadmap.Analysis.Contradictions.ElementAtOrDefault(index) is { } one ? ContradictionsCard.Render(view, one) : null,
        ChecksCard.Verb => ChecksCard.Render(view),
        ChecksCard.OneVerb => view.Roadmap.Analysis.Checks.FirstOrDefault(check => check.Id == data.Text(Entry)) is { } check ? ChecksCard.Render(view, check) : null,
        SupportCard.Verb => SupportCard.Render(view),
        UnknownsCard.Verb => UnknownsCard.Render(view),
        LessonsCard.Verb => LessonsCard.Render(view),
        ProfileCard.Verb => ProfileCard.Render(view),
        _ => null,
    };

    /// <summary>A register's card, with its way back.</summary>
    /// <param name="back">Null for the gap analysis.</param>
    internal static AdaptiveCard Card(RoadmapView view, string title, IEnumerable<CardElement> body, CardAction? back = null) => new(title,
        [new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" }, .. body],
        [back ?? view.Go(RoadmapsTexts.BackToGaps, GapsCard.Verb)])
    { Teams = TeamsCardSettings.FullWidth };

    internal static TextBlock Heading(string text) => new(Markdown.Escape(text)) { Style = "heading", Weight = "bolder", Separator = true };

    internal static TextBlock Small(string text) => new(Markdown.Escape(text)) { IsSubtle = true, Size = "small", Spacing = "none" };

    /// <summary>A line that opens an entry.</summary>
    internal static Container Row(RoadmapView view, string title, string detail, string verb, string entry) => new(
    [
        new TextBlock(Markdown.Escape(title)) { Color = "accent" },
        Small(detail),
    ])
    { SelectAction = view.Go(title, verb, (Entry, entry)), Spacing = "small" };
}
