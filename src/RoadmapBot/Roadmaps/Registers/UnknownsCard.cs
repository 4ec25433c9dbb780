using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps.Registers;

/// <summary>What nobody has answered yet, by whom to ask.</summary>
internal static class UnknownsCard
{
    public const string Verb = "roadmap/unknowns";

    public static AdaptiveCard Render(RoadmapView view)
    {
        var unknowns = view.Roadmap.Analysis.Unknowns;
        return RegisterCards.Card(view, RoadmapsTexts.UnknownsTitle,
        [
            new TextBlock(unknowns.Count == 0 ? RoadmapsTexts.UnknownsNone : RoadmapsTexts.UnknownsIntro),
            .. unknowns.GroupBy(unknown => unknown.Ask).SelectMany(IEnumerable<CardElement> (group) =>
                [RegisterCards.Heading(RoadmapsTexts.AskWhom.With(group.Key)), .. group.Select(unknown => new TextBlock(Markdown.Escape($"• {unknown.Question}")) { Spacing = "small" })]),
        ]);
    }
}
