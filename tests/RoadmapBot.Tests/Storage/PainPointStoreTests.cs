using RoadmapBot.Conversation;
using RoadmapBot.PainPoints;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class PainPointStoreOnSqlite() : PainPointStoreTests(null);

public sealed class PainPointStoreOnPostgres(PostgresServer server) : PainPointStoreTests(server);

public abstract class PainPointStoreTests(PostgresServer? server) : StoreTests(server)
{
    [Fact]
    public async Task A_pain_point_comes_back_as_it_was_saved()
    {
        foreach (var point in (PainPoint[])[APainPoint, BarePainPoint])
        {
            await Save(point);
            Same(point, await Find(point.Id));
        }
    }

    [Fact]
    public async Task They_come_oldest_first_without_those_taken_back_and_of_one_engagement()
    {
        await Save(
            APainPoint with { Id = new("late"), At = At.AddTicks(1) },
            APainPoint with { Id = new("early"), At = At },
            APainPoint with { Id = new("back"), State = PainPointState.TakenBack },
            APainPoint with { Id = new("other"), Engagement = new("other") });

        Assert.Equal(["early", "late"], (await Of()).Select(point => point.Id.Value));
        Assert.Equal(PainPointState.TakenBack, (await Find(new("back")))!.State);
    }

    [Fact]
    public async Task The_same_report_delivered_twice_is_told_the_second_time()
    {
        Assert.True(await Save(APainPoint));
        Assert.False(await Save(APainPoint));
        Assert.Single(await Of());
    }

    [Fact]
    public async Task One_is_found_by_the_message_that_holds_it_now()
    {
        var (here, there) = (new ChatId("19:floor"), new ChatId("19:other"));
        await Save(APainPoint with { In = here, Message = "m-1" }, BarePainPoint with { In = there, Message = "m-1" });
        Assert.Equal(APainPoint.Id, (await Find(here, "m-1"))?.Id);
        Assert.Null(await Find(here, "m-2"));

        await Store.Commit(async services =>
        {
            var store = services.Get<IPainPointStore>();
            store.Save((await store.Find(APainPoint.Id, None))! with { Message = null });
        });
        Assert.Null(await Find(here, "m-1"));

        Task<PainPoint?> Find(ChatId thread, string message) => Store.Ask<IPainPointStore, PainPoint?>(store => store.Find(thread, message, None));
    }

    [Fact]
    public async Task Of_two_who_change_a_pain_point_the_second_is_told()
    {
        await Save(APainPoint);
        await Contract.Of_two_changes_the_second_is_refused<IPainPointStore, PainPoint>(
            Store, store => store.Find(APainPoint.Id, None), (store, point, who) => store.Save(point with { Kind = who }), point => point.Kind);
    }

    private Task<bool> Save(params PainPoint[] points) => Store.Commit<IPainPointStore>(store =>
    {
        foreach (var point in points)
            store.Save(point);
    });

    private Task<PainPoint?> Find(PainPointId id) => Store.Ask<IPainPointStore, PainPoint?>(store => store.Find(id, None));

    private Task<IReadOnlyList<PainPoint>> Of() => Store.Ask<IPainPointStore, IReadOnlyList<PainPoint>>(store => store.Of(Clinic, None));
}
