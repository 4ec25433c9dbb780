using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>Asks whether a text is meant for the open question, because it came twice or the question is old.</summary>
internal static class DoubtCard
{
    public const string UseVerb = "interview/use";
    public const string LeaveVerb = "interview/leave";

    private const string Ask = "ask";
    private const string Text = "text";
    private const string Message = "message";

    /// <param name="message">The channel's id of the message that holds the text.</param>
    /// <param name="order">What the person may have wanted the bot to do instead, as a text to say.</param>
    public static AdaptiveCard Render(Interview interview, string text, string message, Doubt why, string? order)
    {
        var data = new Dictionary<string, string>
        {
            [CardKeys.Engagement] = interview.Engagement.Value,
            [Ask] = interview.Open!.Number.ToString(CultureInfo.InvariantCulture),
        };
        return new AdaptiveCard(DiscoveryTexts.DoubtTitle,
        [
            new TextBlock(why switch
            {
                Doubt.Repeated => DiscoveryTexts.DoubtRepeated,
                Doubt.Late => DiscoveryTexts.DoubtLate,
                Doubt.Command => DiscoveryTexts.DoubtCommand,
                _ => throw new ArgumentOutOfRangeException(nameof(why), why, null),
            }),
            new TextBlock(Markdown.Escape(interview.Open.Text)) { Weight = "bolder" },
            RichTextBlock.Quote(text.Cut(AnsweredCard.Longest)),
        ],
        [
            new ExecuteAction(DiscoveryTexts.DoubtUse, UseVerb, new Dictionary<string, string>(data) { [Text] = text, [Message] = message }),
            .. order is null ? [new ExecuteAction(DiscoveryTexts.DoubtLeave, LeaveVerb, data)] : new CardAction[] { SubmitAction.Saying(DiscoveryTexts.DoubtOrder, order) },
        ]);
    }

    public static (int Ask, string? Text, string? Message) Read(CardData data) => (data.Number(Ask) ?? 0, data.Text(Text), data.Text(Message));
}
