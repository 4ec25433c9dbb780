using RoadmapBot.Discovery;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class InterviewStoreOnSqlite() : InterviewStoreTests(null);

public sealed class InterviewStoreOnPostgres(PostgresServer server) : InterviewStoreTests(server);

public abstract class InterviewStoreTests(PostgresServer? server) : StoreTests(server)
{
    [Fact]
    public async Task An_interview_comes_back_as_it_was_saved()
    {
        foreach (var interview in (Interview[])[AnInterview, BareInterview])
        {
            Assert.True(await Save(interview));
            Same(interview, await Find(interview));
        }
    }

    [Fact]
    public async Task A_person_is_interviewed_once_in_each_engagement()
    {
        await Save(AnInterview);
        await Save(AnInterview with { Engagement = new("other"), Fit = 1 });

        Assert.Equal(4, (await Find(AnInterview))!.Fit);
        Assert.Null(await Find(AnInterview with { Person = new("person-bo") }));
        Assert.Single(await Store.Ask<IInterviewStore, IReadOnlyList<Interview>>(store => store.Of(Clinic, None)));
    }

    [Fact]
    public async Task The_later_save_counts()
    {
        await Save(AnInterview);
        await Store.Commit(async services =>
        {
            var store = services.Get<IInterviewStore>();
            store.Save((await store.Find(Clinic, Ada, None))! with { Stage = InterviewStage.Confirmed });
        });

        Assert.Equal(InterviewStage.Confirmed, (await Find(AnInterview))!.Stage);
    }

    [Fact]
    public async Task Of_two_who_change_an_interview_the_second_is_told()
    {
        await Save(AnInterview);
        await Contract.Of_two_changes_the_second_is_refused<IInterviewStore, Interview>(
            Store, store => store.Find(Clinic, Ada, None), (store, interview, who) => store.Save(interview with { Remark = who }), interview => interview.Remark);
    }

    [Fact]
    public async Task Of_two_who_begin_an_interview_the_second_is_told()
    {
        await Save(AnInterview with { Remark = "first" });
        Assert.False(await Save(AnInterview with { Remark = "second" }));
        Assert.Equal("first", (await Find(AnInterview))!.Remark);
    }

    private Task<bool> Save(Interview interview) => Store.Commit<IInterviewStore>(store => store.Save(interview));

    private Task<Interview?> Find(Interview interview) =>
        Store.Ask<IInterviewStore, Interview?>(store => store.Find(interview.Engagement, interview.Person, None));
}
