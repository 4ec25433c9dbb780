using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps;

/// <summary>The versions of an engagement's roadmap.</summary>
internal interface IRoadmapStore
{
    Task<Roadmap?> Latest(EngagementId engagement, CancellationToken cancel);

    /// <summary>The latest version that somebody approved.</summary>
    Task<Roadmap?> Approved(EngagementId engagement, CancellationToken cancel);

    Task<Roadmap?> Find(EngagementId engagement, int version, CancellationToken cancel);

    /// <summary>This version and every later one, oldest first.</summary>
    Task<IReadOnlyList<Roadmap>> From(EngagementId engagement, int version, CancellationToken cancel);

    /// <summary>Adds a version, or puts one in place of what this unit of work has read.</summary>
    void Save(Roadmap roadmap);
}
