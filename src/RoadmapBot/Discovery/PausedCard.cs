using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Discovery;

/// <summary>Everything is kept; one button or one word goes on, on any device, in a day or a week.</summary>
internal static class PausedCard
{
    public static AdaptiveCard Render(Interview interview, Progress progress) => new(DiscoveryTexts.PausedTitle,
    [
        new TextBlock(DiscoveryTexts.PausedTitle) { Style = "heading", Weight = "bolder" },
        new TextBlock(DiscoveryTexts.PausedText.With(
            interview.Answers.Count(given => given.Text is not null).Of(DiscoveryTexts.AnswerOne, DiscoveryTexts.AnswerMany), QuestionCard.Minutes(progress.Left))),
    ],
    [
        SubmitAction.Saying(DiscoveryTexts.Continue, "continue"),
    ]);
}
