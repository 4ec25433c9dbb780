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

    /// <summary>What a dead instance was doing is taken up by another after so long; a living one renews the lease of what takes longer.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Renewal = Lease / 3;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

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
    /// The last turns are answered: what they said goes out at Teams' pace, until nothing more comes due or the time is up. Whatever is under way then
    /// is let go.
    /// </summary>
    private async Task Drain()
    {
        var end = time.GetUtcNow() + DrainLimit;
        using var limit = new CancellationTokenSource(DrainLimit, time);
        try
        {
            while (await Begin() > 0 || _busy.Count > 0 || await IsComing(end))
                await Task.WhenAny(_busy.Count > 0 ? _busy.Keys : [Task.Delay(Pause, time, limit.Token)]).WaitAsync(limit.Token);
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

    private async Task<bool> IsComing(DateTimeOffset end)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkStore>().HasMessages(end, CancellationToken.None);
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
        var claimed = await scope.ServiceProvider.GetRequiredService<WorkStore>().Claim(MostAtOnce - _busy.Count, Lease, [.. _busy.Values.Select(work => work.Id)], CancellationToken.None);
        foreach (var work in claimed)
            _busy.Add(Task.Run(() => Do(work), CancellationToken.None), work); // a long draft must not hold up what others wait for
        return claimed.Count;
    }

    private async Task Do(ClaimedWork work)
    {
        using var done = new CancellationTokenSource();
        var renewing = Renew(work, done.Token);
        await runner.Do(work);
        await done.CancelAsync();
        await renewing;
        signal.Ring(); // the next of the lane is free now
    }

    private async Task Renew(ClaimedWork work, CancellationToken done)
    {
        using var timer = new PeriodicTimer(Renewal, time);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
                await RenewOnce(work, done);
        }
        catch (OperationCanceledException)
        {
            // The work is done, or given back.
        }
    }

    private async Task RenewOnce(ClaimedWork work, CancellationToken done)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<WorkStore>().Renew(work, Lease, done);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !done.IsCancellationRequested)
        {
            Log.RenewalFailed(log, work.Id, fault); // whoever claims it after the lease has the next fence; ours cannot finish it then
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The work loop failed; it goes on")]
        public static partial void LoopFailed(ILogger log, Exception fault);

        [LoggerMessage(2, LogLevel.Warning, "The lease of work {Id} could not be renewed")]
        public static partial void RenewalFailed(ILogger log, long id, Exception fault);
    }
}
