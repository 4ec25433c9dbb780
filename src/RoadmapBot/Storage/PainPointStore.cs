using Microsoft.EntityFrameworkCore;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;

namespace RoadmapBot.Storage;

internal sealed class PainPointStore(RoadmapBotDb db) : IPainPointStore
{
    public async Task<PainPoint?> Find(PainPointId id, CancellationToken cancel) => (await db.PainPoints.FindAsync([id], cancel))?.State;

    public async Task<PainPoint?> Find(ChatId thread, string message, CancellationToken cancel) =>
        (await db.PainPoints.FirstOrDefaultAsync(row => row.Thread == thread && row.Message == message, cancel))?.State;

    public async Task<IReadOnlyList<PainPoint>> Of(EngagementId engagement, CancellationToken cancel)
    {
        var rows = await db.PainPoints.AsNoTracking().Where(row => row.Engagement == engagement).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancel);
        return [.. rows.Select(row => row.State).Where(point => point.State is not PainPointState.TakenBack)];
    }

    public void Save(PainPoint point)
    {
        if (db.PainPoints.Local.FindEntry(point.Id) is { } entry)
            entry.Entity.State = point;
        else
            db.PainPoints.Add(new PainPointRow { Id = point.Id, Engagement = point.Engagement, At = point.At, State = point });
    }

    public void Remove(PainPoint point)
    {
        if (db.PainPoints.Local.FindEntry(point.Id) is { } entry)
            entry.State = EntityState.Deleted;
    }
}
