namespace RoadmapBot.Conversation;

/// <summary>
/// Work for later: noted with the state that caused it in one transaction, done at least once by some instance, in order within a lane.
/// </summary>
/// <param name="Kind">Which job class does it.</param>
/// <param name="Lane">Jobs of one lane run one after the other.</param>
/// <param name="Payload">Ids and choices only, never people's words: the row is no confidential place.</param>
internal sealed record Job(string Kind, string Lane, string Payload);

/// <summary>The work table as features see it: they add to it and nothing else.</summary>
internal interface IJobs
{
    void Add(Job job, DateTimeOffset due);
}
