using RoadmapBot.Conversation;

namespace RoadmapBot.Teams;

/// <summary>
/// Teams' limits for one bot: in one chat 7 messages in a second, 8 in two, 60 in thirty, 1,800 in an hour; in one tenant 30 in a second
/// (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). A lane is sent by one instance at a time, so this memory is enough
/// to stay under a chat's limits; what several instances might add up to in a tenant is met by the 429 answer.
/// </summary>
internal sealed class SendPace(TimeProvider time)
{
    private static readonly (int Most, TimeSpan Within)[] Limits =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1))];

    /// <summary>Five of the thirty are for what does not wait here: typing signs, and calls made again with a fresh token.</summary>
    private static readonly (int Most, TimeSpan Within) TenantLimit = (25, TimeSpan.FromSeconds(1));

    private static readonly TimeSpan BetweenTidyings = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<ChatId, List<DateTimeOffset>> _sent = [];
    private readonly Dictionary<TenantId, Tenant> _tenants = [];
    private DateTimeOffset _tidied;

    /// <summary>What a tenant is sent: calls on their way, when the last ones ended, and the next moment that nobody has been told to wait for.</summary>
    private sealed class Tenant
    {
        public int OnTheirWay { get; set; }

        public Queue<DateTimeOffset> Ended { get; } = [];

        public DateTimeOffset Next { get; set; }
    }

    /// <summary>A message wants to go out; where it may, its end must be told to <see cref="Leave"/>.</summary>
    /// <returns>When it may; null for now.</returns>
    public DateTimeOffset? Enter(Chat chat)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_sent.TryGetValue(chat.Thread, out var sent) && FreeAt(sent, now) is { } free)
                return free;
            if (!_tenants.TryGetValue(chat.Tenant, out var tenant))
                _tenants[chat.Tenant] = tenant = new Tenant();
            while (tenant.Ended.TryPeek(out var ended) && (now - ended >= TenantLimit.Within || ended > now))
                tenant.Ended.Dequeue();
            if (tenant.OnTheirWay + tenant.Ended.Count >= TenantLimit.Most)
            {
                // Each who has to wait is given a moment of his own, so that they do not all come back at once to wait again.
                var first = (tenant.Ended.TryPeek(out var oldest) ? oldest : now) + TenantLimit.Within;
                var at = tenant.Next > first ? tenant.Next : first;
                tenant.Next = at + (TenantLimit.Within / TenantLimit.Most);
                return at;
            }

            tenant.OnTheirWay++;
            return null;
        }
    }

    /// <summary>
    /// A message has gone out and was answered. Counting from the end of a call keeps the limits exact at Teams' end too: the message reached it
    /// earlier, and the next one starts later.
    /// </summary>
    public void Leave(Chat chat)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            Tidy(now);
            if (!_sent.TryGetValue(chat.Thread, out var sent))
                _sent[chat.Thread] = sent = [];
            sent.Add(now);
            if (sent.Count > Limits[^1].Most)
                sent.RemoveAt(0);
            var tenant = _tenants[chat.Tenant];
            tenant.OnTheirWay--;
            tenant.Ended.Enqueue(now);
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

    /// <summary>Forgets chats that have been quiet for an hour, and tenants that nothing is on its way to.</summary>
    private void Tidy(DateTimeOffset now)
    {
        if (now - _tidied < BetweenTidyings)
            return;
        _tidied = now;
        foreach (var chat in _sent.Where(pair => now - pair.Value[^1] >= Limits[^1].Within).Select(pair => pair.Key).ToList())
            _sent.Remove(chat);
        foreach (var tenant in _tenants.Where(pair => pair.Value.OnTheirWay == 0 && pair.Value.Next <= now).Select(pair => pair.Key).ToList())
            _tenants.Remove(tenant);
    }
}
