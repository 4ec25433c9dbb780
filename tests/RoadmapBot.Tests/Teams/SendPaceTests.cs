using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Conversation;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

public sealed class SendPaceTests
{
    private static readonly Chat Chat = In("a:1");

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
            Send(pace, Chat);
        Assert.NotNull(pace.Enter(Chat));
        Assert.Null(pace.Enter(In("a:2")));
    }

    [Fact]
    public void A_clock_that_is_set_back_does_not_silence_a_chat()
    {
        var clock = new ManualClock();
        var pace = new SendPace(clock);
        for (var message = 0; message < 7; message++)
            Send(pace, Chat);
        clock.Advance(TimeSpan.FromHours(-1));
        Assert.Null(pace.Enter(Chat));
    }

    [Fact]
    public void A_tenant_gets_twenty_five_in_a_second_however_many_chats_and_the_rest_one_after_the_other()
    {
        var clock = new ManualClock();
        var pace = new SendPace(clock);
        var waiting = Enumerable.Range(0, 100).Select(number => (Chat: In($"a:{number}"), At: clock.Now)).ToList();
        var reached = new List<DateTimeOffset>();
        var tries = 0;
        while (waiting.Count > 0)
        {
            var next = waiting.MinBy(one => one.At);
            waiting.Remove(next);
            if (next.At > clock.Now)
                clock.Advance(next.At - clock.Now);
            tries++;
            if (pace.Enter(next.Chat) is { } free)
            {
                Assert.True(free > clock.Now);
                waiting.Add((next.Chat, free));
                continue;
            }

            reached.Add(clock.Now);
            clock.Advance(TimeSpan.FromMilliseconds(2));
            pace.Leave(next.Chat);
        }

        Assert.All(reached.Zip(reached.Skip(25)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(1)));
        Assert.True(tries < 200, $"{tries} tries for 100 messages");
    }

    [Fact]
    public void What_is_on_its_way_to_a_tenant_counts()
    {
        var pace = new SendPace(new ManualClock());
        for (var number = 0; number < 25; number++)
            Assert.Null(pace.Enter(In($"a:{number}")));
        Assert.NotNull(pace.Enter(In("a:25")));
        Assert.Null(pace.Enter(In("a:26") with { Tenant = new TenantId("another") }));
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
            if (pace.Enter(Chat) is { } free)
            {
                clock.Advance(free - clock.Now);
                Assert.Null(pace.Enter(Chat));
            }

            sent.Add(clock.Now);
            pace.Leave(Chat);
        }

        return sent;
    }

    private static void Send(SendPace pace, Chat chat)
    {
        Assert.Null(pace.Enter(chat));
        pace.Leave(chat);
    }

    private static Chat In(string chat) => new(new TenantId("tenant-1"), new ChatId(chat), ChatKind.Personal, new ChatId(chat));
}
