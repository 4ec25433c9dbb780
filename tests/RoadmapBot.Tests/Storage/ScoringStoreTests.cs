using RoadmapBot.Roadmaps.Scoring;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class ScoringStoreOnSqlite() : ScoringStoreTests(null);

public sealed class ScoringStoreOnPostgres(PostgresServer server) : ScoringStoreTests(server);

public abstract class ScoringStoreTests(PostgresServer? server) : StoreTests(server)
{
    [Fact]
    public async Task A_round_comes_back_as_it_was_saved()
    {
        foreach (var round in (ScoringRound[])[BareRound, ARound])
        {
            await Save(round);
            Same(round, await Find(round.Number));
        }
    }

    [Fact]
    public async Task The_latest_round_is_the_one_with_the_highest_number_of_its_engagement()
    {
        foreach (var number in (int[])[9, 11, 10])
            await Save(BareRound with { Number = number });
        await Save(BareRound with { Number = 12, Engagement = new("other") });

        Assert.Equal(11, (await Latest())!.Number);
        Assert.Equal(9, (await Find(9))!.Number);
        Assert.Null(await Find(12));
    }

    [Fact]
    public async Task An_engagement_that_never_scored_has_no_latest_round() => Assert.Null(await Latest());

    [Fact]
    public async Task Of_two_who_begin_the_same_round_the_second_is_told()
    {
        Assert.True(await Save(BareRound));
        Assert.False(await Save(BareRound));
    }

    [Fact]
    public async Task Of_two_who_send_their_scores_at_once_the_second_is_told()
    {
        await Save(BareRound);
        await Contract.Of_two_changes_the_second_is_refused<IScoringStore, ScoringRound>(
            Store,
            store => store.Latest(Clinic, None),
            (store, round, who) => store.Save(round with { Sheets = [new ScoreSheet(new(who), SheetState.Sent, [], null, At)] }),
            round => Assert.Single(round.Sheets).Person.Value);
    }

    private Task<bool> Save(ScoringRound round) => Store.Commit<IScoringStore>(store => store.Save(round));

    private Task<ScoringRound?> Latest() => Store.Ask<IScoringStore, ScoringRound?>(store => store.Latest(Clinic, None));

    private Task<ScoringRound?> Find(int number) => Store.Ask<IScoringStore, ScoringRound?>(store => store.Find(Clinic, number, None));
}
