using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Privacy;

namespace RoadmapBot.Storage;

/// <summary>
/// What somebody takes back or says otherwise goes out of every stored version of the roadmap, in the same unit of work. Like the audit log it looks
/// at what is about to be saved, so that no handler can forget it.
/// </summary>
internal static class Withdrawals
{
    public static async Task Clean(RoadmapBotDb db, CancellationToken cancel)
    {
        (EngagementId Engagement, Scrub Scrub)[] withdrawn = [.. Answers(db), .. PainPoints(db), .. AnonymousPoints(db)];
        foreach (var one in withdrawn.GroupBy(one => one.Engagement, one => one.Scrub).ToArray())
            await Scrubbed.Roadmaps(db, one.Key, Scrub.Any([.. one]), cancel);
    }

    private static IEnumerable<(EngagementId, Scrub)> Answers(RoadmapBotDb db) =>
        from entry in db.ChangeTracker.Entries<InterviewRow>()
        where entry.State is EntityState.Modified
        from before in Before<Interview>(entry).Answers
        let now = entry.Entity.State.Answer(before.Question) is { } given ? Said(given).ToArray() : []
        let gone = Said(before).Except(now, StringComparer.Ordinal).ToArray()
        where gone.Length > 0
        select (entry.Entity.Engagement, Scrub.Withdrawn(entry.Entity.Person.Value, before.Question.Value, string.Join('\n', now), gone));

    /// <summary>One that leaves no row is anonymous from now on: its id was made from its author.</summary>
    private static IEnumerable<(EngagementId, Scrub)> PainPoints(RoadmapBotDb db) =>
        from entry in db.ChangeTracker.Entries<PainPointRow>()
        where entry.State is EntityState.Modified or EntityState.Deleted
        let before = Before<PainPoint>(entry)
        let now = entry.State is EntityState.Deleted ? null : entry.Entity.State.Text
        where before.Text != now
        select (entry.Entity.Engagement, Scrub.Withdrawn("", before.Id.Value, now, [before.Text]));

    private static IEnumerable<(EngagementId, Scrub)> AnonymousPoints(RoadmapBotDb db) =>
        from entry in db.ChangeTracker.Entries<AnonymousBoxRow>()
        where entry.State is EntityState.Modified
        from before in Before<AnonymousBox>(entry).Shown
        where entry.Entity.State.Find(before.Id) is null
        select (entry.Entity.Engagement, Scrub.Withdrawn("", before.Id.Value, null, [before.Text]));

    private static T Before<T>(EntityEntry entry) => (T)entry.Property(nameof(InterviewRow.State)).OriginalValue!;

    private static IEnumerable<string> Said(Given given) => given.Followups.Select(followup => followup.Text).Prepend(given.Text).OfType<string>();
}
