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

    public static AdaptiveCard Render(Interview interview, string text, Doubt why)
    {
        var data = new Dictionary<string, string>
        {
            [CardKeys.Engagement] = interview.Engagement.Value,
            [Ask] = interview.Open!.Number.ToString(CultureInfo.InvariantCulture),
            [Text] = text,
        };
        return new AdaptiveCard(DiscoveryTexts.DoubtTitle,
        [
            new TextBlock(why is Doubt.Repeated ? DiscoveryTexts.DoubtRepeated : DiscoveryTexts.DoubtLate),
            new TextBlock(Markdown.Escape(interview.Open.Text)) { Weight = "bolder" },
            RichTextBlock.Quote(text),
        ],
        [
            new ExecuteAction(DiscoveryTexts.DoubtUse, UseVerb, data),
            new ExecuteAction(DiscoveryTexts.DoubtLeave, LeaveVerb, data),
        ]);
    }

    public static (int Ask, string? Text) Read(CardData data) => (data.Number(Ask) ?? 0, data.Text(Text));
}
