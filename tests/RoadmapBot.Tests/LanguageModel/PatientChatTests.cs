using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using RoadmapBot.LanguageModel;

namespace RoadmapBot.Tests.LanguageModel;

/// <summary>How often a model is called, and how many calls run at once.</summary>
public sealed class PatientChatTests
{
    private static readonly ChatMessage[] Question = [new(ChatRole.User, "?")];

    [Theory]
    [InlineData(ModelFaultKind.Broken, 3)]
    [InlineData(ModelFaultKind.Unreachable, 3)]
    [InlineData(ModelFaultKind.Rejected, 1)]
    [InlineData(ModelFaultKind.NoAnswer, 1)]
    internal async Task What_passes_is_tried_again_and_nothing_else(ModelFaultKind kind, int calls)
    {
        using var inner = new Scripted((_, _) => throw new ModelFaultException(kind, "no"));
        using var chat = new PatientChat(inner, new ModelOptions());
        Assert.Equal(kind, (await Assert.ThrowsAsync<ModelFaultException>(() => chat.GetResponseAsync(Question, cancellationToken: TestContext.Current.CancellationToken))).Kind);
        Assert.Equal(calls, inner.Calls);
    }

    [Fact]
    public async Task A_service_that_fails_again_and_again_is_left_alone_for_a_while()
    {
        using var inner = new Scripted((_, _) => throw new ModelFaultException(ModelFaultKind.Broken, "no", TimeSpan.Zero));
        using var chat = new PatientChat(inner, new ModelOptions());
        for (var time = 0; time < 10; time++)
            await Assert.ThrowsAsync<ModelFaultException>(() => chat.GetResponseAsync(Question, cancellationToken: TestContext.Current.CancellationToken));
        Assert.InRange(inner.Calls, 8, 9);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_let_go_and_not_made_again()
    {
        using var inner = new Scripted((_, cancel) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel));
        using var chat = new PatientChat(inner, new ModelOptions { CallLimit = TimeSpan.FromMilliseconds(50) });
        Assert.Equal(ModelFaultKind.TooSlow, (await Assert.ThrowsAsync<ModelFaultException>(() => chat.GetResponseAsync(Question, cancellationToken: TestContext.Current.CancellationToken))).Kind);
        Assert.Equal(1, inner.Calls);
    }

    [Fact]
    public async Task So_many_calls_run_at_once_as_are_set()
    {
        using var inner = new Scripted((_, cancel) => Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancel));
        using var chat = new PatientChat(inner, new ModelOptions { MostCalls = 3 });
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => chat.GetResponseAsync(Question, cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Equal((12, 3), (inner.Calls, inner.MostAtOnce));
    }

    private sealed class Scripted(Func<int, CancellationToken, Task> act) : IChatClient
    {
        private readonly Lock _lock = new();
        private int _now;

        public int Calls { get; private set; }

        public int MostAtOnce { get; private set; }

        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            lock (_lock)
                (Calls, _now, MostAtOnce) = (Calls + 1, _now + 1, Math.Max(MostAtOnce, _now + 1));
            try
            {
                await act(Calls, cancellationToken);
                return new ChatResponse(new ChatMessage(ChatRole.Assistant, "!"));
            }
            finally
            {
                lock (_lock)
                    _now--;
            }
        }

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
                yield return update;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
