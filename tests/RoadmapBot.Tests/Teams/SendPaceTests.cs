using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Conversation;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

public sealed class SendPaceTests
{
    private static readonly ChatId Chat = new("a:1");

    public static TheoryData<int, int> Limits => new() { { 7, 1 }, { 8, 2 }, { 60, 30 }, { 1800, 3600 } };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_chat_that_is_always_written_to_never_gets_more_than_its_limit(int most, int seconds)
    {
        var sent = Flood(2000, _ => TimeSpan.Zero);
        for (var last = most; last < sent.Count; last++)
            Assert.True(sent[last] - sent[last - most] >= TimeSpan.FromSeconds(seconds), $"{most + 1} messages within {sent[last] - sent[last - most]}");
    }

    [Fact]
    public void Whatever_the_rhythm_no_limit_is_broken() => Prop.ForAll<byte[]>(pauses =>
    {
        var sent = Flood(pauses.Length, number => TimeSpan.FromMilliseconds(pauses[number] * 8));
        return Limits.All(limit => sent.Zip(sent.Skip(limit.Data.Item1)).All(pair => pair.Second - pair.First >= TimeSpan.FromSeconds(limit.Data.Item2)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_chat_does_not_wait_for_another()
    {
        var pace = new SendPace(new ManualClock());
        for (var message = 0; message < 7; message++)
            pace.Note(Chat);
        Assert.NotNull(pace.FreeAt(Chat));
        Assert.Null(pace.FreeAt(new ChatId("a:2")));
    }

    [Fact]
    public void A_clock_that_is_set_back_does_not_silence_a_chat()
    {
        var clock = new ManualClock();
        var pace = new SendPace(clock);
        for (var message = 0; message < 7; message++)
            pace.Note(Chat);
        clock.Advance(TimeSpan.FromHours(-1));
        Assert.Null(pace.FreeAt(Chat));
    }

    /// <summary>Sends as early as it may; each message reaches Teams when it is noted.</summary>
    private static List<DateTimeOffset> Flood(int messages, Func<int, TimeSpan> pause)
    {
        var clock = new ManualClock();
        var pace = new SendPace(clock);
        var sent = new List<DateTimeOffset>();
        for (var message = 0; message < messages; message++)
        {
            clock.Advance(pause(message));
            if (pace.FreeAt(Chat) is { } free)
                clock.Advance(free - clock.Now);
            Assert.Null(pace.FreeAt(Chat));
            sent.Add(clock.Now);
            pace.Note(Chat);
        }

        return sent;
    }
}
