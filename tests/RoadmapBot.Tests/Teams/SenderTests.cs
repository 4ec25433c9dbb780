using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>One try to bring one message to its chat.</summary>
public sealed class SenderTests : IAsyncLifetime
{
    private const string Body = """{"type":"message","text":"hi"}""";
    private static readonly TenantId Tenant = new("tenant-1");

    private ConnectorWire _wire = null!;

    private IEnumerable<string> Calls => _wire.Teams.Calls.Select(call => $"{call.Method} {call.Target.Replace("/v3/conversations", "", StringComparison.Ordinal)}");

    public async ValueTask InitializeAsync() => _wire = await ConnectorWire.Start();

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    [Fact]
    public async Task A_person_without_a_chat_gets_one_first()
    {
        var (next, opened) = await Try(ToPerson());
        Assert.IsType<SendPolicy.Finished>(next);
        Assert.Equal(("a:bo", ChatKind.Personal, "bo"), (opened!.Chat.Thread.Value, opened.Chat.Kind, opened.Person!.Value.Value));
        Assert.Equal(["POST ", "POST /a%3Abo/activities"], Calls);
    }

    [Fact]
    public async Task A_person_in_a_tenant_without_any_chat_cannot_be_reached()
    {
        Assert.IsType<SendPolicy.Drop>((await Try(ToPerson() with { Opener = null })).Next);
        Assert.Empty(Calls);
    }

    [Theory]
    [InlineData(502, "", typeof(SendPolicy.TryAt))]
    [InlineData(429, "", typeof(SendPolicy.TryAt))]
    [InlineData(403, "ForbiddenOperationException", typeof(SendPolicy.Drop))]
    [InlineData(404, "ActivityNotFoundInConversation", typeof(SendPolicy.Drop))]
    [InlineData(413, "", typeof(SendPolicy.Drop))]
    [InlineData(400, "BadSyntax", typeof(SendPolicy.Drop))]
    [InlineData(403, "InvalidBotApiHost", typeof(SendPolicy.Move))]
    public async Task A_chat_that_cannot_be_opened_uses_up_no_try(int status, string code, Type next)
    {
        _wire.Teams.Always = _ => Answers.Error(status, code);
        foreach (var attempt in (int[])[1, 2])
        {
            var (outcome, opened) = await Try(ToPerson() with { Attempt = attempt });
            Assert.IsType(next, outcome);
            Assert.False(outcome is SendPolicy.TryAt { Counts: true });
            Assert.Null(opened);
        }
    }

    [Fact]
    public async Task An_opened_chat_without_an_id_is_dropped()
    {
        _wire.Teams.Always = _ => Answers.Status(201, "{}");
        Assert.IsType<SendPolicy.Drop>((await Try(ToPerson())).Next);
    }

    [Fact]
    public async Task What_replaces_nothing_is_finished_without_a_call()
    {
        Assert.Equal(new SendPolicy.Finished(null), (await Try(Due(replaces: true))).Next);
        Assert.Equal(new SendPolicy.Finished(null), (await Try(ToPerson() with { Message = Message(replaces: true) })).Next);
        Assert.Empty(Calls);
    }

    [Fact]
    public async Task What_replaces_a_message_is_an_update_and_an_empty_one_takes_it_away()
    {
        await Try(Due(replaces: true) with { Earlier = "m1" });
        await Try(Due(replaces: true, body: "") with { Earlier = "m1" });
        Assert.Equal(["PUT /a%3Achat%2F1/activities/m1", "DELETE /a%3Achat%2F1/activities/m1"], Calls);
    }

    [Fact]
    public async Task An_answer_to_a_message_that_is_gone_is_said_without_it()
    {
        _wire.Teams.Faults.Enqueue(Answers.Error(404, "ActivityNotFoundInConversation"));
        Assert.IsType<SendPolicy.Finished>((await Try(Due(answerTo: "f:1"))).Next);
        Assert.Equal(["POST /a%3Achat%2F1/activities/f%3A1", "POST /a%3Achat%2F1/activities"], Calls);
    }

    [Fact]
    public async Task The_eighth_message_within_a_second_waits_for_its_place()
    {
        for (var message = 0; message < 7; message++)
            Assert.IsType<SendPolicy.Finished>((await Try(Due())).Next);

        var (next, _) = await Try(Due());
        Assert.Equal(new SendPolicy.TryAt(_wire.Clock.Now.AddSeconds(1), Counts: false), next);
        Assert.Equal(7, Calls.Count());

        _wire.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<SendPolicy.Finished>((await Try(Due())).Next);
    }

    [Fact]
    public void A_card_too_large_says_its_summary()
    {
        var shrunk = Sender.Shrunk(OutgoingActivity.Of(Reply.Of(new AdaptiveCard("The roadmap {0}", []))));
        Assert.Contains("In short: The roadmap {0}", Loose.Parse(shrunk)!.At("text")!.Text, StringComparison.Ordinal);
        Assert.False(Message(body: shrunk).HasCard);
    }

    private Task<(SendPolicy Next, ChatReference? Opened)> Try(DueMessage due) => _wire.Sender.Try(due, TestContext.Current.CancellationToken);

    private DueMessage Due(bool replaces = false, string body = Body, string? answerTo = null) =>
        new(1, 1, 1, _wire.Clock.Now, Message(replaces, body, answerTo), _wire.Chat, null, null);

    private DueMessage ToPerson() => new(1, 1, 1, _wire.Clock.Now, Message() with { Chat = null, Person = new PersonId("bo") }, null, _wire.Chat, null);

    private static OutgoingMessage Message(bool replaces = false, string body = Body, string? answerTo = null) =>
        new(Tenant, new Chat(Tenant, new ChatId("a:chat/1"), ChatKind.Personal, new ChatId("a:chat/1")), null, "key", replaces, answerTo, body);
}
