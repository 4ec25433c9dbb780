using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using RoadmapBot.Discovery;
using RoadmapBot.PainPoints;

namespace RoadmapBot.Storage;

/// <summary>
/// What somebody takes back or says otherwise goes out of every stored version of the roadmap, in the same unit of work. Like the audit log it looks
/// at what is about to be saved, so that no handler can forget it.
/// </summary>
internal static class Withdrawals
{
    public static async Task Scrub(RoadmapBotDb db, CancellationToken cancel)
    {
        foreach (var entry in db.ChangeTracker.Entries<InterviewRow>().Where(entry => entry.State is EntityState.Modified).ToArray())
        {
            foreach (var before in Before<InterviewRow, Interview>(entry).Answers)
            {
                string[] now = entry.Entity.State.Answer(before.Question) is { } given ? [.. Said(given)] : [];
                if (Said(before).Except(now, StringComparer.Ordinal).ToArray() is { Length: > 0 } gone)
                    await Scrubbed.Roadmaps(db, entry.Entity.Engagement, Privacy.Scrub.Withdrawn(entry.Entity.Person.Value, before.Question.Value, string.Join('\n', now), gone), cancel);
            }
        }

        foreach (var entry in db.ChangeTracker.Entries<PainPointRow>().Where(entry => entry.State is EntityState.Modified).ToArray())
        {
            var (before, now) = (Before<PainPointRow, PainPoint>(entry), entry.Entity.State);
            if (before.Text != now.Text)
                await Scrubbed.Roadmaps(db, now.Engagement, Privacy.Scrub.Withdrawn("", now.Id.Value, now.Text, [before.Text]), cancel);
        }
    }

    private static T Before<TRow, T>(EntityEntry<TRow> entry) where TRow : class => (T)entry.Property(nameof(InterviewRow.State)).OriginalValue!;

    private static IEnumerable<string> Said(Given given) => given.Followups.Select(followup => followup.Text).Prepend(given.Text).OfType<string>();
}
