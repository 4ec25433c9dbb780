using RoadmapBot.Roadmaps;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class RoadmapStoreOnSqlite() : RoadmapStoreTests(null);

public sealed class RoadmapStoreOnPostgres(PostgresServer server) : RoadmapStoreTests(server);

public abstract class RoadmapStoreTests(PostgresServer? server) : StoreTests(server)
{
    [Fact]
    public async Task A_roadmap_comes_back_as_it_was_saved()
    {
        foreach (var roadmap in (Roadmap[])[BareRoadmap, ARoadmap])
        {
            await Save(roadmap);
            Same(roadmap, await Find(roadmap.Version));
        }
    }

    [Fact]
    public async Task The_latest_version_is_the_one_with_the_highest_number_and_the_earlier_ones_stay()
    {
        foreach (var version in (int[])[9, 11, 10])
            await Save(BareRoadmap with { Version = version });
        await Save(BareRoadmap with { Version = 12, Engagement = new("other") });

        Assert.Equal(11, (await Latest())!.Version);
        Assert.Equal(9, (await Find(9))!.Version);
        Assert.Null(await Find(12));
    }

    [Fact]
    public async Task An_engagement_without_a_roadmap_has_no_latest() => Assert.Null(await Latest());

    [Fact]
    public async Task An_approval_is_added_to_its_version()
    {
        await Save(BareRoadmap);
        await Save(BareRoadmap with { Version = 2 });
        await Store.Commit(async services =>
        {
            var store = services.Get<IRoadmapStore>();
            var first = (await store.Find(Clinic, 1, None))!;
            store.Save(first with { Approvals = [.. first.Approvals, new Approval(Ada, "Ada", At)] });
        });

        Assert.True((await Find(1))!.IsApproved);
        Assert.False((await Latest())!.IsApproved);
    }

    [Fact]
    public async Task The_approved_version_is_the_latest_that_has_an_approval()
    {
        Assert.Null(await Approved());
        foreach (var version in (int[])[1, 2, 3])
            await Save(BareRoadmap with { Version = version, Approvals = version < 3 ? [new Approval(Ada, "Ada", At)] : [] });
        await Save(ARoadmap with { Version = 4, Engagement = new("other") });
        Assert.Equal(2, (await Approved())!.Version);
    }

    [Fact]
    public async Task A_version_and_the_later_ones_come_in_their_order()
    {
        foreach (var version in (int[])[2, 11, 10, 9])
            await Save(BareRoadmap with { Version = version });
        await Save(BareRoadmap with { Version = 12, Engagement = new("other") });
        Assert.Equal([9, 10, 11], (await Store.Ask<IRoadmapStore, IReadOnlyList<Roadmap>?>(async store => await store.From(Clinic, 9, None)))!.Select(roadmap => roadmap.Version));
    }

    [Fact]
    public async Task Of_two_who_draft_the_same_version_the_second_is_told()
    {
        Assert.True(await Save(BareRoadmap));
        Assert.False(await Save(BareRoadmap));
    }

    [Fact]
    public async Task Of_two_who_approve_at_once_the_second_is_told()
    {
        await Save(BareRoadmap);
        await Contract.Of_two_changes_the_second_is_refused<IRoadmapStore, Roadmap>(
            Store,
            store => store.Latest(Clinic, None),
            (store, roadmap, who) => store.Save(roadmap with { Approvals = [new Approval(Ada, who, At)] }),
            roadmap => Assert.Single(roadmap.Approvals).Name);
    }

    private Task<bool> Save(Roadmap roadmap) => Store.Commit<IRoadmapStore>(store => store.Save(roadmap));

    private Task<Roadmap?> Approved() => Store.Ask<IRoadmapStore, Roadmap?>(store => store.Approved(Clinic, None));

    private Task<Roadmap?> Latest() => Store.Ask<IRoadmapStore, Roadmap?>(store => store.Latest(Clinic, None));

    private Task<Roadmap?> Find(int version) => Store.Ask<IRoadmapStore, Roadmap?>(store => store.Find(Clinic, version, None));
}
