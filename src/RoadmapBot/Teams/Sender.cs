using System.Text.Json;
using RoadmapBot.Conversation;

namespace RoadmapBot.Teams;

/// <summary>A message that is due, with all that sending it needs. Made by the work loop from the outbox.</summary>
/// <param name="Id">Its number in the outbox.</param>
/// <param name="Attempt">1 for the first try.</param>
/// <param name="Chat">How the chat is reached; null where there is no chat with the person yet.</param>
/// <param name="Opener">Any chat of the tenant, whose service URL and bot id can open the person's chat.</param>
/// <param name="Earlier">The channel's id of the message to replace or remove, where it is known.</param>
internal sealed record DueMessage(long Id, int Attempt, DateTimeOffset Noted, OutgoingMessage Message, ChatReference? Chat, ChatReference? Opener, string? Earlier);

/// <summary>One try to bring a message to its chat. Says what to do next and changes nothing.</summary>
internal sealed class Sender(ConnectorClient connector, SendPace pace, TimeProvider time)
{
    /// <returns>What to do with the message, and the personal chat that was opened for it, if one was.</returns>
    public async Task<(SendPolicy Next, ChatReference? Opened)> Try(DueMessage due, CancellationToken cancel)
    {
        var (chat, opened) = (due.Chat, null as ChatReference);
        if (chat is null)
        {
            if (due is not { Opener: { } opener, Message.Person: { } person })
                return (new SendPolicy.Drop("the chat is not known or closed"), null);
            var opening = await connector.OpenPersonalChat(opener.ServiceUrl, opener.Bot, due.Message.Tenant, person, cancel);
            if (opening is not ConnectorOutcome.Done { Id: { } id })
                return (Next(opening is ConnectorOutcome.Done ? new ConnectorOutcome.Refused(200, "no chat id") : opening, due), null);
            var personal = new ChatId(id);
            chat = opened = new ChatReference(new Chat(due.Message.Tenant, personal, ChatKind.Personal, personal), opener.ServiceUrl, opener.Bot, null, person);
        }

        if (due.Message.Replaces && due.Earlier is null)
            return (new SendPolicy.Finished(null), opened);
        if (pace.Take(chat.Chat.Thread) is { } free)
            return (new SendPolicy.TryAt(free, Counts: false), opened);
        var outcome = due.Message switch
        {
            { Replaces: true, Body: "" } => await connector.Delete(chat, due.Earlier!, cancel),
            { Replaces: true } => await connector.Update(chat, due.Earlier!, due.Message.Body, cancel),
            { AnswerTo: { } activity } => await connector.Reply(chat, activity, due.Message.Body, cancel),
            _ => await connector.Send(chat, due.Message.Body, cancel),
        };
        return (Next(outcome, due), opened);
    }

    /// <summary>What a message too large for Teams says instead: its summary.</summary>
    public static string Shrunk(string body)
    {
        using var json = JsonDocument.Parse(body);
        var summary = json.RootElement.TryGetProperty("summary", out var text) ? text.GetString() ?? "" : "";
        return OutgoingActivity.Of(Reply.Of(TeamsTexts.TooLarge.With(summary)));
    }

    private SendPolicy Next(ConnectorOutcome outcome, DueMessage due) => SendPolicy.After(outcome, due.Id, due.Attempt, due.Noted, time.GetUtcNow());
}
