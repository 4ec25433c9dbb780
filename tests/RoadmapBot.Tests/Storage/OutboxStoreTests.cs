using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Conversation;
using RoadmapBot.Storage;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class OutboxStoreOnSqlite() : OutboxStoreTests(null);

public sealed class OutboxStoreOnPostgres(PostgresServer server) : OutboxStoreTests(server);

public abstract class OutboxStoreTests(PostgresServer? server) : StoreTests(server)
{
    private static readonly PersonId Bo = new("person-bo");

    [Fact]
    public async Task A_message_comes_back_as_it_was_said_with_how_its_chat_is_reached()
    {
        await Turn();
        var said = new OutgoingMessage(Tenant, AChat, null, "roadmap", Replaces: false, "activity-1", Long);
        await Say(said);

        var due = await Due();
        Assert.Equal((said, AReference, 1), (due!.Message, due.Chat, due.Attempt));
        Assert.Null(due.Earlier);
    }

    [Fact]
    public async Task A_message_may_wait_and_leaves_when_its_time_has_come_or_when_it_is_hastened_in_other_words()
    {
        await Turn();
        await Say(ToChat("late") with { Key = "1", NotBefore = Clock.GetUtcNow() + TimeSpan.FromSeconds(3) }, ToChat("behind it"));
        Assert.Empty(await Claim());
        Assert.False(await Hasten("another", null));
        Assert.True(await Hasten("1", "other words"));
        var work = Assert.Single(await Claim());
        Assert.Equal("other words", (await Load(work))!.Message.Body);
        Assert.False(await Hasten("1", "too late"));
        await Settle(work, "sent-1");
        var behind = Assert.Single(await Claim());
        Assert.Equal("behind it", (await Load(behind))!.Message.Body);
        await Settle(behind, "sent-2");

        await Say(ToChat("in its own time") with { Key = "2", NotBefore = Clock.GetUtcNow() + TimeSpan.FromSeconds(3) });
        Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.False(await Hasten("2", "too late"));
        Assert.Equal("in its own time", (await Load(Assert.Single(await Claim())))!.Message.Body);
    }

    private async Task<bool> Hasten(string key, string? body)
    {
        var isDone = false;
        Assert.True(await Store.Commit(async services => isDone = await services.GetRequiredService<IOutboxStore>().Hasten(AChat, key, body, None)));
        return isDone;
    }

    [Fact]
    public async Task Messages_of_one_chat_leave_in_the_order_in_which_they_were_said()
    {
        await Turn();
        await Say(ToChat("1"), ToChat("2"));
        await Say(ToChat("3"));

        foreach (var body in (string[])["1", "2", "3"])
        {
            var work = Assert.Single(await Claim());
            Assert.Equal(body, (await Load(work))!.Message.Body);
            await Settle(work, $"sent-{body}");
        }
    }

    [Fact]
    public async Task Nothing_is_said_by_a_unit_of_work_that_is_not_committed()
    {
        await using (var scope = Store.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.Get<UnitOfWork>().Begin(None);
            scope.ServiceProvider.Get<IOutboxStore>().Add(ToChat("1"));
        }

        Assert.Empty(await Claim());
    }

    [Fact]
    public async Task What_is_sent_leaves_no_words_behind()
    {
        await Turn();
        await Say(ToChat("secret", key: "roadmap"), ToChat("secret"));
        await Settle(Assert.Single(await Claim()), "sent-1");
        await Settle(Assert.Single(await Claim()), "sent-2");

        var kept = Assert.Single(await Messages());
        Assert.Equal((null, "sent-1", "roadmap"), (kept.Body, kept.Activity, kept.Key));
    }

    [Fact]
    public async Task What_is_given_up_is_forgotten()
    {
        await Turn();
        await Say(ToChat("1", key: "roadmap"));
        await Settle(Assert.Single(await Claim()), activity: null);

        Assert.Empty(await Messages());
    }

    [Fact]
    public async Task A_replacement_finds_the_message_last_sent_under_its_key()
    {
        await Turn();
        foreach (var (key, activity) in new[] { ("roadmap", "sent-1"), ("other", "sent-2"), ("roadmap", "sent-3") })
        {
            await Say(ToChat("card", key));
            await Settle(Assert.Single(await Claim()), activity);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Say(ToChat("new card", "roadmap") with { Replaces = true });
        Assert.Equal("sent-3", (await Due())!.Earlier);
        Assert.Equal(3, (await Messages()).Length); // a replacement is not remembered itself
        await Say(ToChat("new card", "unknown") with { Replaces = true });
        Assert.Null((await Due())!.Earlier);
    }

    [Fact]
    public async Task A_replacement_in_another_chat_finds_nothing()
    {
        await Turn();
        await Say(ToChat("card", "roadmap"));
        await Settle(Assert.Single(await Claim()), "sent-1");

        await Say(ToChat("new card", "roadmap") with { Chat = AChat with { Thread = new("b") }, Replaces = true });
        Assert.Null((await Due())!.Earlier);
    }

    [Fact]
    public async Task A_message_to_a_person_keeps_its_place_among_those_of_the_persons_chat()
    {
        await Turn();
        await Say(ToChat("1"), ToPerson("2", Ada), ToChat("3"));

        foreach (var body in (string[])["1", "2", "3"])
        {
            var work = Assert.Single(await Claim());
            var due = (await Load(work))!;
            Assert.Equal((body, AReference), (due.Message.Body, due.Chat));
            await Settle(work, "sent");
        }
    }

    [Fact]
    public async Task A_message_to_the_person_who_opens_the_chat_in_this_very_turn_keeps_its_place_too()
    {
        await Turn(ToChat("1"), ToPerson("2", Ada));
        Assert.Equal("1", (await Load(Assert.Single(await Claim())))!.Message.Body);
    }

    [Fact]
    public async Task A_message_to_somebody_without_a_chat_is_sent_by_way_of_the_tenants_and_finds_the_chat_once_it_is_opened()
    {
        await Turn();
        await Say(ToPerson("1", Bo, "invitation"), ToPerson("2", Bo));
        var first = Assert.Single(await Claim());
        var due = (await Load(first))!;
        Assert.Equal((null, AReference), (due.Chat, due.Opener));

        var opened = Opened(Bo);
        await Store.Commit(async services =>
        {
            await services.Get<OutboxStore>().Remember(opened, None);
            Assert.True(await services.Get<WorkStore>().Finish(first, None));
            await services.Get<OutboxStore>().Settle(first, opened, "sent-1", None);
        });
        Assert.Equal(opened, (await Due())!.Chat);

        await Say(ToPerson("", Bo, "invitation") with { Replaces = true });
        var removal = (await Due())!;
        Assert.Equal((opened, "sent-1"), (removal.Chat, removal.Earlier));
    }

    [Fact]
    public async Task What_is_taken_back_before_the_chat_was_opened_is_found_afterwards()
    {
        await Turn();
        await Say(ToPerson("1", Bo, "invitation"));
        await Say(ToPerson("", Bo, "invitation") with { Replaces = true });
        var (first, opened) = (Assert.Single(await Claim()), Opened(Bo));
        await Store.Commit(services => services.Get<OutboxStore>().Remember(opened, None));
        await Settle(first, "sent-1", opened);

        Assert.Equal("sent-1", (await Due())!.Earlier);
    }

    [Fact]
    public async Task Another_tenants_chat_opens_no_chat()
    {
        await Turn();
        await Say(ToPerson("1", Bo) with { Tenant = new("tenant-2") });

        var due = (await Due())!;
        Assert.Equal((null, null), (due.Chat, due.Opener));
    }

    [Fact]
    public async Task A_closed_chat_takes_no_message_until_it_is_opened_again()
    {
        await Turn();
        await Store.Commit(services => services.Get<OutboxStore>().CloseChat(AReference, None));
        await Say(ToPerson("1", Ada));
        var work = Assert.Single(await Claim());
        Assert.Null((await Load(work))!.Chat);

        await Store.Commit(services => services.Get<OutboxStore>().Remember(AReference with { User = null }, None));
        Assert.Equal(AReference, (await Load(work))!.Chat);
    }

    [Fact]
    public async Task A_chat_that_moved_is_reached_at_its_new_address()
    {
        await Turn();
        await Store.Commit(services => services.Get<OutboxStore>().MoveChat(AReference, "https://gcc.example/", None));
        Assert.Equal("https://gcc.example/", (await Store.Ask<OutboxStore, ChatReference?>(store => store.Find(AChat, None)))!.ServiceUrl);
    }

    [Fact]
    public async Task A_chat_is_found_in_its_own_tenant_only()
    {
        await Turn();
        Assert.Null(await Store.Ask<OutboxStore, ChatReference?>(store => store.Find(AChat with { Tenant = new("tenant-2") }, None)));
    }

    [Fact]
    public async Task What_is_too_large_is_sent_shorter()
    {
        await Turn();
        await Say(ToChat(Long));
        var work = Assert.Single(await Claim());
        await Store.Commit(services => services.Get<OutboxStore>().Rewrite(work, "short", None));
        Assert.Equal("short", (await Load(work))!.Message.Body);
    }

    private static OutgoingMessage ToChat(string body, string? key = null) => new(Tenant, AChat, null, key, Replaces: false, null, body);

    private static OutgoingMessage ToPerson(string body, PersonId person, string? key = null) => new(Tenant, null, person, key, Replaces: false, null, body);

    private static ChatReference Opened(PersonId person) =>
        new(new Chat(Tenant, new("a:opened"), ChatKind.Personal, new("a:opened")), AReference.ServiceUrl, AReference.Bot, null, person);

    /// <summary>Ada writes to the bot, and it says something.</summary>
    private Task Turn(params OutgoingMessage[] messages) => Store.Ask<IServiceProvider, bool>(async services =>
    {
        var turns = services.Get<ITurnStore>();
        await turns.Open(new Turn(new Person(Tenant, Ada, "Ada"), AChat, "t", "t", At, new Happening.Said("")), AReference, None);
        foreach (var message in messages)
            services.Get<IOutboxStore>().Add(message);
        return await turns.Commit(TurnResponse.Empty, None);
    });

    private Task<bool> Say(params OutgoingMessage[] messages) => Store.Commit<IOutboxStore>(outbox =>
    {
        foreach (var message in messages)
            outbox.Add(message);
    });

    private Task<IReadOnlyList<ClaimedWork>> Claim() =>
        Store.Ask<WorkStore, IReadOnlyList<ClaimedWork>>(store => store.Claim(10, TimeSpan.FromMinutes(2), [], None));

    private Task<DueMessage?> Load(ClaimedWork work) => Store.Ask<OutboxStore, DueMessage?>(store => store.Load(work, None));

    /// <summary>The only message that can be sent now; it is done with afterwards.</summary>
    private async Task<DueMessage?> Due()
    {
        var work = Assert.Single(await Claim());
        var due = await Load(work);
        await Settle(work, activity: null);
        return due;
    }

    private Task<bool> Settle(ClaimedWork work, string? activity, ChatReference? reached = null) => Store.Commit(async services =>
    {
        Assert.True(await services.Get<WorkStore>().Finish(work, None));
        await services.Get<OutboxStore>().Settle(work, reached ?? AReference, activity, None);
    });

    private Task<MessageRow[]> Messages() => Store.Ask<RoadmapBotDb, MessageRow[]>(db => db.Messages.ToArrayAsync(None));
}
