using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Engagements;

/// <summary>Which of a person's engagements this chat is about.</summary>
internal static class ChooseCard
{
    public const string Verb = "engagement/choose";

    private const string Chosen = "chosen";
    private const string Then = "then";

    /// <param name="then">What the person wanted, to be done once it is chosen; empty for nothing.</param>
    public static AdaptiveCard Render(IReadOnlyList<Membership> seats, string then) => new(EngagementsTexts.ChooseTitle,
    [
        new TextBlock(EngagementsTexts.ChooseTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        new ChoiceInput(EngagementsTexts.ChooseLabel, [.. seats.Select(seat => new Choice(seat.Engagement.Organisation.Name, seat.Engagement.Id.Value))])
        {
            Id = Chosen, Style = seats.Count > 8 ? "filtered" : "expanded", Value = seats[0].Engagement.Id.Value, IsRequired = true,
            ErrorMessage = EngagementsTexts.ChooseLabel,
        },
    ],
    [
        SubmitAction.For(EngagementsTexts.ChooseUse, Verb, (Then, then)),
        new ExecuteAction(EngagementsTexts.StartNew, StartCard.NewVerb, new Dictionary<string, string>()) { AssociatedInputs = "none" },
    ]);

    public static (string? Chosen, string Then) Read(CardData data) => (data.Text(Chosen), data.Text(Then) ?? "");
}
