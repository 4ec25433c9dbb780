using RoadmapBot.Roadmaps;

namespace RoadmapBot.Hosting;

/// <summary>Which class does which kind of job.</summary>
internal static class Jobs
{
    public static Task Run(IServiceProvider services, string kind, string payload, CancellationToken cancel) => kind switch
    {
        DraftJob.Kind => services.GetRequiredService<DraftJob>().Run(payload, cancel),
        _ => throw new InvalidOperationException($"There is no job of kind {kind}."),
    };

    /// <summary>A job has failed too often: what it owes to somebody is said.</summary>
    public static void GiveUp(IServiceProvider services, string kind, string payload)
    {
        if (kind == DraftJob.Kind)
            services.GetRequiredService<DraftJob>().GiveUp(payload);
    }
}
