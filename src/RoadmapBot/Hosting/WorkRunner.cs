using System.Diagnostics;
using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Storage;
using RoadmapBot.Teams;

namespace RoadmapBot.Hosting;

/// <summary>Does one piece of claimed work, and ends it or gives it back in the transaction of its effect.</summary>
internal sealed partial class WorkRunner(IServiceScopeFactory scopes, Sender sender, TimeProvider time, ILogger<WorkRunner> log)
{
    private const int MostAttempts = 5;

    /// <summary>How long work that is done waits for a database that is away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Not under the token that stops the process: a message that is on its way then would be sent again after the next start.</summary>
    public async Task Do(ClaimedWork work)
    {
        using var span = work.Kind == WorkKinds.Message
            ? Telemetry.Source.StartActivity("send", ActivityKind.Client, work.Trace)
            : Telemetry.Source.StartActivity($"job {work.Kind}", ActivityKind.Consumer, work.Trace);
        try
        {
            if (work.Kind == WorkKinds.Message)
                await Send(work, CancellationToken.None);
            else
                await RunJob(work, CancellationToken.None);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Log.WorkFailed(log, work.Kind, work.Id, work.Attempt, fault);
            await GiveBack(work, CancellationToken.None);
        }
    }

    /// <summary>The process ends before the work does: another instance may have it at once, and need not wait for the end of the lease.</summary>
    public async Task LetGo(ClaimedWork work)
    {
        Log.LetGo(log, work.Kind, work.Id);
        await InUnit((services, stop) => services.GetRequiredService<WorkStore>().Postpone(work, time.GetUtcNow(), counts: true, stop), CancellationToken.None);
    }

    private async Task Send(ClaimedWork work, CancellationToken cancel)
    {
        DueMessage? due;
        await using (var scope = scopes.CreateAsyncScope())
            due = await scope.ServiceProvider.GetRequiredService<OutboxStore>().Load(work, cancel);
        var (next, opened) = due is null
            ? (new SendPolicy.Finished(null), null)
            : await sender.Try(due, cancel);
        Telemetry.SendEnded(next.GetType().Name);

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
                    await workStore.Postpone(work, time.GetUtcNow(), counts: false, stop);
                    return;
                case SendPolicy.Move(var serviceUrl):
                    await outbox.MoveChat(reached ?? due!.Opener!, serviceUrl, stop);
                    await workStore.Postpone(work, time.GetUtcNow(), counts: false, stop);
                    return;
                case SendPolicy.CloseChat:
                    await outbox.CloseChat(reached!, stop);
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
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Language.Default;
        var began = time.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var effect = await Jobs.Run(scope.ServiceProvider, work.Kind, work.Payload, cancel);
        await InUnit(async (services, stop) =>
        {
            if (await services.GetRequiredService<WorkStore>().Finish(work, stop))
                await effect(services, stop);
        }, cancel);
        Telemetry.JobEnded(work.Kind, time.GetElapsedTime(began));
    }

    private async Task GiveBack(ClaimedWork work, CancellationToken cancel)
    {
        try
        {
            await InUnit(async (services, stop) =>
            {
                var workStore = services.GetRequiredService<WorkStore>();
                if (work.Attempt < MostAttempts)
                {
                    await workStore.Postpone(work, time.GetUtcNow() + TimeSpan.FromSeconds(1 << work.Attempt), counts: true, stop);
                }
                else if (await workStore.Finish(work, stop))
                {
                    if (work.Kind == WorkKinds.Message)
                        await services.GetRequiredService<OutboxStore>().Forget(work, stop); // it must not block its chat for ever
                    else
                        Jobs.GiveUp(services, work.Kind, work.Payload);
                    Log.GivenUp(log, work.Kind, work.Id);
                }
            }, cancel);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Log.GiveBackFailed(log, work.Id, fault); // the lease ends and it is claimed again
        }
    }

    /// <summary>
    /// One transaction; run again where somebody else changed the same state. While the database is away it waits: what was sent must be noted as
    /// sent, or it is sent again, and its chat waits for it until then.
    /// </summary>
    private async Task InUnit(Func<IServiceProvider, CancellationToken, Task> act, CancellationToken cancel)
    {
        const int Attempts = 5;
        var enough = time.GetUtcNow() + Patience;
        for (var attempt = 1; attempt <= Attempts;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            try
            {
                await unit.Begin(cancel);
                await act(scope.ServiceProvider, cancel);
                if (await unit.Commit(cancel))
                    return;
                attempt++;
            }
            catch (Exception fault) when (unit.IsAway(fault) && time.GetUtcNow() < enough)
            {
                Log.StoreAway(log, fault);
                await unit.DisposeAsync(); // others may try meanwhile
                await Task.Delay(Look, time, cancel);
            }
        }

        throw new InvalidOperationException($"The work met other changes {Attempts} times.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Work {Kind} {Id} failed at attempt {Attempt}")]
        public static partial void WorkFailed(ILogger log, string kind, long id, int attempt, Exception fault);

        [LoggerMessage(2, LogLevel.Warning, "Message {Id} is given up: {Why}")]
        public static partial void MessageDropped(ILogger log, long id, string why);

        [LoggerMessage(3, LogLevel.Error, "Work {Id} could not be given back")]
        public static partial void GiveBackFailed(ILogger log, long id, Exception fault);

        [LoggerMessage(4, LogLevel.Error, "Work {Kind} {Id} is given up")]
        public static partial void GivenUp(ILogger log, string kind, long id);

        [LoggerMessage(6, LogLevel.Warning, "The database is away; work that is done waits to be noted")]
        public static partial void StoreAway(ILogger log, Exception fault);

        [LoggerMessage(5, LogLevel.Warning, "Work {Kind} {Id} is not done as the process ends; another instance, or the next start, takes it up")]
        public static partial void LetGo(ILogger log, string kind, long id);
    }
}
