namespace RoadmapBot.Conversation;

/// <summary>
/// The way out to a chat. Messages are only noted here; they leave, in order for each chat, after the turn or job that says them is saved.
/// </summary>
internal interface IChannel
{
    /// <summary>Says something in a chat the bot is in.</summary>
    /// <param name="key">Names the message within its chat, so that it can be replaced later.</param>
    /// <param name="answerTo">The id of the turn that this answers, where several people talk.</param>
    /// <param name="notBefore">It waits until then, unless <see cref="Hasten"/> lets it go; what is said after it waits behind it.</param>
    void Send(Chat to, Reply reply, string? key = null, string? answerTo = null, DateTimeOffset? notBefore = null);

    /// <summary>Lets a message go that was to wait.</summary>
    /// <param name="instead">What it says now; null where it stays as it is.</param>
    /// <returns>False where it waits no more: it is out, or on its way.</returns>
    Task<bool> Hasten(Chat chat, string key, Reply? instead, CancellationToken cancel);

    /// <summary>Says something in a person's own chat with the bot, which is opened if there is none yet.</summary>
    void SendTo(TenantId tenant, PersonId person, Reply reply, string? key = null);

    /// <summary>
    /// Reminds a person in his own chat: shown once or never, never twice. Where nobody can tell whether it arrived it is not sent again.
    /// </summary>
    /// <param name="until">After this moment it is no longer sent: a reminder that waited must not come at night.</param>
    void Remind(TenantId tenant, PersonId person, Reply reply, DateTimeOffset until);

    /// <summary>Replaces the message that was sent under the key; does nothing where it never reached the chat.</summary>
    void Replace(Chat chat, string key, Reply reply);

    /// <summary>Takes the message that was sent under the key out of the chat again.</summary>
    void Remove(Chat chat, string key);

    /// <inheritdoc cref="Remove"/>
    void RemoveFrom(TenantId tenant, PersonId person, string key);
}
