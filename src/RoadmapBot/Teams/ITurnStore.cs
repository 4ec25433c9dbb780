using RoadmapBot.Conversation;

namespace RoadmapBot.Teams;

/// <summary>What the HTTP answer of a turn is: a status, and for an invoke a JSON body.</summary>
internal sealed record TurnResponse(int Status, string? Body)
{
    public static TurnResponse Empty { get; } = new(200, null);
}

/// <summary>How a chat is reached; refreshed from every activity.</summary>
/// <param name="Bot">The bot's own id in the chat, <c>28:…</c>.</param>
/// <param name="User">In a personal chat the channel's id of the person, else null.</param>
/// <param name="Person">In a personal chat the person, else null.</param>
internal sealed record ChatReference(Chat Chat, string ServiceUrl, string Bot, string? User, PersonId? Person);

/// <summary>
/// The frame of a turn: its transaction, its place in the queue of its chat, and the memory that it happened. One instance serves one turn.
/// </summary>
internal interface ITurnStore
{
    /// <summary>
    /// Begins the turn's transaction and waits until no other turn of this chat runs, on any instance. Remembers the sender and how the chat is reached.
    /// </summary>
    /// <returns>The answer that was given before, where this very activity was already handled; else null.</returns>
    Task<TurnResponse?> Open(Turn turn, ChatReference reference, CancellationToken cancel);

    /// <summary>True for the first install of the bot in this chat since it was last removed; says it once.</summary>
    bool Welcome();

    /// <summary>The bot was removed: nothing more can be sent there until it is back.</summary>
    void Close();

    /// <summary>
    /// Saves everything that the turn's stores and channel noted, together with its answer, in one transaction.
    /// </summary>
    /// <returns>False where somebody else changed the same state meanwhile: nothing is saved, and the turn is to run again.</returns>
    Task<bool> Commit(TurnResponse response, CancellationToken cancel);

    /// <summary>True where the fault is the database's, not ours: it is away, full, locked or read-only, and the same delivery can succeed later.</summary>
    bool IsAway(Exception fault);
}
