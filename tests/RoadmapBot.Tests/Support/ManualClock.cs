namespace RoadmapBot.Tests.Support;

/// <summary>Time that stands still until a test moves it. Timers run in real time.</summary>
internal sealed class ManualClock : TimeProvider
{
    private long _now = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero).UtcTicks;

    public DateTimeOffset Now => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _now, by.Ticks);
}
