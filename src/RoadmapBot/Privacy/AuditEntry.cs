using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Privacy;

/// <summary>What became of the thing that an entry is about.</summary>
internal enum AuditChange
{
    Made,
    Changed,
    TakenBack,
}

/// <summary>What happened, before it has its place in a chain.</summary>
/// <param name="By">Who did it; null where the bot did.</param>
/// <param name="About">Whose data it is.</param>
/// <param name="Subject">In ids: <c>answer/…/backup</c>.</param>
/// <param name="Content">Never kept, only digested.</param>
internal sealed record AuditFact(AuditKind Kind, AuditChange Change, PersonId? By, PersonId? About, string Subject, string Content);

/// <summary>One link of an engagement's chain. Author, person, subject, content and salt are null once they are erased; what is left says nothing.</summary>
/// <param name="Number">Counts from 1 within the engagement.</param>
/// <param name="Content">The salted digest of what it is about.</param>
/// <param name="Salt">Random, of this entry alone; without it no guess at the words or the person can be tried.</param>
/// <param name="Digest">The salted digest of <paramref name="By"/>, <paramref name="About"/>, <paramref name="Subject"/> and <paramref name="Content"/>.</param>
/// <param name="Hash">Of everything that is never erased, and of the entry before.</param>
internal sealed record AuditEntry(
    EngagementId Engagement, int Number, DateTimeOffset At, AuditKind Kind, AuditChange Change,
    PersonId? By, PersonId? About, string? Subject, string? Content, string? Salt, string Digest, string Hash)
{
    public bool IsErased => Salt is null;

    /// <summary>Unreadable for ever; its place in the chain stays.</summary>
    public AuditEntry Erased() => this with { By = null, About = null, Subject = null, Content = null, Salt = null };
}

/// <summary>Where a chain ends: kept apart from it, so that a cut end is found.</summary>
internal sealed record AuditHead(EngagementId Engagement, int Count, string Hash)
{
    public static AuditHead New(EngagementId engagement) => new(engagement, 0, "");
}

/// <summary>The first place where a log is not what was written.</summary>
internal sealed record AuditBreak(int Number, string What);
