using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class UnitOfWorkOnSqlite() : UnitOfWorkTests(null)
{
    [Fact]
    public async Task Who_stops_waiting_for_the_gate_leaves_it_to_the_others()
    {
        await using (var first = Store.Services.CreateAsyncScope())
        {
            await first.ServiceProvider.Get<UnitOfWork>().Begin(None);
            await GivesUp();
            await GivesUp(); // the first still has it
        }

        Assert.True(await Store.Commit<IEngagementStore>(store => store.Save(AMember)));

        async Task GivesUp()
        {
            await using var scope = Store.Services.CreateAsyncScope();
            using var enough = new CancellationTokenSource();
            var waiting = scope.ServiceProvider.Get<UnitOfWork>().Begin(enough.Token);
            Assert.False(waiting.IsCompleted);
            await enough.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }
    }

    [Fact]
    public async Task A_transaction_that_cannot_begin_leaves_the_gate_open()
    {
        await using var store = await TestStore.Empty(null);
        Directory.Delete(Path.GetDirectoryName(store.File)!);
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await using var scope = store.Services.CreateAsyncScope();
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => scope.ServiceProvider.Get<UnitOfWork>().Begin(limit.Token));
        }

        Directory.CreateDirectory(Path.GetDirectoryName(store.File)!);
    }
}

public sealed class UnitOfWorkOnPostgres(PostgresServer server) : UnitOfWorkTests(server)
{
    [Fact]
    public async Task Of_two_that_wait_for_each_other_one_is_told()
    {
        await Store.Commit<IEngagementStore>(store =>
        {
            store.Save(AnEngagement);
            store.Save(BareEngagement);
        });
        await using var one = Store.Services.CreateAsyncScope();
        await using var other = Store.Services.CreateAsyncScope();
        await Change(one, AnEngagement);
        await Change(other, BareEngagement);
        await Touch(one, BareEngagement);
        await Touch(other, AnEngagement);

        var committed = await Task.WhenAll(Ended(one), Ended(other));
        Assert.Contains(false, committed);

        async Task<bool> Ended(AsyncServiceScope scope)
        {
            var result = await scope.ServiceProvider.Get<UnitOfWork>().Commit(None);
            await scope.DisposeAsync();
            return result;
        }

        async Task Change(AsyncServiceScope scope, Engagement engagement)
        {
            await scope.ServiceProvider.Get<UnitOfWork>().Begin(None);
            await Touch(scope, engagement);
            await scope.ServiceProvider.Get<RoadmapBotDb>().SaveChangesAsync(None);
        }

        async Task Touch(AsyncServiceScope scope, Engagement engagement)
        {
            var store = scope.ServiceProvider.Get<IEngagementStore>();
            store.Save((await store.Find(Tenant, engagement.Id, None))! with { Frame = AFrame with { Currency = "USD" } });
        }
    }
}

public abstract class UnitOfWorkTests(PostgresServer? server) : StoreTests(server)
{
    [Fact]
    public async Task Everything_is_saved_or_nothing()
    {
        await Store.Commit<IEngagementStore>(store => store.Save(AnEngagement));
        var saved = await Store.Commit(services =>
        {
            services.Get<IEngagementStore>().Save(AMember);
            services.Get<IJobs>().Add(new Job("test", "a", ""), Clock.Now);
            services.Get<IEngagementStore>().Save(AnEngagement); // is there already
            return Task.CompletedTask;
        });

        Assert.False(saved);
        Assert.Empty(await Store.Ask<IEngagementStore, IReadOnlyList<Member>>(store => store.Members(Clinic, None)));
        Assert.Empty(await Store.Ask<RoadmapBotDb, WorkRow[]>(db => db.Work.ToArrayAsync(None)));
    }

    [Fact]
    public async Task What_cannot_be_saved_for_another_reason_is_a_fault()
    {
        await Assert.ThrowsAsync<DbUpdateException>(() => Store.Commit(services =>
        {
            services.Get<RoadmapBotDb>().People.Add(new PersonRow { Tenant = Tenant, Id = Ada, Name = "Ada" }).Property(person => person.SearchName).CurrentValue = null!;
            return Task.CompletedTask;
        }));
        Assert.True(await Store.Commit<IEngagementStore>(store => store.Save(AMember)));
    }

    [Fact]
    public async Task Nothing_is_committed_that_was_not_begun() => await Store.Ask<UnitOfWork, bool>(async unit =>
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => unit.Commit(None));
        return true;
    });

    [Fact]
    public async Task New_work_wakes_the_loop()
    {
        var signal = Store.Services.Get<WorkSignal>();
        var waiting = signal.Wait(TimeSpan.FromMinutes(10), TimeProvider.System, None);
        await Store.Commit<IEngagementStore>(store => store.Save(AMember));
        Assert.False(waiting.IsCompleted);
        await Store.Commit<IJobs>(jobs => jobs.Add(new Job("test", "a", ""), Clock.Now));
        await waiting.WaitAsync(TimeSpan.FromSeconds(20), None);
    }
}
