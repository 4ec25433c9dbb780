using Microsoft.EntityFrameworkCore;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Support;
using static RoadmapBot.Tests.Storage.Samples;

namespace RoadmapBot.Tests.Storage;

public sealed class HousekeepingOnSqlite() : HousekeepingTests(null);

public sealed class HousekeepingOnPostgres(PostgresServer server) : HousekeepingTests(server);

public abstract class HousekeepingTests(PostgresServer? server) : StoreTests(server)
{
    [Fact]
    public async Task An_answer_is_blanked_after_ten_minutes_and_its_key_forgotten_after_thirty_days()
    {
        await Add(Answered("1"));

        Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await Sweep());
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await Sweep());
        var kept = Assert.Single(await Turns());
        Assert.Equal((null, 200), (kept.Body, kept.Status));

        Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await Sweep());
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await Sweep());
        Assert.Empty(await Turns());
    }

    [Fact]
    public async Task Where_a_message_is_is_forgotten_after_thirty_days_but_not_what_is_still_to_be_sent()
    {
        await Add(Message("sent", body: null), Message("waits", body: "words"));

        Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromTicks(1));
        Assert.Equal(0, await Sweep());
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await Sweep());
        Assert.Equal("waits", Assert.Single(await Store.Ask<RoadmapBotDb, MessageRow[]>(db => db.Messages.ToArrayAsync(None))).Id);
    }

    [Fact]
    public async Task Much_is_forgotten_in_batches_oldest_first()
    {
        foreach (var batch in Enumerable.Range(0, (2 * Housekeeping.Batch) + 1).Chunk(200))
        {
            await Add([.. batch.Select(number => Answered($"{number}"))]);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Clock.Advance(TimeSpan.FromMinutes(10));
        await Store.Ask<Housekeeping, bool>(house => house.Sweep(None));
        var blanked = (await Turns()).ToLookup(turn => turn.Body is null, turn => turn.At);
        Assert.InRange(blanked[true].Count(), Housekeeping.Batch, Housekeeping.Batch + 199); // those of one instant go together
        Assert.True(blanked[true].Max() < blanked[false].Min());
        Assert.InRange(await Sweep(), 1, 2);
        Assert.All(await Turns(), turn => Assert.Null(turn.Body));
    }

    private Task<bool> Add(params object[] rows) => Store.Commit(services =>
    {
        services.Get<RoadmapBotDb>().AddRange(rows);
        return Task.CompletedTask;
    });

    /// <returns>How many sweeps found something.</returns>
    private async Task<int> Sweep()
    {
        var sweeps = 0;
        while (await Store.Ask<Housekeeping, bool>(house => house.Sweep(None)))
            sweeps++;
        return sweeps;
    }

    private TurnRow Answered(string activity) => new() { Thread = AChat.Thread, Activity = activity, At = Clock.Now, Status = 200, Body = Awkward.Replace("\0", "", StringComparison.Ordinal) };

    private MessageRow Message(string id, string? body) => new() { Id = id, Tenant = Tenant, Key = "roadmap", Activity = "sent", Body = body, At = Clock.Now };

    private Task<TurnRow[]> Turns() => Store.Ask<RoadmapBotDb, TurnRow[]>(db => db.Turns.ToArrayAsync(None));
}
