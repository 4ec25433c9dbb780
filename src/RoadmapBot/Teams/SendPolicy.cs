namespace RoadmapBot.Teams;

/// <summary>What to do with a message after a try to send it; pure, so that the table is a test.</summary>
internal abstract record SendPolicy
{
    internal sealed record Finished(string? ActivityId) : SendPolicy;

    /// <param name="Counts">False where nothing was tried yet.</param>
    internal sealed record TryAt(DateTimeOffset When, bool Counts = true) : SendPolicy;

    /// <summary>Send the short text instead of the card.</summary>
    internal sealed record Shrink : SendPolicy;

    /// <summary>The chat is closed to us: drop what waits for it.</summary>
    internal sealed record CloseChat : SendPolicy;

    /// <summary>Use this service URL from now on, and try at once.</summary>
    internal sealed record Move(string ServiceUrl) : SendPolicy;

    /// <summary>Give the message up; operators are told.</summary>
    internal sealed record Drop(string Why) : SendPolicy;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(24);

    /// <summary>The jitter comes from the message's id, so that a run can be replayed.</summary>
    /// <param name="attempt">1 for the first try.</param>
    public static SendPolicy After(ConnectorOutcome outcome, long messageId, int attempt, DateTimeOffset noted, DateTimeOffset now)
    {
        switch (outcome)
        {
            case ConnectorOutcome.Done done:
                return new Finished(done.Id);
            case ConnectorOutcome.Missing:
                return new Finished(null); // somebody deleted the message that was to be replaced
            case ConnectorOutcome.TooLarge:
                return attempt > 1 ? new Drop("too large even as text") : new Shrink();
            case ConnectorOutcome.Gone:
                return new CloseChat();
            case ConnectorOutcome.Moved moved:
                return attempt > 2 ? new Drop("moved from host to host") : new Move(moved.ServiceUrl);
            case ConnectorOutcome.Refused refused:
                return new Drop($"refused with {refused.Status} {refused.Code}");
            case ConnectorOutcome.Unsure when attempt > 1:
                return new Drop("no clear answer twice; a third try could show it three times");
            default:
                if (now - noted > LongestLife)
                    return new Drop("not delivered within a day");
                var asked = (outcome as ConnectorOutcome.Later)?.After;
                return new TryAt(now + (asked ?? Backoff(messageId, attempt)));
        }
    }

    /// <summary>1 s, 2 s, 4 s … up to five minutes, each with up to a quarter more.</summary>
    private static TimeSpan Backoff(long messageId, int attempt)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempt - 1), LongestWait.TotalSeconds));
        var share = unchecked((ulong)((messageId * 31) + attempt) * 0x9E3779B97F4A7C15UL >> 40) / (double)(1 << 24);
        return pause * (1 + (share / 4));
    }
}
