using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>Interviews, one for each person of an engagement.</summary>
internal interface IInterviewStore
{
    Task<Interview?> Find(EngagementId engagement, PersonId person, CancellationToken cancel);

    Task<IReadOnlyList<Interview>> Of(EngagementId engagement, CancellationToken cancel);

    /// <summary>Adds it, or puts it in place of what this unit of work has read.</summary>
    void Save(Interview interview);
}
