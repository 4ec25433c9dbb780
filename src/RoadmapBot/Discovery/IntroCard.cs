using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>Before the first question: what it is for, how long it takes, who sees what, where it goes, how long it is kept, how to stop.</summary>
internal static class IntroCard
{
    public static AdaptiveCard Render(Membership seat, Guide guide, IReadOnlyList<string> owners, bool withModel)
    {
        var title = DiscoveryTexts.IntroTitle.With(seat.Engagement.Organisation.Name);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(DiscoveryTexts.IntroTime.With(guide.Questions.Count, QuestionCard.Minutes(guide.Promise))),
            new TextBlock(DiscoveryTexts.IntroWho.With(Markdown.Escape(string.Join(", ", owners)))),
            new TextBlock(DiscoveryTexts.IntroKept),
            .. withModel ? new[] { new TextBlock(DiscoveryTexts.IntroModel) } : [],
            new TextBlock(DiscoveryTexts.IntroHow) { IsSubtle = true },
        ]);
    }
}
