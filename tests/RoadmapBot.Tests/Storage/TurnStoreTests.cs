using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Storage;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class TurnStoreOnSqlite() : TurnStoreTests(null);

public sealed class TurnStoreOnPostgres(PostgresServer server) : TurnStoreTests(server)
{
    [Fact]
    public async Task A_turn_of_another_chat_waits_for_nobody()
    {
        await using var slow = Store.Services.CreateAsyncScope();
        await slow.ServiceProvider.Get<ITurnStore>().Open(Turn("1"), AReference, None);

        var elsewhere = AChat with { Id = new("b"), Thread = new("b") };
        Assert.Null(await Play(Turn("1") with { In = elsewhere }, AReference with { Chat = elsewhere }));
    }
}

public abstract class TurnStoreTests(PostgresServer? server) : StoreTests(server)
{
    private static readonly string Body = System.Text.Json.JsonSerializer.Serialize(new { text = Awkward });

    [Fact]
    public async Task A_turn_delivered_again_gets_the_answer_that_it_got()
    {
        Assert.Null(await Play(Turn("1"), answer: new TurnResponse(200, Body)));
        Assert.Equal(new TurnResponse(200, Body), await Play(Turn("1"), answer: new TurnResponse(500, "another")));
        Assert.Null(await Play(Turn("2"), answer: TurnResponse.Empty));
        Assert.Equal(TurnResponse.Empty, await Play(Turn("2")));
    }

    [Fact]
    public async Task The_same_id_in_another_chat_is_another_turn()
    {
        var elsewhere = AChat with { Id = new("b"), Thread = new("b") };
        await Play(Turn("1"));
        Assert.Null(await Play(Turn("1") with { In = elsewhere }, AReference with { Chat = elsewhere }));
    }

    [Fact]
    public async Task A_turn_that_is_not_committed_has_not_happened()
    {
        await using (var scope = Store.Services.CreateAsyncScope())
        {
            Assert.Null(await scope.ServiceProvider.Get<ITurnStore>().Open(Turn("1"), AReference, None));
            scope.ServiceProvider.Get<IEngagementStore>().Save(AnEngagement);
        }

        Assert.Null(await Play(Turn("1")));
        Assert.Null(await Store.Ask<IEngagementStore, Engagement?>(store => store.Find(Tenant, Clinic, None)));
    }

    [Fact]
    public async Task A_turn_that_meets_a_change_is_told_and_saves_nothing()
    {
        await Store.Commit<IEngagementStore>(store => store.Save(AnEngagement));
        await using (var scope = Store.Services.CreateAsyncScope())
        {
            var engagements = scope.ServiceProvider.Get<IEngagementStore>();
            var seen = (await engagements.Find(Tenant, Clinic, None))!;
            await Store.Commit(async services => services.Get<IEngagementStore>().Save((await services.Get<IEngagementStore>().Find(Tenant, Clinic, None))! with { Frame = AFrame with { Currency = "GBP" } }));
            await scope.ServiceProvider.Get<ITurnStore>().Open(Turn("1"), AReference, None);
            engagements.Save(seen with { Frame = AFrame with { Currency = "USD" } });
            engagements.Save(AMember);
            Assert.False(await scope.ServiceProvider.Get<ITurnStore>().Commit(TurnResponse.Empty, None));
        }

        Assert.Null(await Play(Turn("1")));
        Assert.Equal("GBP", (await Store.Ask<IEngagementStore, Engagement?>(store => store.Find(Tenant, Clinic, None)))!.Frame.Currency);
        Assert.Empty(await Store.Ask<IEngagementStore, IReadOnlyList<Member>>(store => store.Members(Clinic, None)));
    }

    [Fact]
    public async Task Welcome_is_said_once_until_the_bot_was_removed()
    {
        var said = new List<bool>();
        foreach (var (number, removed) in new[] { false, false, true, false, false }.Index())
        {
            await Play(Turn($"{number}"), act: turns =>
            {
                if (removed)
                    turns.Close();
                else
                    said.Add(turns.Welcome());
            });
        }

        Assert.Equal([true, false, true, false], said);
    }

    [Fact]
    public async Task A_closed_chat_is_reached_by_nothing_until_somebody_writes_there()
    {
        await Play(Turn("1"));
        Assert.Equal(AReference, await Reached());
        await Play(Turn("2"), act: turns => turns.Close());
        Assert.Null(await Reached());
        await Play(Turn("3"));
        Assert.Equal(AReference, await Reached());
    }

    [Fact]
    public async Task How_a_chat_is_reached_follows_the_latest_activity()
    {
        await Play(Turn("1"));
        await Play(Turn("2"), AReference with { ServiceUrl = "https://smba.example/emea/" });
        Assert.Equal("https://smba.example/emea/", (await Reached())!.ServiceUrl);
    }

    [Fact]
    public async Task Who_writes_is_known_by_the_latest_name_and_an_empty_name_changes_nothing()
    {
        foreach (var name in (string[])["Ada Byron", "Ada Lovelace", ""])
            await Play(Turn(name) with { From = new(Tenant, Ada, name) });

        Assert.Equal("Ada Lovelace", (await Store.Ask<IEngagementStore, Person?>(store => store.Known(Tenant, Ada, None)))!.Name);
    }

    [Fact]
    public async Task Turns_of_one_chat_run_one_after_the_other()
    {
        await Store.Commit<IEngagementStore>(store => store.Save(AnEngagement with { Objectives = [] }));

        // Each adds to what it reads; two at once would read the same, and the later be refused.
        var played = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(async () =>
        {
            await using var scope = Store.Services.CreateAsyncScope();
            var (turns, engagements) = (scope.ServiceProvider.Get<ITurnStore>(), scope.ServiceProvider.Get<IEngagementStore>());
            await turns.Open(Turn($"{number}"), AReference, None);
            var engagement = (await engagements.Find(Tenant, Clinic, None))!;
            await Task.Yield();
            engagements.Save(engagement with { Objectives = [.. engagement.Objectives, $"{number}"] });
            return await turns.Commit(TurnResponse.Empty, None);
        })));

        Assert.DoesNotContain(false, played);
        var objectives = (await Store.Ask<IEngagementStore, Engagement?>(store => store.Find(Tenant, Clinic, None)))!.Objectives;
        Assert.Equal(20, objectives.Distinct().Count());
    }

    [Fact]
    public async Task The_same_turn_delivered_many_times_at_once_is_handled_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(number =>
            Task.Run(() => Play(Turn("1"), answer: new TurnResponse(200, $"{number}")))));

        var handled = Assert.Single(answers.Index(), answer => answer.Item is null);
        Assert.All(answers.Where(answer => answer is not null), answer => Assert.Equal($"{handled.Index}", answer!.Body));
    }

    private protected static Turn Turn(string id) => new(new Person(Tenant, Ada, "Ada"), AChat, id, id, At, new Happening.Said("hello"));

    /// <returns>What was answered before, or null where the turn was new; it is committed then.</returns>
    private protected async Task<TurnResponse?> Play(Turn turn, ChatReference? reference = null, TurnResponse? answer = null, Action<ITurnStore>? act = null)
    {
        await using var scope = Store.Services.CreateAsyncScope();
        var turns = scope.ServiceProvider.Get<ITurnStore>();
        if (await turns.Open(turn, reference ?? AReference, None) is { } before)
            return before;
        act?.Invoke(turns);
        Assert.True(await turns.Commit(answer ?? TurnResponse.Empty, None));
        return null;
    }

    private Task<ChatReference?> Reached() => Store.Ask<OutboxStore, ChatReference?>(store => store.Find(AChat, None));
}
