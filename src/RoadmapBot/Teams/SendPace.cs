using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<ChatId, Queue<DateTimeOffset>> _sent = new();

    /// <summary>Takes a place, or says when there will be one.</summary>
    /// <returns>Null where the message may go now.</returns>
    public DateTimeOffset? Take(ChatId chat)
    {
        var now = time.GetUtcNow();
        var sent = _sent.GetOrAdd(chat, _ => new Queue<DateTimeOffset>());
        lock (sent)
        {
            while (sent.TryPeek(out var oldest) && now - oldest >= Limits[^1].Within)
                sent.Dequeue();
            if (FreeAt([.. sent], now) is { } later)
                return later;
            sent.Enqueue(now);
            return null;
        }
    }

    /// <summary>Forgets chats that have been quiet for an hour.</summary>
    public void Tidy()
    {
        var now = time.GetUtcNow();
        foreach (var (chat, sent) in _sent)
        {
            lock (sent)
            {
                if (sent.All(at => now - at >= Limits[^1].Within))
                    _sent.TryRemove(chat, out _);
            }
        }
    }

    internal static DateTimeOffset? FreeAt(IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now)
    {
        DateTimeOffset? free = null;
        foreach (var (most, within) in Limits)
        {
            // The limit is kept when the one that stands `most` places back has left the window.
            if (sent.Count >= most && sent[^most] + within is var open && open > now && (free is null || open > free))
                free = open;
        }

        return free;
    }
}
