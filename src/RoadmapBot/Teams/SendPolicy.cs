namespace RoadmapBot.Teams;

/// <summary>What to do with a message after a try to send it; pure, so that the table is a test.</summary>
internal abstract record SendPolicy
{
    internal sealed record Finished(string? ActivityId) : SendPolicy;

    /// <param name="Counts">False where the message surely has not reached the chat.</param>
    internal sealed record TryAt(DateTimeOffset When, bool Counts) : SendPolicy;

    /// <summary>Send the short text instead of the card.</summary>
    internal sealed record Shrink : SendPolicy;

    /// <summary>The chat is closed to us: drop what waits for it.</summary>
    internal sealed record CloseChat : SendPolicy;

    /// <summary>Use this service URL from now on, and try at once.</summary>
    internal sealed record Move(string ServiceUrl) : SendPolicy;

    /// <summary>Give the message up; operators are told.</summary>
    internal sealed record Drop(string Why) : SendPolicy;

    /// <summary>What is said in a chat is better shown twice than never; but what cannot be delivered must not be shown without end.</summary>
    private const int MostUnsure = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(24);

    /// <summary>What is not even tried: a reminder whose time is over, or whose last try ended nobody knows how.</summary>
    /// <returns>Null where the message may be sent.</returns>
    public static Drop? Before(DueMessage due, DateTimeOffset now) =>
        due.Message.Until is not { } until ? null
        : due.Attempt > 1 ? new Drop("a reminder that may have arrived")
        : now > until ? new Drop("a reminder that comes too late")
        : null;

    public static SendPolicy After(ConnectorOutcome outcome, DueMessage due, DateTimeOffset now) => outcome switch
    {
        ConnectorOutcome.Done done => new Finished(done.Id),
        ConnectorOutcome.Missing => new Finished(null), // somebody deleted the message that was to be replaced
        ConnectorOutcome.TooLarge => due.Message.HasCard ? new Shrink() : new Drop("too large even as text"),
        ConnectorOutcome.Gone => new CloseChat(),
        ConnectorOutcome.Moved moved => moved.ServiceUrl == due.ServiceUrl ? new Drop("sent to the host that it came from") : new Move(moved.ServiceUrl),
        ConnectorOutcome.Refused refused => new Drop($"refused with {refused.Status} {refused.Code}"),
        ConnectorOutcome.Unsure when due.Message.Until is not null => new Drop("a reminder that may have arrived"),
        ConnectorOutcome.Unsure when due.Attempt >= MostUnsure => new Drop($"no clear answer {MostUnsure} times"),
        _ when now - due.Noted > LongestLife => new Drop("not delivered within a day"),
        ConnectorOutcome.Unsure unsure => new TryAt(now + Pause(unsure.After, due), Counts: true),
        ConnectorOutcome.Later later => new TryAt(now + Pause(later.After, due), Counts: false),
        _ => new TryAt(now + Pause(null, due), Counts: false),
    };

    /// <summary>What Teams asks for; else 1 s, 2 s, 4 s … up to five minutes, each with up to a quarter more.</summary>
    private static TimeSpan Pause(TimeSpan? asked, DueMessage due)
    {
        if (asked is { } pause && pause > TimeSpan.Zero)
            return pause;
        var own = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, due.Tries - 1), LongestWait.TotalSeconds));
        // The jitter comes from the message's id, so that a run can be replayed.
        var share = (unchecked((ulong)((due.Id * 31) + due.Tries) * 0x9E3779B97F4A7C15UL) >> 40) / (double)(1 << 24);
        return own * (1 + (share / 4));
    }
}
