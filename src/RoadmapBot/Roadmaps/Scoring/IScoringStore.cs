using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>The scoring rounds of an engagement. Of two who change a round at once the second is told, so that no sheet is lost.</summary>
internal interface IScoringStore
{
    Task<ScoringRound?> Latest(EngagementId engagement, CancellationToken cancel);

    Task<ScoringRound?> Find(EngagementId engagement, int number, CancellationToken cancel);

    /// <summary>Adds a round, or puts one in place of what this unit of work has read.</summary>
    void Save(ScoringRound round);
}
