using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Execution;

internal interface IProgressStore
{
    /// <returns>Nothing told yet, where there is none.</returns>
    Task<Progress> Of(EngagementId engagement, CancellationToken cancel);

    /// <summary>Adds it, or puts it in place of what this unit of work has read.</summary>
    void Save(Progress progress);
}
