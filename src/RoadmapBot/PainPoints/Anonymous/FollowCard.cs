using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>Told once to who has reported anonymously: what is kept, when it is shown, how it can be taken back.</summary>
internal static class FollowCard
{
    public const string WithdrawVerb = "relay/withdraw";
    public const string EndVerb = "relay/end";

    public static AdaptiveCard Render(Engagement engagement, string ticket) => new(PainPointsTexts.AnonymousKept,
    [
        new TextBlock(PainPointsTexts.AnonymousKept) { Style = "heading", Weight = "bolder" },
        new TextBlock(PainPointsTexts.AnonymousHow),
        new TextBlock(PainPointsTexts.AnonymousFollow),
    ],
    [
        new ExecuteAction(PainPointsTexts.Withdraw, WithdrawVerb, Data(engagement, ticket)),
        new ExecuteAction(PainPointsTexts.RelayEnd, EndVerb, Data(engagement, ticket)),
        SubmitAction.Saying(PainPointsTexts.Another, "report anonymously"),
    ]);

    public static Dictionary<string, string> Data(Engagement engagement, string ticket) => new() { [CardKeys.Engagement] = engagement.Id.Value, [Ticket.Key] = ticket };
}
