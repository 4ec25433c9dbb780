using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>A question to the reporter of an anonymous pain point.</summary>
internal static class RelayCard
{
    public const string AnswerVerb = "relay/answer";
    public const string DeclineVerb = "relay/decline";
    public const int Longest = 1000;

    private const int LongestWords = 300;
    private const string Text = "answer";

    public static AdaptiveCard Render(Engagement engagement, AnonymousPoint point, FollowUp followUp, string ticket) => new(PainPointsTexts.RelayTitle,
    [
        new TextBlock(PainPointsTexts.RelayTitle) { Style = "heading", Weight = "bolder" },
        RichTextBlock.Quote(point.Text.Cut(LongestWords)),
        new TextBlock(PainPointsTexts.RelayAsks),
        RichTextBlock.Of(followUp.Question),
        new TextBlock(PainPointsTexts.RelayHow) { IsSubtle = true, Size = "small" },
        new TextInput(PainPointsTexts.RelayLabel) { Id = Text, IsMultiline = true, MaxLength = Longest },
    ],
    [
        new ExecuteAction(PainPointsTexts.RelayAnswer, AnswerVerb, FollowCard.Data(engagement, ticket)) { Style = "positive" },
        new ExecuteAction(PainPointsTexts.RelayDecline, DeclineVerb, FollowCard.Data(engagement, ticket)) { AssociatedInputs = "none" },
        new ExecuteAction(PainPointsTexts.RelayEnd, FollowCard.EndVerb, FollowCard.Data(engagement, ticket)) { AssociatedInputs = "none" },
    ]);

    public static string? Read(CardData data) => data.Text(Text);
}
