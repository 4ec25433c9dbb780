using RoadmapBot.Conversation;

namespace RoadmapBot.Storage;

/// <summary>Never called within another unit of work, which on SQLite would wait for itself.</summary>
internal sealed partial class Meanwhile(IServiceScopeFactory scopes, ILogger<Meanwhile> log) : IMeanwhile
{
    public async Task Say(Action<IChannel> what, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            await unit.Begin(cancel);
            what(scope.ServiceProvider.GetRequiredService<IChannel>());
            await unit.Commit(cancel);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Log.Unsaid(log, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "How far a job is could not be said")]
        public static partial void Unsaid(ILogger log, Exception fault);
    }
}
