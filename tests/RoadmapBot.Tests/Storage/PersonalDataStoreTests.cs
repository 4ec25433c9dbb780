using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.Privacy;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Scoring;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class PersonalDataStoreOnSqlite() : PersonalDataStoreTests(null)
{
    [Fact]
    public async Task After_an_erasure_the_file_is_written_anew_once()
    {
        await Fill();
        await Erase();
        Assert.Contains("Grumblesnout", await Raw(), StringComparison.Ordinal); // in the journal still
        await Store.Ask<Housekeeping, bool>(Purged);
        Assert.DoesNotContain("Grumblesnout", await Raw(), StringComparison.Ordinal);
        Assert.Equal([0L], await Store.Ask<RoadmapBotDb, List<long>>(db => db.Database.SqlQueryRaw<long>("PRAGMA user_version").ToListAsync(None)));
    }

    private static async Task<bool> Purged(Housekeeping house)
    {
        await house.Purge(None);
        return true;
    }

    private async Task<string> Raw()
    {
        var all = "";
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(Store.File)!))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            all += await reader.ReadToEndAsync(None);
        }

        return all;
    }
}

public sealed class PersonalDataStoreOnPostgres(PostgresServer server) : PersonalDataStoreTests(server);

public abstract class PersonalDataStoreTests(PostgresServer? server) : StoreTests(server)
{
    private const string Hers = "Grumblesnout has never tested the tapes";
    private const string Point = "The Grumblesnout printer jams each day";
    private const string Others = "Nobody has tested the Marmalade tapes";

    private protected static readonly Person Her = new(Tenant, Ada, "Ada Grumblesnout");
    private static readonly PersonId Bo = BareMember.Person;

    [Fact]
    public async Task Everything_about_a_person_is_found_and_nothing_about_anybody_else()
    {
        await Fill();
        var kept = await Store.Ask<IPersonalDataStore, Kept>(store => store.Find(Her, None));
        var one = Assert.Single(kept.Engagements);
        Assert.Equal((1, 1, 1, 1, 1), (one.PainPoints.Count, one.Scores.Count, one.Approvals.Count, one.Edits.Count, one.Remarks.Count));
        Assert.Equal(Hers, one.Interview!.Answers.Single().Text);
        Assert.Equal((true, 1, 1), (one.IsOnlyOwner, one.Others, kept.Waiting));
        Assert.Single(kept.ToHandOver);
        Assert.Empty((await Store.Ask<IPersonalDataStore, Kept>(store => store.Find(Her with { Tenant = new("other") }, None))).Engagements);
    }

    [Fact]
    public async Task After_an_erasure_no_row_holds_words_or_name_and_what_others_said_stands()
    {
        await Fill();
        await Erase();
        var rows = await Rows();
        Assert.DoesNotContain("Grumblesnout", rows, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain($"\"{Ada}\"", rows, StringComparison.Ordinal);
        Assert.Contains("Marmalade", rows, StringComparison.Ordinal);
        var kept = await Store.Ask<IPersonalDataStore, Kept>(store => store.Find(Her, None));
        Assert.Equal((0, 0), (kept.Engagements.Count, kept.Waiting));
        Assert.Equal([Bo], (await Store.Ask<IEngagementStore, IReadOnlyList<Member>>(store => store.Members(Clinic, None))).Select(member => member.Person));
        Assert.All(await Store.Ask<AuditReader, IReadOnlyList<(AuditHead, AuditBreak? Broken)>>(reader => reader.CheckAll([], None)), log => Assert.Null(log.Broken));
    }

    [Fact]
    public async Task Two_who_approved_the_same_version_can_both_be_erased()
    {
        await Fill();
        await Store.Commit(async services =>
        {
            var store = services.Get<IRoadmapStore>();
            var roadmap = (await store.Latest(Clinic, None))!;
            store.Save(roadmap with { Approvals = [.. roadmap.Approvals, new Approval(Bo, "Bo", At.AddDays(1))] });
            services.Get<IEngagementStore>().Save(BareMember with { Person = new("person-cy") });
        });
        await Erase();
        await Erase(new Person(Tenant, Bo, "Bo"));
        Assert.DoesNotContain(Bo.Value, await Rows(), StringComparison.Ordinal);
        Assert.Equal(2, (await Store.Ask<IRoadmapStore, Roadmap?>(store => store.Latest(Clinic, None)))!.Approvals.Count);
    }

    [Theory]
    [InlineData(null, 1000, false)]
    [InlineData(6, 5, false)]
    [InlineData(6, 7, true)]
    public async Task Words_go_once_nothing_has_happened_for_the_time_that_is_set(int? months, int passed, bool areGone)
    {
        await Fill();
        await Store.Ask<RoadmapBotDb, int>(db => db.Messages.ExecuteDeleteAsync(None)); // none waits for longer than a day
        await Store.Ask<RoadmapBotDb, int>(db => db.Turns.ExecuteDeleteAsync(None));
        Store.Services.Get<IOptions<PrivacyOptions>>().Value.RetentionMonths = months;
        var before = Clock.Now;
        Clock.Advance(before.AddMonths(passed) - before);
        Assert.Equal(areGone, await Store.Ask<Retention, bool>(retention => retention.Sweep(None)));
        Assert.False(await Store.Ask<Retention, bool>(retention => retention.Sweep(None)));

        var rows = await Rows();
        Assert.Equal(!areGone, rows.Contains(Hers, StringComparison.Ordinal));
        Assert.Equal(!areGone, rows.Contains("Marmalade", StringComparison.Ordinal));
        Assert.Contains("Restore tests", rows, StringComparison.Ordinal);
        Assert.All(await Store.Ask<AuditReader, IReadOnlyList<(AuditHead, AuditBreak? Broken)>>(reader => reader.CheckAll([], None)), log => Assert.Null(log.Broken));
    }

    private protected async Task Fill()
    {
        var receipt = new Receipt(Ada.Value, "spend", Hers);
        var answer = AnInterview.Answers[0] with { Text = Hers, Followups = [] };
        var gap = ARoadmap.Analysis.Gaps[0] with { Evidence = [receipt, receipt with { Voice = Bo.Value, Quote = Others }, new Receipt("", "p1", Point)], Statement = $"People say: {Hers}." };
        var initiative = ARoadmap.Draft.Initiatives[0] with { Cost = ARoadmap.Draft.Initiatives[0].Cost with { Evidence = [receipt] }, Return = ARoadmap.Draft.Initiatives[0].Return with { Evidence = [] }, Guards = [] };
        Assert.True(await Store.Commit(async services =>
        {
            services.Get<IEngagementStore>().Save(AnEngagement);
            services.Get<IEngagementStore>().Save(Her);
            services.Get<IEngagementStore>().Save(AMember with { Name = Her.Name, IsOwner = true });
            services.Get<IEngagementStore>().Save(BareMember);
            services.Get<IInterviewStore>().Save(AnInterview with { Answers = [answer], Remark = null });
            services.Get<IInterviewStore>().Save(BareInterview with { Answers = [answer with { Text = Others }] });
            services.Get<IPainPointStore>().Save(APainPoint with { Id = new("p1"), Text = Point });
            services.Get<IRoadmapStore>().Save(ARoadmap with
            {
                Analysis = ARoadmap.Analysis with { Gaps = [gap], Contradictions = [], Lessons = [] },
                Draft = ARoadmap.Draft with { Initiatives = [initiative] },
                Edits = [ARoadmap.Edits[0] with { ByName = Her.Name, Why = Point }],
                Approvals = [new Approval(Ada, Her.Name, At)],
                Remarks = [new Remark(Ada, Her.Name, Point, At)],
            });
            services.Get<IScoringStore>().Save(ARound);
            services.Get<RoadmapBotDb>().AddRange(
                new ChatRow { Thread = AChat.Thread, Tenant = Tenant, Person = Ada },
                new TurnRow { Thread = AChat.Thread, Activity = "1", At = Clock.Now, Status = 200, Body = Hers },
                new MessageRow { Id = "1", Tenant = Tenant, Person = Ada, Body = "{}", At = Clock.Now },
                new MessageRow { Id = "2", Tenant = Tenant, Person = Bo, Body = $$"""{"text":"One said “{{Hers.Replace(" ", " \\\\", StringComparison.Ordinal)}}”"}""", At = Clock.Now },
                new MessageRow { Id = "3", Tenant = Tenant, Person = Bo, Body = $$"""{"text":"{{Others}}"}""", At = Clock.Now });
            await Task.CompletedTask;
        }));
    }

    private protected async Task Erase(Person? person = null) =>
        Assert.True(await Store.Commit(services => services.Get<IPersonalDataStore>().Erase(person ?? Her, None)));

    /// <summary>Everything of every table that holds words, as text.</summary>
    private async Task<string> Rows() => string.Join('\n', await Store.Ask<RoadmapBotDb, string[]>(async db =>
    [
        .. (await db.Engagements.ToListAsync(None)).Select(row => StoredJson.Write(row.State)),
        .. (await db.Members.ToListAsync(None)).Select(row => StoredJson.Write(row.State)),
        .. (await db.Interviews.ToListAsync(None)).Select(row => StoredJson.Write(row.State)),
        .. (await db.PainPoints.ToListAsync(None)).Select(row => StoredJson.Write(row.State)),
        .. (await db.Roadmaps.ToListAsync(None)).Select(row => StoredJson.Write(row.State)),
        .. (await db.ScoringRounds.ToListAsync(None)).Select(row => StoredJson.Write(row.State)),
        .. (await db.People.ToListAsync(None)).Select(row => $"\"{row.Id}\" {row.Name}"),
        .. (await db.AuditEntries.ToListAsync(None)).Select(row => $"\"{row.By}\" \"{row.About}\" {row.Subject}"),
        .. (await db.Messages.ToListAsync(None)).Select(row => row.Body ?? ""),
        .. (await db.Turns.ToListAsync(None)).Select(row => row.Body ?? ""),
    ]));
}
