using RoadmapBot.Storage;
using RoadmapBot.Teams;

namespace RoadmapBot.Hosting;

/// <summary>Keeps house once a minute. Several instances may do it at once: what one has forgotten, the other does not find.</summary>
internal sealed partial class HousekeepingLoop(IServiceScopeFactory scopes, TimeProvider time, ILogger<HousekeepingLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                while (await Sweep(stoppingToken))
                {
                    // a batch at a time; turns come in between
                }

                while (await Retain(stoppingToken))
                {
                    // an engagement at a time
                }

                await Purge(stoppingToken);
                await Count(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.SweepFailed(log, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> Sweep(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Housekeeping>().Sweep(cancel);
    }

    private async Task<bool> Retain(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Retention>().Sweep(cancel);
    }

    private async Task Purge(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Housekeeping>().Purge(cancel);
    }

    /// <summary>What waits is counted for operators.</summary>
    private async Task Count(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        Telemetry.Waiting(await scope.ServiceProvider.GetRequiredService<WorkStore>().Waiting(cancel));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Housekeeping failed; it is tried again in a minute")]
        public static partial void SweepFailed(ILogger log, Exception fault);
    }
}
