using RoadmapBot.Campaign;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class CampaignStoreOnSqlite() : CampaignStoreTests(null);

public sealed class CampaignStoreOnPostgres(PostgresServer server) : CampaignStoreTests(server);

public abstract class CampaignStoreTests(PostgresServer? server) : StoreTests(server)
{
    [Fact]
    public async Task A_campaign_comes_back_as_it_was_saved()
    {
        await Save(ACampaign);
        Same(ACampaign, await Find());
    }

    [Fact]
    public async Task Where_nothing_was_planned_there_is_none_and_another_engagements_is_not_ours()
    {
        await Save(ACampaign with { Engagement = new("other") });
        Same(CampaignBook.Empty(Clinic), await Find());
    }

    [Fact]
    public async Task Of_two_changes_at_once_the_second_is_told()
    {
        await Save(ACampaign);
        await Contract.Of_two_changes_the_second_is_refused<ICampaignStore, CampaignBook>(
            Store,
            async store => await store.Of(Clinic, None),
            (store, book, who) => store.Save(book with { Sizes = [new DepartmentSize(who, 1)] }),
            book => book.Sizes[0].Department);
    }

    [Fact]
    public void Where_the_bot_has_an_address_in_Teams_there_is_a_link_to_it()
    {
        Assert.Null(Link(null));
        Assert.Equal("https://teams.microsoft.com/l/chat/0/0?users=28:app", Link("app"));

        static string? Link(string? app) => new RoadmapBot.Storage.ReachStore(null!, Microsoft.Extensions.Options.Options.Create(new RoadmapBot.Teams.TeamsOptions { AppId = app })).Link;
    }

    private Task<bool> Save(CampaignBook book) => Store.Commit<ICampaignStore>(store => store.Save(book));

    private Task<CampaignBook> Find() => Store.Ask<ICampaignStore, CampaignBook>(store => store.Of(Clinic, None));
}
