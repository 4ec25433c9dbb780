using RoadmapBot.Roadmaps.Execution;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class ProgressStoreOnSqlite() : ProgressStoreTests(null);

public sealed class ProgressStoreOnPostgres(PostgresServer server) : ProgressStoreTests(server);

public abstract class ProgressStoreTests(PostgresServer? server) : StoreTests(server)
{
    [Fact]
    public async Task Progress_comes_back_as_it_was_saved()
    {
        await Save(SomeProgress);
        Same(SomeProgress, await Find());
    }

    [Fact]
    public async Task Where_nothing_was_told_there_is_none_and_another_engagements_is_not_ours()
    {
        await Save(SomeProgress with { Engagement = new("other") });
        Same(Progress.None(Clinic), await Find());
    }

    [Fact]
    public async Task Of_two_who_tell_the_first_at_once_the_second_is_told()
    {
        Assert.True(await Save(SomeProgress));
        Assert.False(await Save(SomeProgress));
    }

    [Fact]
    public async Task Of_two_updates_at_once_the_second_is_told()
    {
        await Save(SomeProgress);
        await Contract.Of_two_changes_the_second_is_refused<IProgressStore, Progress>(
            Store,
            async store => await store.Of(Clinic, None),
            (store, progress, who) => store.Save(progress.With(progress.Updates[0] with { ByName = who })),
            progress => progress.Updates[^1].ByName);
    }

    private Task<bool> Save(Progress progress) => Store.Commit<IProgressStore>(store => store.Save(progress));

    private Task<Progress> Find() => Store.Ask<IProgressStore, Progress>(store => store.Of(Clinic, None));
}
