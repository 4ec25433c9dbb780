using RoadmapBot.Engagements;
using RoadmapBot.Reviews;

namespace RoadmapBot.Storage;

internal sealed class KpiStore(RoadmapBotDb db) : IKpiStore
{
    public async Task<KpiBook> Of(EngagementId engagement, CancellationToken cancel) => (await db.Kpis.FindAsync([engagement], cancel))?.State ?? KpiBook.Empty(engagement);

    public void Save(KpiBook book)
    {
        if (db.Kpis.Local.FirstOrDefault(row => row.Engagement == book.Engagement) is { } row)
            row.State = book;
        else
            db.Kpis.Add(new KpiBookRow { Engagement = book.Engagement, State = book });
    }
}
