using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Conversation;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Storage;

public sealed class WorkStoreOnSqlite() : WorkStoreTests(null);

public sealed class WorkStoreOnPostgres(PostgresServer server) : WorkStoreTests(server)
{
    [Fact]
    public async Task What_one_transaction_is_claiming_another_passes_over()
    {
        await Add("a", "b");
        await using var first = Store.Services.CreateAsyncScope();
        await first.ServiceProvider.Get<UnitOfWork>().Begin(None);
        var taken = await first.ServiceProvider.Get<RoadmapBotDb>().Claimable(Clock.Now, 1).ToListAsync(None);

        Assert.Equal("a0", Assert.Single(taken).Payload);
        Assert.Equal(["b1"], Payloads(await Claim()));
    }

    [Fact]
    public async Task Who_loses_the_lease_between_looking_and_finishing_is_told()
    {
        await Add("a");
        var slow = Assert.Single(await Claim());
        Clock.Advance(Lease);
        await using var scope = Store.Services.CreateAsyncScope();
        await scope.ServiceProvider.Get<UnitOfWork>().Begin(None);
        Assert.True(await scope.ServiceProvider.Get<WorkStore>().Finish(slow, None));

        var quick = Assert.Single(await Claim());
        Assert.False(await scope.ServiceProvider.Get<UnitOfWork>().Commit(None));
        Assert.True(await Finish(quick));
    }

    [Fact]
    public async Task A_lane_is_busy_though_something_older_is_committed_later()
    {
        await using var late = Store.Services.CreateAsyncScope();
        await late.ServiceProvider.Get<UnitOfWork>().Begin(None);
        late.ServiceProvider.Get<IJobs>().Add(new Job("test", "a", "older"), Clock.Now);
        await late.ServiceProvider.Get<RoadmapBotDb>().SaveChangesAsync(None);
        await Add("a");

        var claimed = Assert.Single(await Claim());
        Assert.True(await late.ServiceProvider.Get<UnitOfWork>().Commit(None));

        Assert.Empty(await Claim());
        await Finish(claimed);
        Assert.Equal("older", Assert.Single(await Claim()).Payload);
    }
}

public abstract class WorkStoreTests(PostgresServer? server) : StoreTests(server)
{
    private protected static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_job_is_claimed_as_it_was_added_once_it_is_due()
    {
        var (noted, payload) = (Clock.Now, JsonSerializer.Serialize(Samples.Awkward));
        await Store.Commit<IJobs>(jobs => jobs.Add(new Job("draft", "draft/1", payload), noted.AddHours(1)));

        Assert.Empty(await Claim());
        Clock.Advance(TimeSpan.FromHours(1));
        var claimed = Assert.Single(await Claim());
        Assert.Equal(("draft", payload, noted.AddHours(1), 1), (claimed.Kind, claimed.Payload, claimed.Noted, claimed.Attempt));
    }

    [Fact]
    public async Task Work_of_one_lane_is_done_in_order_and_other_lanes_go_on()
    {
        await Add("a", "b", "a", "b", "c");

        var claimed = await Claim();
        Assert.Equal(["a0", "b1", "c4"], Payloads(claimed));
        Assert.Empty(await Claim());

        Assert.True(await Finish(claimed.First(work => work.Payload == "a0")));
        Assert.Equal(["a2"], Payloads(await Claim()));
    }

    [Fact]
    public async Task A_lane_waits_for_its_postponed_head()
    {
        await Add("a", "a", "b");
        var head = (await Claim()).First(work => work.Payload == "a0");
        await Postpone(head, Clock.Now.AddSeconds(5));

        Assert.Empty(await Claim());
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["a0"], Payloads(await Claim()));
    }

    [Fact]
    public async Task Only_a_try_that_was_one_counts()
    {
        await Add("a");
        var attempts = new List<int>();
        foreach (var counts in (bool[])[true, false, false, true, true])
        {
            var work = Assert.Single(await Claim());
            attempts.Add(work.Attempt);
            await Postpone(work, Clock.Now, counts);
        }

        Assert.Equal([1, 2, 2, 2, 3], attempts);
    }

    [Fact]
    public async Task No_more_is_claimed_than_asked_for_and_the_longest_due_comes_first()
    {
        await Add("a", "b", "c");
        foreach (var work in await Claim())
            await Postpone(work, Clock.Now.AddSeconds(work.Payload switch { "a0" => 3, "b1" => 2, _ => 1 }));
        Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["b1", "c2"], Payloads(await Claim(most: 2)));
        Assert.Equal(["a0"], Payloads(await Claim()));
    }

    [Fact]
    public async Task A_lease_holds_until_it_ends()
    {
        await Add("a");
        await Claim();
        Clock.Advance(Lease - TimeSpan.FromTicks(1));
        Assert.Empty(await Claim());
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(2, Assert.Single(await Claim()).Attempt);
    }

    [Fact]
    public async Task A_lease_that_is_renewed_holds_longer_and_one_that_was_lost_cannot_be_renewed()
    {
        await Add("a");
        var first = Assert.Single(await Claim());
        Clock.Advance(Lease / 2);
        await Renew(first);
        Clock.Advance(Lease - TimeSpan.FromTicks(1));
        Assert.Empty(await Claim());
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Single(await Claim());

        await Renew(first);
        Clock.Advance(Lease);
        Assert.Single(await Claim());
    }

    [Fact]
    public async Task What_an_instance_is_still_doing_it_does_not_claim_again_whatever_became_of_the_lease()
    {
        await Add("a", "b");
        var slow = (await Claim()).First(work => work.Payload == "a0");
        Clock.Advance(Lease);

        Assert.Equal(["b1"], Payloads(await Store.Ask<WorkStore, IReadOnlyList<ClaimedWork>>(store => store.Claim(10, Lease, [slow.Id], None))));
        Assert.True(await Finish(slow));
    }

    [Fact]
    public async Task Who_has_lost_the_lease_can_neither_finish_nor_postpone()
    {
        await Add("a");
        var slow = Assert.Single(await Claim());
        Clock.Advance(Lease);
        var quick = Assert.Single(await Claim());

        Assert.False(await Finish(slow));
        await Postpone(slow, Clock.Now);
        Assert.Empty(await Claim());
        Assert.True(await Finish(quick));
        Assert.False(await Finish(quick));
        Clock.Advance(Lease);
        Assert.Empty(await Claim());
    }

    [Fact]
    public async Task The_effect_and_the_end_of_a_job_are_one()
    {
        await Add("a");
        var work = Assert.Single(await Claim());
        await using (var scope = Store.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.Get<UnitOfWork>().Begin(None);
            Assert.True(await scope.ServiceProvider.Get<WorkStore>().Finish(work, None));
            scope.ServiceProvider.Get<IJobs>().Add(new Job("test", "b", "effect"), Clock.Now);
        }

        Assert.Empty(await Claim()); // nothing was committed: neither is the effect there nor the job gone
        Assert.True(await Finish(work));
    }

    [Fact]
    public async Task Claimants_at_once_never_get_the_same()
    {
        await Add([.. Enumerable.Range('A', 40).Select(lane => $"{(char)lane}")]);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Claim(most: 10))));
        var all = claimed.SelectMany(one => one).Concat(await Claim(most: 40)).Select(work => work.Id).ToArray();
        Assert.Equal(40, all.Length);
        Assert.Equal(40, all.Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_happens_a_lane_is_worked_off_in_order_by_one_at_a_time(int seed)
    {
        var random = new Random(seed);
        var lanes = Enumerable.Range(0, 30).Select(_ => $"{(char)random.Next('a', 'e')}").ToArray();
        await Add(lanes);
        var open = lanes.Index().GroupBy(one => one.Item[0], one => $"{one.Item}{one.Index}").ToDictionary(lane => lane.Key, lane => new Queue<string>(lane));
        var held = new List<(ClaimedWork Work, DateTimeOffset Until)>();

        for (var step = 0; open.Values.Any(lane => lane.Count > 0); step++)
        {
            Assert.True(step < 2000, "The work does not come to an end.");
            held.RemoveAll(one => one.Until <= Clock.Now); // whoever held it died
            switch (held.Count == 0 ? 0 : random.Next(4))
            {
                case 0:
                    foreach (var work in await Claim(random.Next(1, 4)))
                    {
                        Assert.Equal(open[work.Payload[0]].Peek(), work.Payload);
                        Assert.DoesNotContain(held, one => one.Work.Payload == work.Payload);
                        held.Add((work, Clock.Now + Lease));
                    }

                    Clock.Advance(TimeSpan.FromSeconds(random.Next(20)));
                    break;
                case 1:
                    var (postponed, _) = Take();
                    await Postpone(postponed, Clock.Now.AddSeconds(random.Next(60)));
                    break;
                default:
                    var (done, _) = Take();
                    Assert.True(await Finish(done));
                    open[done.Payload[0]].Dequeue();
                    break;
            }
        }

        (ClaimedWork Work, DateTimeOffset Until) Take()
        {
            var one = held[random.Next(held.Count)];
            held.Remove(one);
            return one;
        }
    }

    /// <summary>A job in each of the lanes; its payload is the lane and its number.</summary>
    private protected Task<bool> Add(params string[] lanes) => Store.Commit<IJobs>(jobs =>
    {
        foreach (var (number, lane) in lanes.Index())
            jobs.Add(new Job("test", lane, $"{lane}{number}"), Clock.Now);
    });

    private protected Task<IReadOnlyList<ClaimedWork>> Claim(int most = 10) =>
        Store.Ask<WorkStore, IReadOnlyList<ClaimedWork>>(store => store.Claim(most, Lease, [], None));

    private async Task Renew(ClaimedWork work)
    {
        await using var scope = Store.Services.CreateAsyncScope();
        await scope.ServiceProvider.Get<WorkStore>().Renew(work, Lease, None);
    }

    private protected async Task<bool> Finish(ClaimedWork work)
    {
        var finished = false;
        return await Store.Commit(async services => finished = await services.Get<WorkStore>().Finish(work, None)) && finished;
    }

    private Task<bool> Postpone(ClaimedWork work, DateTimeOffset until, bool counts = true) =>
        Store.Commit(services => services.Get<WorkStore>().Postpone(work, until, counts, None));

    private protected static string[] Payloads(IReadOnlyList<ClaimedWork> claimed) => [.. claimed.Select(work => work.Payload).Order(StringComparer.Ordinal)];
}
