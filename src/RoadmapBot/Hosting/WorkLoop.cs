using RoadmapBot.Storage;

namespace RoadmapBot.Hosting;

/// <summary>
/// Does what the work table holds: messages and jobs, lanes side by side, a lane's work one after the other. What an instance leaves undone
/// when it dies is claimed by another, or by its next start, when the lease ends.
/// </summary>
internal sealed partial class WorkLoop(IServiceScopeFactory scopes, WorkRunner runner, WorkSignal signal, TimeProvider time, ILogger<WorkLoop> log) : BackgroundService
{
    /// <summary>How long a process that is told to stop goes on sending what the last turns have said.</summary>
    public static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(10);

    private const int MostAtOnce = 16;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly Dictionary<Task, ClaimedWork> _busy = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
                await Round(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Drain();
        }
    }

    private async Task Round(CancellationToken stopping)
    {
        try
        {
            stopping.ThrowIfCancellationRequested();
            var began = await Begin();
            if (_busy.Count >= MostAtOnce)
                await Task.WhenAny(_busy.Keys).WaitAsync(stopping);
            else if (began == 0)
                await signal.Wait(Look, time, stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.LoopFailed(log, fault);
            await Task.Delay(Look, time, stopping);
        }
    }

    /// <summary>
    /// The last turns are answered: what they said goes out, until nothing more is due or the time is up. Whatever is under way then is let go.
    /// </summary>
    private async Task Drain()
    {
        using var limit = new CancellationTokenSource(DrainLimit, time);
        try
        {
            while (await Begin() > 0 || _busy.Count > 0)
                await Task.WhenAny(_busy.Keys).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // the time is up
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Log.LoopFailed(log, fault);
        }

        foreach (var (task, work) in _busy.Where(one => !one.Key.IsCompleted))
            await runner.LetGo(work);
    }

    /// <summary>Begins as much as there is room for, and is due.</summary>
    /// <returns>How many pieces of work that was.</returns>
    private async Task<int> Begin()
    {
        foreach (var done in _busy.Keys.Where(task => task.IsCompleted).ToArray())
            _busy.Remove(done);
        if (_busy.Count >= MostAtOnce)
            return 0;
        await using var scope = scopes.CreateAsyncScope();
        var claimed = await scope.ServiceProvider.GetRequiredService<WorkStore>().Claim(MostAtOnce - _busy.Count, Lease, CancellationToken.None);
        foreach (var work in claimed)
            _busy.Add(Task.Run(() => Do(work), CancellationToken.None), work); // a long draft must not hold up what others wait for
        return claimed.Count;
    }

    private async Task Do(ClaimedWork work)
    {
        await runner.Do(work);
        signal.Ring(); // the next of the lane is free now
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The work loop failed; it goes on")]
        public static partial void LoopFailed(ILogger log, Exception fault);
    }
}
