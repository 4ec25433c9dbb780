namespace RoadmapBot.Hosting;

/// <summary>Which class does which kind of job.</summary>
internal static class Jobs
{
    public static Task Run(IServiceProvider services, string kind, string payload, CancellationToken cancel) => throw new InvalidOperationException($"There is no job of kind {kind}.");

    public static Task GiveUp(IServiceProvider services, string kind, string payload, CancellationToken cancel) => Task.CompletedTask;
}
