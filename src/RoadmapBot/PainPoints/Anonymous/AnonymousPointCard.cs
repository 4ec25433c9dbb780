using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>One anonymous pain point, what was asked about it, and what came back.</summary>
internal static class AnonymousPointCard
{
    public const string Verb = "anonymous/point";
    public const string AskVerb = "anonymous/ask";
    public const int Longest = 500;

    private const int LongestWords = 1000;
    private const int MostFollowUps = 5;
    private const string Id = "id";
    private const string Question = "question";

    public static AdaptiveCard Render(Engagement engagement, AnonymousBox box, AnonymousPoint point, PainKinds kinds) => new(PainPointsTexts.AnonymousOne,
    [
        new TextBlock(PainPointsTexts.AnonymousOne) { Style = "heading", Weight = "bolder" },
        RichTextBlock.Quote(point.Text.Cut(LongestWords)),
        new TextBlock(Markdown.Escape(AnonymousListCard.About(box.BatchOf(point), kinds))) { IsSubtle = true, Size = "small" },
        .. point.FollowUps.TakeLast(MostFollowUps).Select(FollowUp),
        .. IsAskable(point) ? [new TextInput(PainPointsTexts.AskLabel) { Id = Question, IsMultiline = true, MaxLength = Longest, Separator = true }] : Array.Empty<CardElement>(),
    ],
    [
        .. IsAskable(point) ? [new ExecuteAction(PainPointsTexts.AskSend, AskVerb, Data(engagement, point)) { Style = "positive" }] : Array.Empty<CardAction>(),
        AnonymousListCard.Button(engagement, PainPointsTexts.AnonymousBack, 0) with { AssociatedInputs = "none" },
    ]);

    public static PainPointId ReadId(CardData data) => new(data.Text(Id) ?? "");

    public static string? ReadQuestion(CardData data) => data.Text(Question);

    /// <summary>The way to this card.</summary>
    public static ExecuteAction Open(Engagement engagement, AnonymousPoint point) => new(PainPointsTexts.AnonymousOne, Verb, Data(engagement, point));

    private static bool IsAskable(AnonymousPoint point) => point.FollowUps.All(followUp => followUp.Stage is WaitingStage.Out);

    /// <summary>The outcome is told only once it is out, whatever has come before.</summary>
    private static CardElement FollowUp(FollowUp followUp) => new Container(
    [
        RichTextBlock.Of(followUp.Question),
        followUp is { Stage: WaitingStage.Out, Answer: { } answer } ? RichTextBlock.Quote(answer) : new TextBlock(followUp switch
        {
            { Stage: WaitingStage.Out, Outcome: FollowUpOutcome.Declined } => PainPointsTexts.FollowUpDeclined,
            { Stage: WaitingStage.Out } => PainPointsTexts.FollowUpEnded,
            _ => PainPointsTexts.FollowUpOpen,
        }) { IsSubtle = true },
    ])
    { Separator = true };

    private static Dictionary<string, string> Data(Engagement engagement, AnonymousPoint point) => new() { [CardKeys.Engagement] = engagement.Id.Value, [Id] = point.Id.Value };
}
