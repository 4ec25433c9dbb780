namespace RoadmapBot.Storage;

/// <summary>Wakes the work loop of this instance when there is something new; what other instances noted is found by its regular look.</summary>
internal sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    public void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // it is already awake
        }
    }

    /// <summary>Returns when the bell rings, or after the time.</summary>
    public async Task Wait(TimeSpan most, TimeProvider time, CancellationToken cancel)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var timer = Task.Delay(most, time, enough.Token);
        await Task.WhenAny(_rung.WaitAsync(enough.Token), timer);
        await enough.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }

    public void Dispose() => _rung.Dispose();
}
