using RoadmapBot.Conversation;

namespace RoadmapBot.Teams;

/// <summary>
/// Teams' limits for one bot in one chat: 7 messages in a second, 8 in two, 60 in thirty, 1,800 in an hour
/// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). A lane is sent by one instance at a time, so this memory is enough
/// to stay under them; what two instances might add up to is met by the 429 answer.
/// </summary>
internal sealed class SendPace(TimeProvider time)
{
    private static readonly (int Most, TimeSpan Within)[] Limits =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))];

    private static readonly TimeSpan BetweenTidyings = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<ChatId, List<DateTimeOffset>> _sent = [];
    private DateTimeOffset _tidied;

    /// <summary>When the next message may go to the chat; null for now.</summary>
    public DateTimeOffset? FreeAt(ChatId chat)
    {
        lock (_lock)
            return _sent.TryGetValue(chat, out var sent) ? FreeAt(sent, time.GetUtcNow()) : null;
    }

    /// <summary>
    /// A message has gone out and was answered. Noting the end of a call keeps the limit exact at Teams' end too: the message reached it earlier,
    /// and the next one starts later.
    /// </summary>
    public void Note(ChatId chat)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            Tidy(now);
            if (!_sent.TryGetValue(chat, out var sent))
                _sent[chat] = sent = [];
            sent.Add(now);
            if (sent.Count > Limits[^1].Most)
                sent.RemoveAt(0);
        }
    }

    /// <param name="sent">When messages went out, oldest first.</param>
    internal static DateTimeOffset? FreeAt(IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now)
    {
        DateTimeOffset? free = null;
        foreach (var (most, within) in Limits)
        {
            // The limit is kept when the one that stands `most` places back has left the window. A clock that was set back must not block the chat.
            if (sent.Count >= most && sent[^most] is var at && at <= now && at + within is var open && open > now && (free is null || open > free))
                free = open;
        }

        return free;
    }

    /// <summary>Forgets chats that have been quiet for an hour.</summary>
    private void Tidy(DateTimeOffset now)
    {
        if (now - _tidied < BetweenTidyings)
            return;
        _tidied = now;
        foreach (var chat in _sent.Where(pair => now - pair.Value[^1] >= Limits[^1].Within).Select(pair => pair.Key).ToList())
            _sent.Remove(chat);
    }
}
