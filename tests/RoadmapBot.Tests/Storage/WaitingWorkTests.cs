using System.Diagnostics;
using RoadmapBot.Conversation;
using RoadmapBot.Storage;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Storage;

public sealed class WaitingWorkOnSqlite() : WaitingWorkTests(null);

public sealed class WaitingWorkOnPostgres(PostgresServer server) : WaitingWorkTests(server);

/// <summary>What is told of work that waits.</summary>
public abstract class WaitingWorkTests(PostgresServer? server) : StoreTests(server)
{
    [Fact]
    public async Task Work_keeps_the_trace_that_it_was_noted_in()
    {
        using (var span = new System.Diagnostics.Activity("turn").SetIdFormat(ActivityIdFormat.W3C))
        {
            span.ActivityTraceFlags = ActivityTraceFlags.Recorded;
            span.Start();
            await Add("a", Clock.Now);
            span.Stop();
            Assert.Equal(span.Id, Assert.Single(await Claim()).Trace);
        }

        await Add("b", Clock.Now);
        Assert.Null(Assert.Single(await Claim()).Trace);
    }

    [Fact]
    public async Task What_waits_is_counted_by_kind_with_the_time_that_the_longest_due_is_due()
    {
        await Store.Commit<IJobs>(jobs =>
        {
            jobs.Add(new Job("draft", "a", ""), Clock.Now);
            jobs.Add(new Job("draft", "b", ""), Clock.Now.AddHours(1));
            jobs.Add(new Job("roster", "c", ""), Clock.Now.AddDays(1));
        });
        Clock.Advance(TimeSpan.FromMinutes(5));
        var waiting = await Store.Ask<WorkStore, IReadOnlyList<Telemetry.Backlog>>(store => store.Waiting(None));
        Assert.Equal([new("draft", 2, TimeSpan.FromMinutes(5)), new(WorkKinds.Message, 0, TimeSpan.Zero), new("roster", 1, TimeSpan.Zero)], waiting.OrderBy(kind => kind.Kind, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Messages_that_come_due_before_the_end_of_the_drain_are_waited_for_and_jobs_are_not()
    {
        await Add("job", Clock.Now);
        Assert.False(await HasMessages(Clock.Now.AddSeconds(10)));
        await Add("later", Clock.Now.AddSeconds(11), WorkKinds.Message);
        Assert.False(await HasMessages(Clock.Now.AddSeconds(10)));
        await Add("soon", Clock.Now.AddSeconds(9), WorkKinds.Message);
        Assert.True(await HasMessages(Clock.Now.AddSeconds(10)));

        Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(2, (await Claim()).Count);
        Assert.False(await HasMessages(Clock.Now.AddSeconds(1)));
    }

    private Task<bool> Add(string lane, DateTimeOffset due, string kind = "test") => Store.Commit<IJobs>(jobs => jobs.Add(new Job(kind, lane, lane), due));

    private Task<IReadOnlyList<ClaimedWork>> Claim() =>
        Store.Ask<WorkStore, IReadOnlyList<ClaimedWork>>(store => store.Claim(10, TimeSpan.FromMinutes(2), [], None));

    private Task<bool> HasMessages(DateTimeOffset before) => Store.Ask<WorkStore, bool>(store => store.HasMessages(before, None));
}
