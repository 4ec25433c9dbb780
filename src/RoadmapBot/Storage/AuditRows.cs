using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Privacy;

namespace RoadmapBot.Storage;

/// <inheritdoc cref="AuditEntry"/>
internal sealed class AuditRow
{
    public required EngagementId Engagement { get; init; }

    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AuditKind Kind { get; init; }

    public required AuditChange Change { get; init; }

    public PersonId? By { get; private set; }

    public PersonId? About { get; private set; }

    public string? Subject { get; private set; }

    public string? Content { get; private set; }

    public string? Salt { get; private set; }

    public required string Digest { get; init; }

    public required string Hash { get; init; }

    public static AuditRow Of(AuditEntry entry) => new()
    {
        Engagement = entry.Engagement,
        Number = entry.Number,
        At = entry.At,
        Kind = entry.Kind,
        Change = entry.Change,
        By = entry.By,
        About = entry.About,
        Subject = entry.Subject,
        Content = entry.Content,
        Salt = entry.Salt,
        Digest = entry.Digest,
        Hash = entry.Hash,
    };

    public AuditEntry ToEntry() => new(Engagement, Number, At, Kind, Change, By, About, Subject, Content, Salt, Digest, Hash);

    /// <inheritdoc cref="AuditEntry.Erased"/>
    public void Erase() => (By, About, Subject, Content, Salt) = (null, null, null, null, null);
}

/// <summary>Where a chain ends. On PostgreSQL it is also the lock at which the chain's writers queue.</summary>
internal sealed class AuditHeadRow
{
    public required EngagementId Engagement { get; init; }

    public int Count { get; set; }

    public string Hash { get; set; } = "";
}
