using RoadmapBot.Engagements;

namespace RoadmapBot.Reviews;

internal interface IKpiStore
{
    /// <returns>An empty book, where there is none.</returns>
    Task<KpiBook> Of(EngagementId engagement, CancellationToken cancel);

    /// <summary>Adds it, or puts it in place of what this unit of work has read.</summary>
    void Save(KpiBook book);
}
