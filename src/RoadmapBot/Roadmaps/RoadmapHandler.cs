#pragma warning disable CA1822
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps;

internal sealed class RoadmapHandler
{
    public const string Prefix = "roadmap";
    public Task<Answer> ShowGaps(Turn turn, Membership seat, CancellationToken cancel) => Task.FromResult<Answer>(new Answer.Tell("later"));
    public Task<Answer> ShowRoadmap(Turn turn, Membership seat, CancellationToken cancel) => Task.FromResult<Answer>(new Answer.Tell("later"));
    public Task<Answer> ShowSummary(Turn turn, Membership seat, CancellationToken cancel) => Task.FromResult<Answer>(new Answer.Tell("later"));
    public Task<Answer> Share(Turn turn, string to, Membership seat, CancellationToken cancel) => Task.FromResult<Answer>(new Answer.Tell("later"));
    public Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel) => Task.FromResult<Answer>(new Answer.Tell("later"));
}

internal sealed class StatusHandler
{
    public const string Prefix = "status";
    public Task<Answer> Show(Turn turn, Membership seat, CancellationToken cancel) => Task.FromResult<Answer>(new Answer.Tell("later"));
}
