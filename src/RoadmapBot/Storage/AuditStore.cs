using System.Linq.Expressions;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Privacy;

namespace RoadmapBot.Storage;

/// <summary>
/// The log of one unit of work. It looks at what is about to be saved instead of asking every handler to tell: what is not told cannot be forgotten.
/// </summary>
internal sealed class AuditStore(RoadmapBotDb db, TimeProvider time) : IAuditLog
{
    private readonly List<(EngagementId Engagement, AuditFact Fact)> _noted = [];
    private readonly List<(EngagementId Engagement, PersonId? Person)> _erased = [];

    /// <summary>Whose turn it is; null in a job.</summary>
    public PersonId? Actor { get; set; }

    public void Note(EngagementId engagement, AuditKind kind, PersonId? about, string subject, string content) =>
        _noted.Add((engagement, new AuditFact(kind, AuditChange.Made, Actor, about, subject, content)));

    public void Erase(EngagementId engagement, PersonId? person) => _erased.Add((engagement, person));

    /// <summary>Everything that this unit of work changes becomes entries, in the order of engagements, so that no two wait for each other.</summary>
    public async Task Write(CancellationToken cancel)
    {
        var facts = new List<(EngagementId Engagement, AuditFact Fact)>(_noted);
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToArray())
            facts.AddRange(await Changes(entry, cancel));
        var gone = db.ChangeTracker.Entries<PainPointRow>().Where(entry => entry.State is EntityState.Deleted).Select(entry => AuditItems.SubjectOf(entry.Entity.Id)).ToArray();
        foreach (var engagement in facts.Select(one => one.Engagement).Concat(_erased.Select(one => one.Engagement)).Distinct().OrderBy(id => id.Value, StringComparer.Ordinal).ToArray())
            await Write(engagement, [.. facts.Where(one => one.Engagement == engagement).Select(one => one.Fact)], gone, cancel);
        _noted.Clear();
        _erased.Clear();
    }

    /// <param name="gone">Of pain points that leave no row, because they are anonymous from now on: what the log says of them would tell whose they are.</param>
    private async Task Write(EngagementId engagement, IReadOnlyList<AuditFact> facts, string[] gone, CancellationToken cancel)
    {
        var row = await db.LockChain(engagement, cancel) ?? db.AuditHeads.Add(new AuditHeadRow { Engagement = engagement }).Entity;
        var head = new AuditHead(engagement, row.Count, row.Hash);
        var persons = _erased.Where(one => one.Engagement == engagement).Select(one => one.Person).ToArray();

        // What is said of a person in the very moment of the erasure would have to be erased at once.
        foreach (var fact in facts.Where(fact => !gone.Contains(fact.Subject) && !persons.Any(person => person is null || fact.About == person)))
            Append(gone.Length > 0 || persons.Contains(fact.By) ? fact with { By = null } : fact);
        foreach (var person in persons)
        {
            var changed = facts.Select(fact => fact.Subject).ToArray();
            var numbers = await Blank(engagement, row => person == null || row.By == person || row.About == person || changed.Contains(row.Subject), cancel);
            Append(new AuditFact(AuditKind.Erasure, AuditChange.Made, null, null, AuditErasure.Of(engagement, person, numbers).Write(), ""));
        }

        if (await Blank(engagement, row => gone.Contains(row.Subject), cancel) is { Count: > 0 } unreadable)
            Append(new AuditFact(AuditKind.Erasure, AuditChange.Made, null, null, AuditErasure.OfPainPoints(unreadable).Write(), ""));

        (row.Count, row.Hash) = (head.Count, head.Hash);

        void Append(AuditFact fact)
        {
            var entry = AuditChain.Link(head, fact, time.GetUtcNow(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(AuditChain.SaltBytes)));
            db.AuditEntries.Add(AuditRow.Of(entry));
            head = AuditChain.After(entry);
        }
    }

    private async Task<IReadOnlyList<int>> Blank(EngagementId engagement, Expression<Func<AuditRow, bool>> which, CancellationToken cancel)
    {
        var found = await db.AuditEntries.Where(row => row.Engagement == engagement && row.Salt != null && row.Kind != AuditKind.Erasure).Where(which).ToArrayAsync(cancel);
        var rows = found.Where(row => row.Salt is not null).ToArray(); // the context knows of those that were blanked just now
        foreach (var row in rows)
            row.Erase();
        return [.. rows.Select(row => row.Number)];
    }

    /// <summary>What was read before is still known to the context, beside what is to be saved.</summary>
    private async Task<IEnumerable<(EngagementId, AuditFact)>> Changes(EntityEntry entry, CancellationToken cancel)
    {
        return entry.Entity switch
        {
            MemberRow row => Changed(row.Engagement, row.State, AuditItems.Of),
            InterviewRow row => Changed(row.Engagement, row.State, AuditItems.Of),
            PainPointRow row => Changed(row.Engagement, row.State, AuditItems.Of),
            ProgressRow row => Changed(row.Engagement, row.State, AuditItems.Of),
            KpiBookRow row => Changed(row.Engagement, row.State, AuditItems.Of),
            RoadmapRow { Number: > 1 } row when entry.State is EntityState.Added =>
                Facts(row.Engagement, AuditItems.Carried((await db.Roadmaps.FindAsync([row.Engagement, row.Number - 1], cancel))?.State), AuditItems.Of(row.State)),
            RoadmapRow row => Changed(row.Engagement, row.State, AuditItems.Of),
            _ => [],
        };

        IEnumerable<(EngagementId, AuditFact)> Changed<T>(EngagementId engagement, T now, Func<T?, IReadOnlyList<AuditItem>> items) where T : class => Facts(
            engagement,
            items(entry.State is EntityState.Added ? null : (T?)entry.Property(nameof(MemberRow.State)).OriginalValue),
            items(entry.State is EntityState.Deleted ? null : now));

        IEnumerable<(EngagementId, AuditFact)> Facts(EngagementId engagement, IReadOnlyList<AuditItem> before, IReadOnlyList<AuditItem> after) =>
            AuditItems.Changes(before, after, Actor).Select(fact => (engagement, fact));
    }
}
