using RoadmapBot.Storage;
using RoadmapBot.Teams;

namespace RoadmapBot.Hosting;

/// <summary>
/// Does what the work table holds: messages and jobs, lanes side by side, a lane's work one after the other. What an instance leaves undone
/// when it dies is claimed by another, or by its next start, when the lease ends.
/// </summary>
internal sealed partial class WorkLoop(IServiceScopeFactory scopes, Sender sender, WorkSignal signal, TimeProvider time, ILogger<WorkLoop> log) : BackgroundService
{
    private const int MostAtOnce = 16;
    private const int MostAttempts = 5;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var busy = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                busy.RemoveAll(task => task.IsCompleted);
                var claimed = busy.Count >= MostAtOnce ? [] : await Claim(MostAtOnce - busy.Count, stoppingToken);
                busy.AddRange(claimed.Select(work => Do(work, stoppingToken)));
                if (busy.Count >= MostAtOnce)
                    await Task.WhenAny(busy);
                else if (claimed.Count == 0)
                    await signal.Wait(Look, time, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.LoopFailed(log, fault);
                await Task.Delay(Look, time, stoppingToken);
            }
        }
    }

    private async Task<IReadOnlyList<ClaimedWork>> Claim(int most, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkStore>().Claim(most, Lease, cancel);
    }

    private async Task Do(ClaimedWork work, CancellationToken cancel)
    {
        try
        {
            if (work.Kind == WorkKinds.Message)
                await Send(work, cancel);
            else
                await RunJob(work, cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.WorkFailed(log, work.Kind, work.Id, work.Attempt, fault);
            await GiveBack(work, cancel);
        }
        finally
        {
            signal.Ring(); // the next of the lane is free now
        }
    }

    private async Task Send(ClaimedWork work, CancellationToken cancel)
    {
        DueMessage? due;
        await using (var scope = scopes.CreateAsyncScope())
            due = await scope.ServiceProvider.GetRequiredService<OutboxStore>().Load(work, cancel);
        var (next, opened) = due is null
            ? (new SendPolicy.Finished(null), null)
            : await sender.Try(due, cancel);

        await InUnit(async (services, stop) =>
        {
            var (workStore, outbox) = (services.GetRequiredService<WorkStore>(), services.GetRequiredService<OutboxStore>());
            var reached = due?.Chat ?? opened;
            if (opened is not null)
                await outbox.Remember(opened, stop);
            switch (next)
            {
                case SendPolicy.TryAt(var when, var counts):
                    await workStore.Postpone(work, when, counts, stop);
                    return;
                case SendPolicy.Shrink:
                    await outbox.Rewrite(work, Sender.Shrunk(due!.Message.Body), stop);
                    await workStore.Postpone(work, time.GetUtcNow(), counts: true, stop);
                    return;
                case SendPolicy.Move(var serviceUrl) when reached is not null:
                    await outbox.MoveChat(reached, serviceUrl, stop);
                    await workStore.Postpone(work, time.GetUtcNow(), counts: true, stop);
                    return;
                case SendPolicy.CloseChat when reached is not null:
                    await outbox.CloseChat(reached, stop);
                    break;
                case SendPolicy.Drop(var why):
                    Log.MessageDropped(log, work.Id, why);
                    break;
            }

            if (await workStore.Finish(work, stop))
                await outbox.Settle(work, reached, (next as SendPolicy.Finished)?.ActivityId, stop);
        }, cancel);
    }

    private async Task RunJob(ClaimedWork work, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var effect = await Jobs.Run(scope.ServiceProvider, work.Kind, work.Payload, cancel);
        await InUnit(async (services, stop) =>
        {
            if (await services.GetRequiredService<WorkStore>().Finish(work, stop))
                await effect(services, stop);
        }, cancel);
    }

    private async Task GiveBack(ClaimedWork work, CancellationToken cancel)
    {
        try
        {
            await InUnit(async (services, stop) =>
            {
                var workStore = services.GetRequiredService<WorkStore>();
                if (work.Attempt < MostAttempts || work.Kind == WorkKinds.Message)
                    await workStore.Postpone(work, time.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(300, 1 << Math.Min(work.Attempt, 8))), counts: true, stop);
                else if (await workStore.Finish(work, stop))
                    Jobs.GiveUp(services, work.Kind, work.Payload);
            }, cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Log.GiveBackFailed(log, work.Id, fault); // the lease ends and it is claimed again
        }
    }

    /// <summary>One transaction; run again where somebody else changed the same state.</summary>
    private async Task InUnit(Func<IServiceProvider, CancellationToken, Task> act, CancellationToken cancel)
    {
        const int Attempts = 5;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            await unit.Begin(cancel);
            await act(scope.ServiceProvider, cancel);
            if (await unit.Commit(cancel))
                return;
        }

        throw new InvalidOperationException($"The work met other changes {Attempts} times.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The work loop failed; it goes on")]
        public static partial void LoopFailed(ILogger log, Exception fault);

        [LoggerMessage(2, LogLevel.Error, "Work {Kind} {Id} failed at attempt {Attempt}")]
        public static partial void WorkFailed(ILogger log, string kind, long id, int attempt, Exception fault);

        [LoggerMessage(3, LogLevel.Warning, "Message {Id} is given up: {Why}")]
        public static partial void MessageDropped(ILogger log, long id, string why);

        [LoggerMessage(4, LogLevel.Error, "Work {Id} could not be given back")]
        public static partial void GiveBackFailed(ILogger log, long id, Exception fault);
    }
}
