using Microsoft.EntityFrameworkCore;
using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Storage;

internal sealed class RoadmapStore(RoadmapBotDb db) : IRoadmapStore
{
    public async Task<Roadmap?> Latest(EngagementId engagement, CancellationToken cancel) =>
        (await db.Roadmaps.Where(row => row.Engagement == engagement).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel))?.State;

    public async Task<Roadmap?> Approved(EngagementId engagement, CancellationToken cancel) =>
        (await db.Roadmaps.Where(row => row.Engagement == engagement && row.IsApproved).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel))?.State;

    public async Task<Roadmap?> Find(EngagementId engagement, int version, CancellationToken cancel) =>
        (await db.Roadmaps.FindAsync([engagement, version], cancel))?.State;

    public async Task<IReadOnlyList<Roadmap>> From(EngagementId engagement, int version, CancellationToken cancel) =>
        [.. (await db.Roadmaps.Where(row => row.Engagement == engagement && row.Number >= version).OrderBy(row => row.Number).ToArrayAsync(cancel)).Select(row => row.State)];

    public void Save(Roadmap roadmap)
    {
        if (db.Roadmaps.Local.FirstOrDefault(row => row.Engagement == roadmap.Engagement && row.Number == roadmap.Version) is { } row)
            row.State = roadmap;
        else
            db.Roadmaps.Add(new RoadmapRow { Engagement = roadmap.Engagement, Number = roadmap.Version, State = roadmap });
    }
}
