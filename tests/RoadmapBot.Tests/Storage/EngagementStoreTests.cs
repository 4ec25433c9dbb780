using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class EngagementStoreOnSqlite() : EngagementStoreTests(null);

public sealed class EngagementStoreOnPostgres(PostgresServer server) : EngagementStoreTests(server);

public abstract class EngagementStoreTests(PostgresServer? server) : StoreTests(server)
{
    private static readonly TenantId Foreign = new("tenant-2");

    [Fact]
    public async Task An_engagement_comes_back_as_it_was_saved()
    {
        foreach (var engagement in (Engagement[])[AnEngagement, BareEngagement])
        {
            await Save(engagement);
            Same(engagement, await Find(engagement.Tenant, engagement.Id));
        }
    }

    [Fact]
    public async Task A_member_comes_back_as_it_was_saved()
    {
        await Store.Commit<IEngagementStore>(store =>
        {
            store.Save(AMember);
            store.Save(BareMember);
            store.Save(BareMember with { Engagement = BareEngagement.Id });
        });

        Same([BareMember, AMember], await Store.Ask<IEngagementStore, IReadOnlyList<Member>>(store => store.Members(Clinic, None)));
    }

    [Fact]
    public async Task Nothing_of_another_tenant_is_found()
    {
        await Save(AnEngagement, BareEngagement with { Tenant = Foreign });
        await Store.Commit<IEngagementStore>(store =>
        {
            store.Save(AMember);
            store.Save(AMember with { Engagement = BareEngagement.Id });
        });

        Assert.Null(await Find(Foreign, Clinic));
        Assert.Equal([Clinic], (await In(Tenant)).Select(engagement => engagement.Id));
        Assert.Equal([BareEngagement.Id], (await In(Foreign)).Select(engagement => engagement.Id));
        Assert.Equal([Clinic], (await Of(Tenant)).Select(seat => seat.Engagement.Id));
        Assert.Equal([BareEngagement.Id], (await Of(Foreign)).Select(seat => seat.Engagement.Id));
    }

    [Fact]
    public async Task Engagements_and_seats_come_newest_first()
    {
        var ids = new[] { "b", "c", "a" };
        foreach (var (day, id) in ids.Index())
        {
            await Save(AnEngagement with { Id = new(id), CreatedAt = At.AddDays(day) });
            await Store.Commit<IEngagementStore>(store => store.Save(AMember with { Engagement = new(id) }));
        }

        Assert.Equal(["a", "c", "b"], (await In(Tenant)).Select(engagement => engagement.Id.Value));
        Assert.Equal(["a", "c", "b"], (await Of(Tenant)).Select(seat => seat.Engagement.Id.Value));
    }

    [Fact]
    public async Task A_seat_taken_in_this_unit_of_work_counts_in_it()
    {
        await Save(AnEngagement);
        await Store.Commit(async services =>
        {
            var store = services.Get<IEngagementStore>();
            await store.Find(Tenant, Clinic, None);
            store.Save(AMember);
            Assert.Equal(AMember, Assert.Single(await store.Of(Tenant, Ada, None)).Member);
            Assert.Equal(AMember, Assert.Single(await store.Members(Clinic, None)));
        });
    }

    [Fact]
    public async Task A_seat_changed_in_this_unit_of_work_is_seen_changed()
    {
        await Save(AnEngagement);
        await Store.Commit<IEngagementStore>(store => store.Save(AMember));
        await Store.Commit(async services =>
        {
            var store = services.Get<IEngagementStore>();
            var seat = Assert.Single(await store.Of(Tenant, Ada, None));
            store.Save(seat.Member with { Role = Role.Executive });
            Assert.Equal(Role.Executive, Assert.Single(await store.Of(Tenant, Ada, None)).Member.Role);
        });

        Assert.Equal(Role.Executive, Assert.Single(await Of(Tenant)).Member.Role);
    }

    [Theory]
    [InlineData("ada", "Ada Lovelace")]
    [InlineData("LOVE", "Ada Lovelace")]
    [InlineData("ömer", "Ömer Çelik")]
    [InlineData("ÇELIK", "Ömer Çelik")]
    [InlineData("100%", "100% Real")]
    [InlineData("a_b", "a_b")]
    [InlineData("back\\", "Back\\slash")]
    [InlineData("[x", "[x]*?")]
    [InlineData("o'br", "Pat O'Brien")]
    [InlineData("дарья", "Дарья")]
    [InlineData("李", "李小龍")]
    [InlineData("nobody")]
    public async Task A_part_of_a_name_finds_people_in_any_letter_case_and_means_itself(string part, params string[] found)
    {
        await Meet("Ada Lovelace", "Ömer Çelik", "100% Real", "1000 Real", "a_b", "aXb", "Back\\slash", "[x]*?", "Pat O'Brien", "Дарья", "李小龍");

        Assert.Equal(found, await Known(part));
    }

    [Fact]
    public async Task People_are_listed_by_name_and_no_more_than_asked_for()
    {
        await Meet("bo", "Ada", "Cy", "_", "Émile", "aaron");

        Assert.Equal(["aaron", "Ada", "bo"], await Known("", most: 3));
        Assert.Equal(["aaron", "Ada", "bo", "Cy", "_", "Émile"], await Known("", most: 10));
    }

    [Fact]
    public async Task People_are_known_within_their_tenant_only()
    {
        await Store.Commit<IEngagementStore>(store => store.Save(new Person(Foreign, Ada, "Ada")));

        Assert.Empty(await Known(""));
        Assert.Null(await Store.Ask<IEngagementStore, Person?>(store => store.Known(Tenant, Ada, None)));
        Assert.Equal("Ada", (await Store.Ask<IEngagementStore, Person?>(store => store.Known(Foreign, Ada, None)))!.Name);
    }

    [Fact]
    public async Task Who_has_a_new_name_is_found_under_it()
    {
        await Meet("Ada Byron");
        await Store.Commit(async services =>
        {
            var store = services.Get<IEngagementStore>();
            var ada = Assert.Single(await store.Known(Tenant, "byron", 1, None));
            Assert.NotNull(await store.Known(Tenant, ada.Id, None));
            store.Save(ada with { Name = "Ada Lovelace" });
        });

        Assert.Equal(["Ada Lovelace"], await Known("lovelace"));
        Assert.Empty(await Known("byron"));
    }

    [Fact]
    public async Task Of_two_who_change_an_engagement_the_second_is_told()
    {
        await Save(AnEngagement);
        await Contract.Of_two_changes_the_second_is_refused<IEngagementStore, Engagement>(
            Store, store => store.Find(Tenant, Clinic, None), (store, engagement, who) => store.Save(engagement with { Frame = engagement.Frame with { Currency = who } }), engagement => engagement.Frame.Currency);
    }

    [Fact]
    public async Task Of_two_who_change_a_seat_the_second_is_told()
    {
        await Store.Commit<IEngagementStore>(store => store.Save(AMember));
        await Contract.Of_two_changes_the_second_is_refused<IEngagementStore, Member>(
            Store, async store => (await store.Members(Clinic, None)).Single(), (store, member, who) => store.Save(member with { Name = who }), member => member.Name);
    }

    private Task<bool> Save(params Engagement[] engagements) => Store.Commit<IEngagementStore>(store =>
    {
        foreach (var engagement in engagements)
            store.Save(engagement);
    });

    private Task<bool> Meet(params string[] names) => Store.Commit<IEngagementStore>(store =>
    {
        foreach (var (number, name) in names.Index())
            store.Save(new Person(Tenant, new($"person-{number}"), name));
    });

    private Task<Engagement?> Find(TenantId tenant, EngagementId id) => Store.Ask<IEngagementStore, Engagement?>(store => store.Find(tenant, id, None));

    private Task<IReadOnlyList<Engagement>> In(TenantId tenant) => Store.Ask<IEngagementStore, IReadOnlyList<Engagement>>(store => store.In(tenant, None));

    private Task<IReadOnlyList<Membership>> Of(TenantId tenant) => Store.Ask<IEngagementStore, IReadOnlyList<Membership>>(store => store.Of(tenant, Ada, None));

    private async Task<string[]> Known(string part, int most = 20) =>
        [.. (await Store.Ask<IEngagementStore, IReadOnlyList<Person>>(store => store.Known(Tenant, part, most, None))).Select(person => person.Name)];
}
