using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Conversation;
using RoadmapBot.Teams;

namespace RoadmapBot.Tests.Teams;

public sealed class SendPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, int, int> Waits => new()
    {
        { "asked", 1, 42 },
        { "asked for nothing", 1, 1 },
        { "not asked", 1, 1 },
        { "not asked", 2, 2 },
        { "not asked", 5, 16 },
        { "not asked", 40, 300 },
    };

    [Fact]
    public void A_message_that_arrived_is_finished_under_its_id() =>
        Assert.Equal(new SendPolicy.Finished("m1"), After(new ConnectorOutcome.Done("m1")));

    [Fact]
    public void What_replaces_a_deleted_message_is_finished() =>
        Assert.Equal(new SendPolicy.Finished(null), After(new ConnectorOutcome.Missing()));

    [Fact]
    public void A_card_too_large_becomes_text_and_a_text_too_large_is_dropped()
    {
        Assert.Equal(new SendPolicy.Shrink(), After(new ConnectorOutcome.TooLarge(), Due(card: true)));
        Assert.IsType<SendPolicy.Drop>(After(new ConnectorOutcome.TooLarge(), Due(card: false)));
    }

    [Fact]
    public void A_closed_chat_is_remembered_as_closed() => Assert.Equal(new SendPolicy.CloseChat(), After(new ConnectorOutcome.Gone()));

    [Fact]
    public void A_chat_moves_to_another_host_but_not_to_its_own()
    {
        Assert.Equal(new SendPolicy.Move("https://other.test"), After(new ConnectorOutcome.Moved("https://other.test")));
        Assert.IsType<SendPolicy.Drop>(After(new ConnectorOutcome.Moved("https://teams.test")));
    }

    [Fact]
    public void What_is_refused_for_good_is_dropped_with_its_code() =>
        Assert.Equal(new SendPolicy.Drop("refused with 400 BadSyntax"), After(new ConnectorOutcome.Refused(400, "BadSyntax")));

    [Fact]
    public void An_unclear_end_is_tried_again_four_times()
    {
        Assert.True(Assert.IsType<SendPolicy.TryAt>(After(new ConnectorOutcome.Unsure(null), Due(attempt: 4, tries: 9))).Counts);
        Assert.IsType<SendPolicy.Drop>(After(new ConnectorOutcome.Unsure(null), Due(attempt: 5)));
    }

    [Fact]
    public void A_reminder_is_never_sent_twice_and_never_late()
    {
        var reminder = Due() with { Message = Due().Message with { Until = Now.AddHours(1) } };
        Assert.IsType<SendPolicy.Drop>(After(new ConnectorOutcome.Unsure(null), reminder));
        Assert.False(Assert.IsType<SendPolicy.TryAt>(After(new ConnectorOutcome.Later(null), reminder)).Counts);
        Assert.Null(SendPolicy.Before(reminder, Now));
        Assert.NotNull(SendPolicy.Before(reminder with { Attempt = 2 }, Now)); // whoever tried it died on the way
        Assert.NotNull(SendPolicy.Before(reminder, Now.AddHours(2)));
        Assert.Null(SendPolicy.Before(Due(attempt: 2), Now.AddHours(2)));
    }

    [Fact]
    public void What_surely_did_not_arrive_is_tried_for_a_day()
    {
        foreach (var outcome in new ConnectorOutcome[] { new ConnectorOutcome.Later(null), new ConnectorOutcome.Unauthorized(null) })
        {
            Assert.False(Assert.IsType<SendPolicy.TryAt>(After(outcome, Due(attempt: 1, tries: 200, age: TimeSpan.FromHours(23)))).Counts);
            Assert.IsType<SendPolicy.Drop>(After(outcome, Due(age: TimeSpan.FromHours(25))));
        }
    }

    [Theory]
    [MemberData(nameof(Waits))]
    public void The_pause_is_what_Teams_asks_for_or_doubles_up_to_five_minutes(string asked, int tries, int seconds)
    {
        TimeSpan? pause = asked switch { "asked" => TimeSpan.FromSeconds(seconds), "asked for nothing" => TimeSpan.Zero, _ => null };
        var wait = Assert.IsType<SendPolicy.TryAt>(After(new ConnectorOutcome.Later(pause), Due(tries: tries))).When - Now;
        Assert.InRange(wait.TotalSeconds, seconds, seconds * (asked == "asked" ? 1 : 1.25));
    }

    [Fact]
    public void The_jitter_spreads_and_can_be_replayed() => Prop.ForAll<int, byte>((id, tries) =>
    {
        var (one, again) = (Wait(id, tries), Wait(id, tries));
        return one == again && one != Wait(id + 1L, tries);
    }).QuickCheckThrowOnFailure();

    private static DateTimeOffset Wait(long id, int tries) =>
        ((SendPolicy.TryAt)After(new ConnectorOutcome.Later(null), Due(tries: tries + 1) with { Id = id })).When;

    private static SendPolicy After(ConnectorOutcome outcome, DueMessage? due = null) => SendPolicy.After(outcome, due ?? Due(), Now);

    private static DueMessage Due(int attempt = 1, int tries = 1, bool card = false, TimeSpan age = default)
    {
        var chat = Support.ConnectorWire.In("https://teams.test", "a:1");
        var body = card ? """{"type":"message","attachments":[{}]}""" : """{"type":"message","text":"hi"}""";
        return new DueMessage(5, attempt, tries, Now - age, new OutgoingMessage(new TenantId("t"), chat.Chat, null, null, false, null, body), chat, null, null);
    }
}
