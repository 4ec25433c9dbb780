using RoadmapBot.Reviews;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class KpiStoreOnSqlite() : KpiStoreTests(null);

public sealed class KpiStoreOnPostgres(PostgresServer server) : KpiStoreTests(server);

public abstract class KpiStoreTests(PostgresServer? server) : StoreTests(server)
{
    [Fact]
    public async Task A_book_comes_back_as_it_was_saved()
    {
        await Save(ABook);
        Same(ABook, await Find());
    }

    [Fact]
    public async Task Where_nothing_was_chosen_the_book_is_empty_and_another_engagements_is_not_ours()
    {
        await Save(ABook with { Engagement = new("other") });
        Same(KpiBook.Empty(Clinic), await Find());
    }

    [Fact]
    public async Task Of_two_who_begin_it_at_once_the_second_is_told()
    {
        Assert.True(await Save(ABook));
        Assert.False(await Save(ABook));
    }

    [Fact]
    public async Task Of_two_readings_at_once_the_second_is_told()
    {
        await Save(ABook);
        await Contract.Of_two_changes_the_second_is_refused<IKpiStore, KpiBook>(
            Store,
            async store => await store.Of(Clinic, None),
            (store, book, who) => store.Save(book.With([book.Readings[0] with { ByName = who }])),
            book => book.Readings[^1].ByName);
    }

    private Task<bool> Save(KpiBook book) => Store.Commit<IKpiStore>(store => store.Save(book));

    private Task<KpiBook> Find() => Store.Ask<IKpiStore, KpiBook>(store => store.Of(Clinic, None));
}
