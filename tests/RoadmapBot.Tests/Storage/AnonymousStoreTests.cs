using RoadmapBot.PainPoints;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class AnonymousStoreOnSqlite() : AnonymousStoreTests(null);

public sealed class AnonymousStoreOnPostgres(PostgresServer server) : AnonymousStoreTests(server);

public abstract class AnonymousStoreTests(PostgresServer? server) : StoreTests(server)
{
    [Fact]
    public async Task Points_and_addresses_come_back_as_they_were_saved()
    {
        await Store.Commit<IAnonymousStore>(store =>
        {
            store.Save(ABox);
            store.Save(SomeEnvelopes);
        });
        Same(ABox, await Box());
        Same(SomeEnvelopes, await Store.Ask<IAnonymousStore, Envelopes>(store => store.Envelopes(Clinic, None)));
        Assert.Empty((await Store.Ask<IAnonymousStore, AnonymousBox>(store => store.Box(new("other"), None))).Points);
    }

    [Fact]
    public async Task Of_two_who_report_at_once_the_second_is_told()
    {
        await Store.Commit<IAnonymousStore>(store => store.Save(ABox));
        await Contract.Of_two_changes_the_second_is_refused<IAnonymousStore, AnonymousBox>(
            Store, async store => await store.Box(Clinic, None), (store, box, who) => store.Save(box with { Salt = new Salt("2026-Q4", who) }), box => box.Salt?.Value);
    }

    [Fact]
    public async Task Of_a_report_that_has_lost_its_name_no_row_is_left()
    {
        await Store.Commit<IPainPointStore>(store => store.Save(APainPoint));
        await Store.Commit(async services =>
        {
            var points = services.Get<IPainPointStore>();
            points.Remove((await points.Find(APainPoint.Id, None))!);
        });
        Assert.Null(await Store.Ask<IPainPointStore, PainPoint?>(store => store.Find(APainPoint.Id, None)));
    }

    private Task<AnonymousBox> Box() => Store.Ask<IAnonymousStore, AnonymousBox>(store => store.Box(Clinic, None));
}
