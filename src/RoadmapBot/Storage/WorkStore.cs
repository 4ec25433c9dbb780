using Microsoft.EntityFrameworkCore;
using RoadmapBot.Conversation;
using RoadmapBot.Teams;

namespace RoadmapBot.Storage;

internal static class WorkKinds
{
    /// <summary>The payload is the id of a row of <c>messages</c>.</summary>
    public const string Message = "message";
}

/// <summary>Work that this instance has claimed.</summary>
/// <param name="Attempt">1 for the first try.</param>
/// <param name="Trace">The span that noted it, as W3C trace context; null where nobody records.</param>
internal sealed record ClaimedWork(long Id, string Kind, string Payload, DateTimeOffset Noted, int Attempt, int Fence, string? Trace = null);

/// <summary>The work table: a lane's oldest row is claimed under a lease, done, and removed in the transaction of its effect.</summary>
internal sealed class WorkStore(RoadmapBotDb db, UnitOfWork unit, TimeProvider time) : IJobs
{
    /// <summary>A job's row tells when it is due, not when or in which turn it was asked for: the night's work would else betray when and by whom something was reported anonymously.</summary>
    public void Add(Job job, DateTimeOffset due) =>
        db.Work.Add(new WorkRow { Kind = job.Kind, Lane = job.Lane, Payload = job.Payload, Due = due, Noted = due, Trace = due > time.GetUtcNow() ? null : Telemetry.Context });

    /// <param name="except">What this instance is still doing: while the database was away its leases may have ended, and nothing is done twice for that.</param>
    public async Task<IReadOnlyList<ClaimedWork>> Claim(int most, TimeSpan lease, IReadOnlyCollection<long> except, CancellationToken cancel)
    {
        await unit.Begin(cancel);
        var now = time.GetUtcNow();
        var rows = (await db.Claimable(now, most).ToListAsync(cancel)).FindAll(row => !except.Contains(row.Id));
        foreach (var row in rows)
            (row.LeaseUntil, row.Fence, row.Attempt) = (now + lease, row.Fence + 1, row.Attempt + 1);
        return await unit.Commit(cancel) ? [.. rows.Select(row => new ClaimedWork(row.Id, row.Kind, row.Payload, row.Noted, row.Attempt, row.Fence, row.Trace))] : [];
    }

    /// <summary>Keeps the work for longer, while it is being done; where the lease was lost to another instance nothing happens.</summary>
    public async Task Renew(ClaimedWork work, TimeSpan lease, CancellationToken cancel)
    {
        await unit.Begin(cancel);
        if (await Mine(work, cancel) is { } row)
            row.LeaseUntil = time.GetUtcNow() + lease;
        await unit.Commit(cancel);
    }

    /// <summary>Removes the work within the unit of work that holds its effect; false where the lease was lost to another instance.</summary>
    public async Task<bool> Finish(ClaimedWork work, CancellationToken cancel)
    {
        if (await Mine(work, cancel) is not { } row)
            return false;
        db.Work.Remove(row);
        return true;
    }

    /// <summary>Gives the work back, to be claimed again from then on.</summary>
    /// <param name="counts">False where the try was none: it stays the attempt that it was.</param>
    public async Task Postpone(ClaimedWork work, DateTimeOffset until, bool counts, CancellationToken cancel)
    {
        if (await Mine(work, cancel) is not { } row)
            return;
        (row.Due, row.LeaseUntil) = (until, DateTimeOffset.UnixEpoch);
        if (!counts)
            row.Attempt--;
    }

    /// <summary>What waits, of each kind, of messages also where none does; work that is due only later is not late.</summary>
    public async Task<IReadOnlyList<Telemetry.Backlog>> Waiting(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var kinds = await db.Work.GroupBy(row => row.Kind).Select(kind => new { Kind = kind.Key, Count = kind.LongCount(), Due = kind.Min(row => row.Due) }).ToListAsync(cancel);
        var waiting = kinds.Select(kind => new Telemetry.Backlog(kind.Kind, kind.Count, kind.Due < now ? now - kind.Due : TimeSpan.Zero)).ToList();
        if (!waiting.Exists(kind => kind.Kind == WorkKinds.Message))
            waiting.Add(new Telemetry.Backlog(WorkKinds.Message, 0, TimeSpan.Zero));
        return waiting;
    }

    /// <summary>Whether messages that nobody is sending now come due before the given moment.</summary>
    public Task<bool> HasMessages(DateTimeOffset before, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return db.Work.AnyAsync(row => row.Kind == WorkKinds.Message && row.Due < before && row.LeaseUntil <= now, cancel);
    }

    private Task<WorkRow?> Mine(ClaimedWork work, CancellationToken cancel) =>
        db.Work.FirstOrDefaultAsync(row => row.Id == work.Id && row.Fence == work.Fence, cancel);
}
