using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>Thanks, and what happens with the answers; they can still be looked at and changed.</summary>
internal static class ConfirmedCard
{
    public static AdaptiveCard Render(Interview interview) => new(DiscoveryTexts.DoneTitle,
    [
        new TextBlock(DiscoveryTexts.DoneTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        new TextBlock(interview.Fit >= 3 ? DiscoveryTexts.DoneText : DiscoveryTexts.DonePoorFit),
    ],
    [
        SubmitAction.Saying(DiscoveryTexts.SeeAnswers, "continue"),
        SubmitAction.Saying(EngagementsTexts.NextReport, "report"),
        SubmitAction.Saying(EngagementsTexts.NextStatus, "status"),
    ]);
}
