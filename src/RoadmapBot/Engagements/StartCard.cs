using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Engagements;

/// <summary>For somebody without a seat: take part in what the tenant already has, or begin something new.</summary>
internal static class StartCard
{
    public const string JoinVerb = "engagement/join";
    public const string NewVerb = "engagement/new";

    private const int MostShown = 4;

    public static AdaptiveCard Render(IReadOnlyList<Engagement> engagements) => new(EngagementsTexts.StartTitle,
    [
        new TextBlock(EngagementsTexts.StartTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        new TextBlock(engagements.Count == 0 ? EngagementsTexts.StartNothingYet : EngagementsTexts.StartChoose),
    ],
    [
        .. engagements.Take(MostShown).Select(engagement => new ExecuteAction(
            $"{EngagementsTexts.StartJoin} {engagement.Organisation.Name}", JoinVerb, new Dictionary<string, string> { [CardKeys.Engagement] = engagement.Id.Value })),
        new ExecuteAction(EngagementsTexts.StartNew, NewVerb, new Dictionary<string, string>()),
    ]);
}
