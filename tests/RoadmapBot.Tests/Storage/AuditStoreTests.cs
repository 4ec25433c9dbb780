using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.Privacy;
using RoadmapBot.Roadmaps;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class AuditStoreOnSqlite() : AuditStoreTests(null);

public sealed class AuditStoreOnPostgres(PostgresServer server) : AuditStoreTests(server)
{
    [Fact]
    public async Task Writers_on_several_instances_make_one_chain()
    {
        await using var second = Store.Process();
        await Store.Commit<IAuditLog>(log => log.Note(Clinic, AuditKind.Share, null, "version/1", ""));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(async () =>
        {
            await using var scope = (number % 2 == 0 ? Store.Services : second).CreateAsyncScope();
            await scope.ServiceProvider.Get<UnitOfWork>().Begin(None);
            scope.ServiceProvider.Get<IAuditLog>().Note(Clinic, AuditKind.Share, null, $"version/{number}", "");
            Assert.True(await scope.ServiceProvider.Get<UnitOfWork>().Commit(None));
        })));

        Assert.Equal(41, (await Entries()).Count);
        Assert.Null(await Check());
    }

    [Fact]
    public async Task Of_two_who_begin_a_log_at_once_the_second_is_told()
    {
        await using var late = Store.Services.CreateAsyncScope();
        await late.ServiceProvider.Get<UnitOfWork>().Begin(None);
        late.ServiceProvider.Get<IAuditLog>().Note(Clinic, AuditKind.Share, null, "second", "");
        await late.ServiceProvider.Get<AuditStore>().Write(None);
        Assert.True(await Store.Commit<IAuditLog>(log => log.Note(Clinic, AuditKind.Share, null, "first", "")));

        Assert.False(await late.ServiceProvider.Get<UnitOfWork>().Commit(None));
        await late.DisposeAsync();
        Assert.Equal("first", Assert.Single(await Entries()).Subject);
    }
}

public abstract class AuditStoreTests(PostgresServer? server) : StoreTests(server)
{
    private static readonly Given Answer = AnInterview.Answers[0];

    [Fact]
    public async Task What_is_saved_is_noted_with_who_did_it_and_whose_it_is()
    {
        await Store.Commit(services =>
        {
            services.Get<AuditStore>().Actor = Ada;
            services.Get<IEngagementStore>().Save(BareMember);
            services.Get<IInterviewStore>().Save(BareInterview with { Answers = [Answer] });
            services.Get<IPainPointStore>().Save(BarePainPoint);
            return Task.CompletedTask;
        });
        await Store.Commit<IRoadmapStore>(store => store.Save(ARoadmap with { Version = 1 }));

        var entries = await Entries();
        Assert.Equal(
            ["Answer answer/person-bo/spend person-ada", "PainPoint pain-point/bb22 person-ada", "Role role/person-bo person-ada"],
            entries.Take(3).Select(Told).Order(StringComparer.Ordinal));
        Assert.All(entries.Take(3), entry => Assert.Equal(BareMember.Person, entry.About));
        Assert.Equal([AuditKind.Draft, AuditKind.Edit, AuditKind.Approval, AuditKind.Objection], entries.Skip(3).Select(entry => entry.Kind));
        Assert.Equal("version/1/f00d", entries[3].Subject);
        Assert.All(entries, entry => Assert.Equal((AuditChange.Made, Clock.Now), (entry.Change, entry.At)));
        Assert.Null(await Check());
    }

    [Fact]
    public async Task Answers_and_pain_points_that_are_changed_or_taken_back_are_noted_so_and_what_stays_is_not()
    {
        await Save(BareInterview with { Answers = [Answer, AnInterview.Answers[1]] });
        await Change(interview => interview with { Answers = [Answer with { Text = "Other words" }, interview.Answers[1]] });
        await Change(interview => interview with { Stage = InterviewStage.Paused });
        await Change(interview => interview with { Answers = [Answer with { Kind = GivenKind.Skipped, Text = null }, interview.Answers[1]], Fit = 3 });
        await Store.Commit<IPainPointStore>(store => store.Save(BarePainPoint));
        await Store.Commit(async services => services.Get<IPainPointStore>().Save((await services.Get<IPainPointStore>().Find(BarePainPoint.Id, None))! with { State = PainPointState.TakenBack, Text = "" }));

        Assert.Equal(
            ["spend Made", "cloud Made", "spend Changed", "person-bo Made", "spend TakenBack", "bb22 Made", "bb22 TakenBack"],
            (await Entries()).Select(entry => $"{entry.Subject!.Split('/')[^1]} {entry.Change}"));
        Assert.Null(await Check());
    }

    [Fact]
    public async Task A_new_version_is_noted_with_what_is_new_in_it_only()
    {
        await Store.Commit<IRoadmapStore>(store => store.Save(ARoadmap with { Version = 1 }));
        await Store.Commit<IRoadmapStore>(store => store.Save(ARoadmap with { Version = 2, Approvals = [], Edits = [.. ARoadmap.Edits, ARoadmap.Edits[0] with { Why = "More" }] }));

        var later = (await Entries()).Skip(4).ToArray();
        Assert.Equal(["version/2/f00d", $"edit/2/{At.UtcTicks}"], later.Select(entry => entry.Subject));
        Assert.All(later, entry => Assert.Equal(AuditChange.Made, entry.Change));
        Assert.Null(await Check());
    }

    [Fact]
    public async Task A_turn_that_is_not_committed_leaves_no_entry()
    {
        await Save(AnInterview);
        var before = await Entries();
        await Contract.Of_two_changes_the_second_is_refused<IInterviewStore, Interview>(
            Store, store => store.Find(Clinic, Ada, None), (store, interview, words) => store.Save(interview with { Remark = words }), interview => interview.Remark);
        Assert.Equal(before.Count + 1, (await Entries()).Count);
        Assert.Null(await Check());
    }

    [Fact]
    public async Task Engagements_have_chains_of_their_own()
    {
        await Save(AnInterview);
        await Save(AnInterview with { Engagement = new("other") });
        Assert.Equal(1, (await Entries(new("other")))[0].Number);
        Assert.Equal(2, (await Store.Ask<AuditReader, int>(async reader => (await reader.CheckAll([], None)).Count)));
    }

    [Fact]
    public async Task What_somebody_changed_in_the_database_past_the_program_is_found()
    {
        await Save(BareInterview with { Answers = [Answer with { Text = "No backup" }] });
        Assert.Null(await Check());
        await Past(db => db.Interviews.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, BareInterview with { Answers = [Answer with { Text = "A backup" }] }), None));
        Assert.Equal("answer/person-bo/spend in the database is not what was noted last", (await Check())?.What);
        await Past(db => db.Interviews.ExecuteDeleteAsync(None));
        Assert.Equal("answer/person-bo/spend is gone from the database, and nobody took it back", (await Check())?.What);
        await Past(db => db.AuditEntries.ExecuteDeleteAsync(None));
        Assert.Equal(new AuditBreak(1, "the end is missing: 1 entries were written"), await Check());
    }

    [Fact]
    public async Task An_erased_person_is_in_no_entry_and_the_log_holds()
    {
        await Save(BareInterview with { Answers = [Answer] });
        await Save(AnInterview);
        await Store.Commit<IEngagementStore>(store => store.Save(AMember));
        var erased = AuditErasure.MarkOf(Clinic, Ada);
        await Store.Commit(async services =>
        {
            services.Get<AuditStore>().Actor = Ada;
            var db = services.Get<RoadmapBotDb>();
            db.Remove((await db.Interviews.FindAsync([Clinic, Ada], None))!);
            db.Remove((await db.Members.FindAsync([Clinic, Ada], None))!);
            services.Get<IAuditLog>().Erase(Clinic, Ada);
        });

        var entries = await Entries();
        Assert.DoesNotContain(entries, entry => entry.ToString().Contains(Ada.Value, StringComparison.Ordinal));
        Assert.Contains(entries, entry => entry.About == BareInterview.Person);
        Assert.Equal(erased, AuditErasure.Read(entries[^1].Subject!).Mark);
        Assert.Equal(entries.Where(entry => entry.IsErased).Select(entry => entry.Number), AuditErasure.Read(entries[^1].Subject!).Numbers);
        Assert.Contains(entries, entry => entry.IsErased);
        Assert.Null(await Check());
    }

    [Fact]
    public async Task What_an_erasure_changes_in_others_is_noted_anew_and_its_earlier_digests_are_erased()
    {
        await Store.Commit<IRoadmapStore>(store => store.Save(ARoadmap with { By = BareMember.Person, Edits = [], Approvals = [], Remarks = [] }));
        await Store.Commit(async services =>
        {
            var store = services.Get<IRoadmapStore>();
            var roadmap = (await store.Latest(Clinic, None))!;
            store.Save(roadmap with { Analysis = roadmap.Analysis with { Gaps = [] } });
            services.Get<IAuditLog>().Erase(Clinic, Ada);
        });

        var entries = await Entries();
        Assert.Equal([true, false, false], entries.Select(entry => entry.IsErased));
        Assert.Equal(AuditChange.Changed, entries[1].Change);
        Assert.Null(await Check());
    }

    [Fact]
    public async Task Everybody_can_be_erased_at_once()
    {
        await Save(AnInterview);
        await Store.Commit(async services =>
        {
            var db = services.Get<RoadmapBotDb>();
            db.Remove((await db.Interviews.FindAsync([Clinic, Ada], None))!);
            services.Get<IAuditLog>().Erase(Clinic, null);
        });
        var entries = await Entries();
        Assert.All(entries.SkipLast(1), entry => Assert.True(entry.IsErased));
        Assert.Null(await Check());
    }

    [Fact]
    public async Task What_the_log_says_of_a_pain_point_that_becomes_anonymous_is_unreadable()
    {
        await Store.Commit<IPainPointStore>(store => store.Save(APainPoint));
        await Save(AnInterview);
        await Store.Commit(async services =>
        {
            var store = services.Get<IPainPointStore>();
            store.Remove((await store.Find(APainPoint.Id, None))!);
        });

        var entries = await Entries();
        Assert.DoesNotContain(entries, entry => entry.Subject?.Contains(APainPoint.Id.Value, StringComparison.Ordinal) ?? false);
        Assert.Equal(entries.Where(entry => entry.IsErased).Select(entry => entry.Number), AuditErasure.Read(entries[^1].Subject!).Numbers);
        Assert.Single(entries, entry => entry.IsErased);
        Assert.Null(await Check());
    }

    private static string Told(AuditEntry entry) => $"{entry.Kind} {entry.Subject} {entry.By}";

    private Task<bool> Save(Interview interview) => Store.Commit<IInterviewStore>(store => store.Save(interview));

    private Task<bool> Change(Func<Interview, Interview> change) => Store.Commit(async services =>
    {
        var store = services.Get<IInterviewStore>();
        store.Save(change((await store.Find(Clinic, BareInterview.Person, None))!));
    });

    private Task<int> Past(Func<RoadmapBotDb, Task<int>> change) => Store.Ask(change);

    private protected Task<IReadOnlyList<AuditEntry>> Entries(EngagementId? engagement = null) =>
        Store.Ask<AuditReader, IReadOnlyList<AuditEntry>>(store => store.Entries(engagement ?? Clinic, None));

    private protected Task<AuditBreak?> Check() => Store.Ask<AuditReader, AuditBreak?>(
        async reader => (await reader.CheckAll([], None)).SingleOrDefault(one => one.Head.Engagement == Clinic).Broken);
}
