namespace RoadmapBot.Tests.Support;

/// <summary>
/// Time that runs twenty times as fast, for journeys: the bot keeps Teams' limit of sixty messages in thirty seconds to a chat, and a test that
/// plays a whole interview should not wait for it. Turn and call limits are real time.
/// </summary>
internal sealed class FastClock : TimeProvider
{
    private const int Pace = 20;
    private readonly long _began = System.GetTimestamp();
    private readonly DateTimeOffset _start = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => _start + (System.GetElapsedTime(_began) * Pace) + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    /// <summary>Days that a test has no time to wait for.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorter(dueTime), Shorter(period));

    private static TimeSpan Shorter(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / Pace;
}
