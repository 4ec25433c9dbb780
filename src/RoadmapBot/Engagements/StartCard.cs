using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Engagements;

/// <summary>For somebody without a seat: take part in what the tenant already has, or begin something new.</summary>
internal static class StartCard
{
    public const string JoinVerb = "engagement/join";
    public const string NewVerb = "engagement/new";

    private const int MostButtons = 4;
    private const int MostChoices = 100;
    private const string Then = "then";

    /// <param name="then">What the person wanted, to be done once there is a seat; empty for nothing.</param>
    public static AdaptiveCard Render(IReadOnlyList<Engagement> engagements, string then) => new(EngagementsTexts.StartTitle,
    [
        new TextBlock(EngagementsTexts.StartTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        new TextBlock(engagements.Count == 0 ? EngagementsTexts.StartNothingYet : EngagementsTexts.StartChoose),
        .. engagements.Count <= MostButtons
            ? Array.Empty<CardElement>()
            :
            [
                new ChoiceInput(EngagementsTexts.ChooseLabel, [.. engagements.Take(MostChoices).Select(engagement => new Choice(engagement.Organisation.Name, engagement.Id.Value))])
                {
                    Id = CardKeys.Engagement, Style = "filtered", IsRequired = true, ErrorMessage = EngagementsTexts.ChooseLabel,
                },
            ],
    ],
    [
        .. engagements.Count > MostButtons
            ? [SubmitAction.For(EngagementsTexts.StartJoinChosen, JoinVerb, (Then, then))]
            : engagements.Select(engagement => SubmitAction.For(
                EngagementsTexts.StartJoin.With(engagement.Organisation.Name), JoinVerb, (CardKeys.Engagement, engagement.Id.Value), (Then, then))),
        new ExecuteAction(EngagementsTexts.StartNew, NewVerb, new Dictionary<string, string>()) { AssociatedInputs = "none" },
    ]);

    public static string Read(CardData data) => data.Text(Then) ?? "";
}
