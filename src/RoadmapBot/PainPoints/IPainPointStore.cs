using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints;

/// <summary>Pain points of an engagement.</summary>
internal interface IPainPointStore
{
    Task<PainPoint?> Find(PainPointId id, CancellationToken cancel);

    /// <summary>The one that a message held.</summary>
    Task<PainPoint?> Find(ChatId thread, string message, CancellationToken cancel);

    /// <summary>All that are not taken back, oldest first.</summary>
    Task<IReadOnlyList<PainPoint>> Of(EngagementId engagement, CancellationToken cancel);

    void Save(PainPoint point);

    /// <summary>Leaves no row, where taking back leaves an empty one.</summary>
    void Remove(PainPoint point);
}
