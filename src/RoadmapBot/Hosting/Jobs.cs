using RoadmapBot.Campaign;
using RoadmapBot.Campaign.Passing;
using RoadmapBot.Discovery;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Execution;
using RoadmapBot.Roadmaps.Scoring;
using RoadmapBot.Teams;

namespace RoadmapBot.Hosting;

/// <summary>Which class does which kind of job: the slow part first, outside any transaction, then its effect inside one.</summary>
internal static class Jobs
{
    internal delegate Task Effect(IServiceProvider services, CancellationToken cancel);

    private static Effect Nothing { get; } = (_, _) => Task.CompletedTask;

    /// <returns>What is to be done in the unit of work that also ends the job; its services are that unit's own.</returns>
    public static async Task<Effect> Run(IServiceProvider services, string kind, string payload, CancellationToken cancel) => kind switch
    {
        DraftJob.Kind => await services.GetRequiredService<DraftJob>().Draft(payload, cancel) is { } drafted
            ? (unit, stop) => unit.GetRequiredService<DraftJob>().Publish(drafted, stop)
            : Nothing,
        ProbeJob.Kind => await services.GetRequiredService<ProbeJob>().Word(payload, cancel) is var worded
            ? (unit, stop) => unit.GetRequiredService<ProbeJob>().Ask(worded, stop)
            : Nothing,
        RosterJob.Kind => await services.GetRequiredService<RosterJob>().Fetch(payload, cancel) is { } read
            ? (unit, stop) => unit.GetRequiredService<RosterJob>().Offer(read, stop)
            : Nothing,
        AnonymousJob.Kind => (unit, stop) => unit.GetRequiredService<AnonymousJob>().Run(payload, stop),
        AskJob.Kind => (unit, stop) => unit.GetRequiredService<AskJob>().Run(payload, unit.GetRequiredService<TimeProvider>().GetUtcNow(), stop),
        CampaignJob.Kind => (unit, stop) => unit.GetRequiredService<CampaignJob>().Run(payload, unit.GetRequiredService<TimeProvider>().GetUtcNow(), stop),
        PassJob.Kind => (unit, stop) => unit.GetRequiredService<PassJob>().Run(payload, stop),
        ScoringJob.Kind => (unit, stop) => unit.GetRequiredService<ScoringJob>().Run(payload, stop),
        _ => throw new InvalidOperationException($"There is no job of kind {kind}."),
    };

    /// <summary>A job has failed too often: what it owes to somebody is said.</summary>
    public static void GiveUp(IServiceProvider services, string kind, string payload)
    {
        if (kind == DraftJob.Kind)
            services.GetRequiredService<DraftJob>().GiveUp(payload);
    }
}
