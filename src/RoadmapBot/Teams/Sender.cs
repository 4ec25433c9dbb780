using RoadmapBot.Conversation;

namespace RoadmapBot.Teams;

/// <summary>A message that is due, with all that sending it needs. Made by the work loop from the outbox.</summary>
/// <param name="Id">Its number in the outbox.</param>
/// <param name="Attempt">1 for the first try that may reach the chat.</param>
/// <param name="Tries">How often it was taken up, this time included.</param>
/// <param name="Chat">How the chat is reached; null where there is no chat with the person yet.</param>
/// <param name="Opener">Any chat of the tenant, whose service URL and bot id can open the person's chat.</param>
/// <param name="Earlier">The channel's id of the message to replace or remove, where it is known.</param>
internal sealed record DueMessage(
    long Id, int Attempt, int Tries, DateTimeOffset Noted, OutgoingMessage Message, ChatReference? Chat, ChatReference? Opener, string? Earlier)
{
    public string? ServiceUrl => (Chat ?? Opener)?.ServiceUrl;
}

/// <summary>One try to bring a message to its chat. Says what to do next and changes nothing.</summary>
internal sealed class Sender(ConnectorClient connector, SendPace pace, TimeProvider time)
{
    /// <returns>What to do with the message, and the personal chat that was opened for it, if one was.</returns>
    public async Task<(SendPolicy Next, ChatReference? Opened)> Try(DueMessage due, CancellationToken cancel)
    {
        if (due.Message.Replaces && due.Earlier is null)
            return (new SendPolicy.Finished(null), null);
        if (SendPolicy.Before(due, time.GetUtcNow()) is { } not)
            return (not, null);
        var (chat, opened) = (due.Chat, null as ChatReference);
        if (chat is null)
        {
            if (due is not { Opener: { } opener, Message.Person: { } person })
                return (new SendPolicy.Drop("the chat is not known or closed"), null);
            var opening = await connector.OpenPersonalChat(opener.ServiceUrl, opener.Bot, due.Message.Tenant, person, cancel);
            if (opening is not ConnectorOutcome.Done { Id: { } id })
                return (Unopened(opening, due), null);
            var personal = new ChatId(id);
            chat = opened = new ChatReference(new Chat(due.Message.Tenant, personal, ChatKind.Personal, personal), opener.ServiceUrl, opener.Bot, null, person);
        }

        if (pace.Enter(chat.Chat) is { } free)
            return (new SendPolicy.TryAt(free, Counts: false), opened);
        try
        {
            return (Next(await Call(chat, due, cancel), due), opened);
        }
        finally
        {
            pace.Leave(chat.Chat);
        }
    }

    /// <summary>What a message too large for Teams says instead: its summary.</summary>
    public static string Shrunk(string body) => OutgoingActivity.Of(Reply.Of(TeamsTexts.TooLarge.With(Loose.Parse(body)?.At("summary")?.Text)));

    private async Task<ConnectorOutcome> Call(ChatReference chat, DueMessage due, CancellationToken cancel)
    {
        var body = due.Message.Body;
        if (due.Message.Replaces)
            return body.Length == 0 ? await connector.Delete(chat, due.Earlier!, cancel) : await connector.Update(chat, due.Earlier!, body, cancel);
        if (due.Message.AnswerTo is { } answered && await connector.Reply(chat, answered, body, cancel) is var outcome and not ConnectorOutcome.Missing)
            return outcome;
        return await connector.Send(chat, body, cancel); // it answers nothing, or what it answers was deleted meanwhile
    }

    /// <summary>Opening is safe to repeat: the person's chat is always the same.</summary>
    private SendPolicy Unopened(ConnectorOutcome outcome, DueMessage due) => outcome switch
    {
        ConnectorOutcome.Unsure(var after) => Next(new ConnectorOutcome.Later(after), due),
        ConnectorOutcome.Later or ConnectorOutcome.Unauthorized or ConnectorOutcome.Moved or ConnectorOutcome.Refused => Next(outcome, due),
        _ => new SendPolicy.Drop("the person has no chat with the bot and none can be opened"),
    };

    private SendPolicy Next(ConnectorOutcome outcome, DueMessage due) => SendPolicy.After(outcome, due, time.GetUtcNow());
}
