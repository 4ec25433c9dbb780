using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints;

/// <summary>How a report was understood; the person corrects it, adds how often and how far, or takes it back.</summary>
internal static class PainPointCard
{
    public const string ConfirmVerb = "pain/confirm";
    public const string WithdrawVerb = "pain/withdraw";
    public const string AnonymousVerb = "pain/anonymous";

    private const int Longest = 1000;
    private const string Id = "id";
    private const string Kind = "kind";
    private const string Often = "often";
    private const string Reach = "reach";

    public static AdaptiveCard Render(PainPoint point, PainKinds kinds) => point.State switch
    {
        PainPointState.TakenBack => new(PainPointsTexts.TakenBack, [new TextBlock(PainPointsTexts.TakenBack)]),
        PainPointState.Confirmed => new(PainPointsTexts.Confirmed,
        [
            new TextBlock(PainPointsTexts.Confirmed) { Style = "heading", Weight = "bolder" },
            Words(point),
            new TextBlock(PainPointsTexts.ConfirmedNext.With(kinds.Find(point.Kind).Title)),
        ],
        [
            new ExecuteAction(PainPointsTexts.Withdraw, WithdrawVerb, Data(point)),
            SubmitAction.Saying(PainPointsTexts.Another, "report"),
        ]),
        _ => new(PainPointsTexts.Title,
        [
            new TextBlock(PainPointsTexts.Title) { Style = "heading", Weight = "bolder" },
            Words(point),
            new ChoiceInput(PainPointsTexts.KindLabel, [.. kinds.All.Select(kind => new Choice(kind.Title, kind.Id))]) { Id = Kind, Style = "compact", Value = point.Kind },
            new ChoiceInput(PainPointsTexts.OftenLabel, [.. Enum.GetValues<Frequency>().Select(often => new Choice(Name(often), often.ToString()))])
            {
                Id = Often, Style = "compact", Placeholder = PainPointsTexts.NotSaid, Value = point.Often?.ToString(),
            },
            new ChoiceInput(PainPointsTexts.ReachLabel, [.. Enum.GetValues<Reach>().Select(reach => new Choice(Name(reach), reach.ToString()))])
            {
                Id = Reach, Style = "compact", Placeholder = PainPointsTexts.NotSaid, Value = point.Reach?.ToString(),
            },
        ],
        [
            new ExecuteAction(PainPointsTexts.Confirm, ConfirmVerb, Data(point)) { Style = "positive" },
            new ExecuteAction(PainPointsTexts.Anonymously, AnonymousVerb, Data(point)),
            new ExecuteAction(PainPointsTexts.Withdraw, WithdrawVerb, Data(point)) { AssociatedInputs = "none" },
        ]),
    };

    /// <summary>In place of the card, once the name is off the report.</summary>
    public static AdaptiveCard Nameless => new(PainPointsTexts.AnonymousMade, [new TextBlock(PainPointsTexts.AnonymousMade)]);

    public static PainPointId ReadId(CardData data) => new(data.Text(Id) ?? "");

    public static (string? Kind, Frequency? Often, Reach? Reach) Read(CardData data) => (
        data.Text(Kind),
        data.TryChoice<Frequency>(Often, out var often) ? often : null,
        data.TryChoice<Reach>(Reach, out var reach) ? reach : null);

    public static string Name(Frequency often) => often switch
    {
        Frequency.Daily => PainPointsTexts.Daily,
        Frequency.Weekly => PainPointsTexts.Weekly,
        Frequency.Monthly => PainPointsTexts.Monthly,
        Frequency.Rarely => PainPointsTexts.Rarely,
        _ => throw new ArgumentOutOfRangeException(nameof(often), often, null),
    };

    public static string Name(Reach reach) => reach switch
    {
        PainPoints.Reach.Me => PainPointsTexts.ReachMe,
        PainPoints.Reach.Team => PainPointsTexts.ReachTeam,
        PainPoints.Reach.Department => PainPointsTexts.ReachDepartment,
        PainPoints.Reach.Everybody => PainPointsTexts.ReachEverybody,
        _ => throw new ArgumentOutOfRangeException(nameof(reach), reach, null),
    };

    private static RichTextBlock Words(PainPoint point) => RichTextBlock.Quote(point.Text.Cut(Longest));

    private static Dictionary<string, string> Data(PainPoint point) => new() { [CardKeys.Engagement] = point.Engagement.Value, [Id] = point.Id.Value };
}
