using System.Globalization;
using Microsoft.Extensions.Options;
using RoadmapBot.Conversation;

namespace RoadmapBot.Teams;

/// <summary>
/// Runs a turn from activity to answer: once, alone in its chat, saved as one transaction, and again from the start where somebody else
/// changed the same state. A turn has its own time limit: Teams closing the request must not undo what a person said.
/// </summary>
internal sealed partial class TurnRunner(
    IServiceScopeFactory scopes, ConnectorClient connector, IOptions<TeamsOptions> options, TimeProvider time, ILogger<TurnRunner> log)
{
    private const int Attempts = 5;
    private static readonly TimeSpan TypingAfter = TimeSpan.FromSeconds(1);

    /// <summary>Together with the longest turn this stays below the 15 s after which Teams gives up.</summary>
    private static readonly TimeSpan ApologyLimit = TimeSpan.FromSeconds(2);

    /// <param name="Outcome">A word for operators.</param>
    private sealed record Ended(TurnResponse Response, string Outcome);

    public async Task<TurnResponse> Run(Activity activity)
    {
        using var scope = Log.TurnScope(log, activity.Id, activity.Conversation!.Id!, TurnReader.Tenant(activity).Value);
        if (TurnReader.Read(activity, time.GetUtcNow()) is not { } turn)
            return activity.Type is "invoke" ? InvokeAnswer.Unhandled(activity.Name) : TurnResponse.Empty;

        using var span = Telemetry.Source.StartActivity("turn");
        var began = time.GetTimestamp();
        var ended = await Run(activity, turn);
        Telemetry.TurnEnded(span, turn.What.GetType().Name, ended.Outcome, time.GetElapsedTime(began));
        return ended.Response;
    }

    private async Task<Ended> Run(Activity activity, Turn turn)
    {
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Language.Of(activity.Locale);
        var reference = new ChatReference(
            turn.In, activity.ServiceUrl!, activity.Recipient?.Id ?? "",
            turn.In.IsPersonal ? activity.From!.Id : null, turn.In.IsPersonal ? turn.From.Id : null);

        using var limit = new CancellationTokenSource(options.Value.TurnLimit);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        var typing = IsMessage(turn.What) ? ShowTyping(reference, done.Token) : Task.CompletedTask;
        try
        {
            return await Attempt(turn, reference, limit.Token);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Log.TurnFailed(log, fault);
            // An apology that happens to fit on a full disk would tell the channel that all is well, and it would not deliver again.
            return await IsAway(fault) || turn.What is Happening.Installed or Happening.Uninstalled or Happening.Deleted ? Unavailable() : await Apologise(turn, reference);
        }
        finally
        {
            await done.CancelAsync();
            await typing;
        }
    }

    private async Task<Ended> Attempt(Turn turn, ChatReference reference, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<ITurnStore>();
            if (await store.Open(turn, reference, cancel) is { } before)
                return new Ended(Repeated(turn, before), "repeated");
            var answer = await scope.ServiceProvider.GetRequiredService<TurnRouter>().Route(turn, cancel);
            var response = Respond(scope.ServiceProvider, turn, answer);
            if (await store.Commit(response, cancel))
                return new Ended(response, answer is Answer.Refuse ? "refused" : "answered");
        }

        throw new InvalidOperationException($"The turn met other changes {Attempts} times.");
    }

    private async Task<bool> IsAway(Exception fault)
    {
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<ITurnStore>().IsAway(fault);
    }

    /// <summary>A fault of ours still gets an answer, once: what was said is not saved, so the person must know to say it again.</summary>
    private async Task<Ended> Apologise(Turn turn, ChatReference reference)
    {
        using var limit = new CancellationTokenSource(ApologyLimit);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<ITurnStore>();
            if (await store.Open(turn, reference, limit.Token) is { } before)
                return new Ended(Repeated(turn, before), "repeated");
            var response = Respond(scope.ServiceProvider, turn, new Answer.Tell(TeamsTexts.Apology));
            return await store.Commit(response, limit.Token) ? new Ended(response, "apologised") : Unavailable();
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            Log.ApologyFailed(log, fault);
            return Unavailable();
        }
    }

    /// <summary>What an invoke was answered is kept for minutes only; later it is still told that it was done, in the shape it expects.</summary>
    private static TurnResponse Repeated(Turn turn, TurnResponse before) =>
        turn.What.IsInvoke && before is { Status: 200, Body: null } ? InvokeAnswer.Of(turn.What, Answer.Nothing) : before;

    /// <summary>Teams delivers again.</summary>
    private static Ended Unavailable() => new(new TurnResponse(StatusCodes.Status503ServiceUnavailable, null), "unavailable");

    /// <summary>An invoke is answered in the HTTP response, anything else by a message to the chat.</summary>
    private static TurnResponse Respond(IServiceProvider services, Turn turn, Answer answer)
    {
        if (turn.What.IsInvoke)
            return InvokeAnswer.Of(turn.What, answer);
        var reply = answer switch
        {
            Answer.Show show => Reply.Of(show.Card),
            Answer.Tell tell => Reply.Of(tell.Text),
            Answer.Refuse refuse => Reply.Of(refuse.Text),
            _ => null,
        };
        if (reply is not null)
            services.GetRequiredService<IChannel>().Send(turn.In, reply, answerTo: IsMessage(turn.What) && !turn.In.IsPersonal ? turn.Id : null);
        return TurnResponse.Empty;
    }

    private static bool IsMessage(Happening what) => what is Happening.Said or Happening.Pressed { InPlace: false };

    /// <summary>Store rules want an answer or a typing sign within two seconds. The sign is a courtesy: no fault of it is a fault of the turn.</summary>
    private async Task ShowTyping(ChatReference chat, CancellationToken done)
    {
        try
        {
            await Task.Delay(TypingAfter, time, done);
            await connector.Send(chat, OutgoingActivity.Typing, done);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            if (!done.IsCancellationRequested)
                Log.TypingFailed(log, fault);
        }
    }

    private static partial class Log
    {
        private static readonly Func<ILogger, string?, string, string, IDisposable?> Scope =
            LoggerMessage.DefineScope<string?, string, string>("activity {Activity} in {Chat} of {Tenant}");

        public static IDisposable? TurnScope(ILogger log, string? activity, string chat, string tenant) => Scope(log, activity, chat, tenant);

        [LoggerMessage(1, LogLevel.Error, "The turn failed; nothing of it was saved")]
        public static partial void TurnFailed(ILogger log, Exception fault);

        [LoggerMessage(2, LogLevel.Error, "The turn failed and the apology could not be saved; the channel is asked to deliver again")]
        public static partial void ApologyFailed(ILogger log, Exception fault);

        [LoggerMessage(3, LogLevel.Warning, "The typing sign could not be shown")]
        public static partial void TypingFailed(ILogger log, Exception fault);
    }
}
