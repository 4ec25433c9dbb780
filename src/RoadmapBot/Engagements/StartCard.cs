using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Engagements;

/// <summary>For somebody without a seat: take part in what the tenant already has, or begin something new.</summary>
internal static class StartCard
{
    public const string JoinVerb = "engagement/join";
    public const string NewVerb = "engagement/new";

    private const int MostShown = 4;
    private const string Then = "then";

    /// <param name="then">What the person wanted, to be done once there is a seat; empty for nothing.</param>
    public static AdaptiveCard Render(IReadOnlyList<Engagement> engagements, string then) => new(EngagementsTexts.StartTitle,
    [
        new TextBlock(EngagementsTexts.StartTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        new TextBlock(engagements.Count == 0 ? EngagementsTexts.StartNothingYet : EngagementsTexts.StartChoose),
    ],
    [
        .. engagements.Take(MostShown).Select(engagement => SubmitAction.For(
            EngagementsTexts.StartJoin.With(engagement.Organisation.Name), JoinVerb, (CardKeys.Engagement, engagement.Id.Value), (Then, then))),
        new ExecuteAction(EngagementsTexts.StartNew, NewVerb, new Dictionary<string, string>()),
    ]);

    public static string Read(CardData data) => data.Text(Then) ?? "";
}
