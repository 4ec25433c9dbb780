using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace RoadmapBot.LanguageModel;

/// <summary>
/// Calls with patience, and with an end to it: a few at once, each with a time limit, again where that can help and the service asks for a short
/// pause only, and none for a while where the service fails or asks for a long one. All times are real time, whatever clock the bot goes by.
/// </summary>
internal sealed class PatientChat : DelegatingChatClient
{
    /// <summary>A longer pause is not waited for: whoever waits for the draft has waited long enough.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _free;
    private readonly ResiliencePipeline<ChatResponse> _pipeline;
    private long _restUntil;

    public PatientChat(IChatClient inner, ModelOptions options)
        : base(inner)
    {
        _free = new SemaphoreSlim(options.MostCalls);
        _pipeline = new ResiliencePipelineBuilder<ChatResponse>()
            .AddRetry(new RetryStrategyOptions<ChatResponse>
            {
                MaxRetryAttempts = 2,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(300),
                MaxDelay = LongestPause,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ModelFaultException { IsPassing: true, Kind: not ModelFaultKind.TooSlow } fault && !(fault.RetryAfter > LongestPause)),
                DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as ModelFaultException)?.RetryAfter),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<ChatResponse>
            {
                FailureRatio = 0.5,
                MinimumThroughput = 8,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = TimeSpan.FromSeconds(30),
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ModelFaultException { IsPassing: true } or TimeoutRejectedException),
            })
            .AddTimeout(options.CallLimit)
            .Build();
    }

    /// <exception cref="ModelFaultException">It came to nothing.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (TimeProvider.System.GetTimestamp() < Interlocked.Read(ref _restUntil))
            throw new ModelFaultException(ModelFaultKind.Busy, "The service has asked for a pause that is not over.");
        await _free.WaitAsync(cancellationToken);
        try
        {
            return await _pipeline.ExecuteAsync(async cancel => await base.GetResponseAsync(messages, options, cancel), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            throw new ModelFaultException(ModelFaultKind.TooSlow, "The service took too long.");
        }
        catch (BrokenCircuitException)
        {
            throw new ModelFaultException(ModelFaultKind.Broken, "The service failed too often just now.");
        }
        catch (ModelFaultException fault) when (fault.RetryAfter > LongestPause)
        {
            Rest(fault.RetryAfter.Value);
            throw;
        }
        finally
        {
            _free.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _free.Dispose();
        base.Dispose(disposing);
    }

    private void Rest(TimeSpan asked)
    {
        var rest = asked < LongestRest ? asked : LongestRest;
        Interlocked.Exchange(ref _restUntil, TimeProvider.System.GetTimestamp() + (long)(rest.TotalSeconds * TimeProvider.System.TimestampFrequency));
    }
}
