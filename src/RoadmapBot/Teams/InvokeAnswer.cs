using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Teams;

/// <summary>
/// The body that answers an invoke: for each kind of invoke its own shape, as Teams wants it. The HTTP status is 200 wherever Teams reads the body.
/// </summary>
internal static class InvokeAnswer
{
    private static readonly TurnResponse Done = new(200, "{}");

    public static TurnResponse Of(Happening what, Answer answer) => what switch
    {
        Happening.Pressed { InPlace: true } => answer switch
        {
            Answer.Show show => Card("application/vnd.microsoft.card.adaptive", show.Card),
            // Teams takes an empty message for a broken bot and retries, so silence still says something.
            Answer.Tell { Text: var text } => Card("application/vnd.microsoft.activity.message", text),
            Answer.Refuse { Text: var text } => Card("application/vnd.microsoft.activity.message", text),
            _ => Card("application/vnd.microsoft.activity.message", TeamsTexts.Done),
        },
        Happening.DialogOpened or Happening.DialogSubmitted => answer switch
        {
            Answer.Show show => Json(new { task = new { type = "continue", value = Dialog(show.Card) } }),
            Answer.Tell { Text: var text } => Json(new { task = new { type = "message", value = text } }),
            Answer.Refuse { Text: var text } => Json(new { task = new { type = "message", value = text } }),
            _ => Done,
        },
        Happening.Searched => Card(
            "application/vnd.microsoft.search.searchResponse",
            new { results = answer is Answer.Choices choices ? choices.Found : [] }),
        _ => TurnResponse.Empty,
    };

    /// <summary>An invoke that we know of and have nothing to say to gets an empty success; any other name 501, as the protocol has it.</summary>
    public static TurnResponse Unhandled(string? name) =>
        name is "message/submitAction" or "message/fetchTask" or "signin/failure" ? Done : new TurnResponse(501, null);

    private static object Dialog(AdaptiveCard card) => new
    {
        title = card.FallbackText,
        height = "large",
        width = "medium",
        card = OutgoingActivity.Attach(card with
        {
            Body = [.. card.Body.Where(element => element is not TextBlock { Style: "heading", Text: var text } || text != card.FallbackText).Select(InDialog)],
            Actions = card.Actions?.Select(InDialog).ToList(),
        }),
    };

    private static CardElement InDialog(CardElement element) => element is ActionSet set ? set with { Actions = [.. set.Actions.Select(InDialog)] } : element;

    /// <summary>In a dialog Teams takes no other buttons than Action.Submit.</summary>
    private static CardAction InDialog(CardAction action) => action is ExecuteAction(var title, var verb, var data)
        ? SubmitAction.For(title, verb, [.. data.Select(pair => (pair.Key, pair.Value))]) with { Style = action.Style, AssociatedInputs = action.AssociatedInputs }
        : action;

    private static TurnResponse Card(string type, object value) => Json(new { statusCode = 200, type, value });

    private static TurnResponse Json<T>(T body) => new(200, OutgoingActivity.Serialize(body));
}
