using RoadmapBot.Conversation;

namespace RoadmapBot.Teams;

/// <summary>A message on its way to a chat.</summary>
/// <param name="Chat">Null where only the person is known and the chat may have to be opened first.</param>
/// <param name="Key">The message's name within the chat, or null.</param>
/// <param name="Replaces">True: takes the place of the message sent under the key.</param>
/// <param name="AnswerTo">The channel's id of the message that this one answers, or null.</param>
/// <param name="Body">The activity as JSON; empty, for a message that replaces: take the other one away.</param>
/// <param name="Until">A reminder: shown at most once, and not after this moment. Null for what is better said twice or late than never.</param>
internal sealed record OutgoingMessage(TenantId Tenant, Chat? Chat, PersonId? Person, string? Key, bool Replaces, string? AnswerTo, string Body, DateTimeOffset? Until = null)
{
    /// <summary>Null: at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    public bool HasCard => Body.Contains("\"attachments\":", StringComparison.Ordinal);
}

/// <summary>Messages on their way out, and where they go.</summary>
internal interface IOutboxStore
{
    /// <summary>Notes it in the transaction of the turn or job that says it.</summary>
    void Add(OutgoingMessage message);

    /// <inheritdoc cref="IChannel.Hasten"/>
    /// <param name="body">The activity as JSON.</param>
    Task<bool> Hasten(Chat chat, string key, string? body, CancellationToken cancel);

    /// <summary>How a chat is reached; null where it is closed to us.</summary>
    Task<ChatReference?> Find(Chat chat, CancellationToken cancel);
}
