using Microsoft.EntityFrameworkCore;

namespace RoadmapBot.Storage;

/// <summary>Forgets what has served its time, a batch in a transaction, so that no turn waits long for its place.</summary>
internal sealed class Housekeeping(RoadmapBotDb db, UnitOfWork unit, WriteGate gate, TimeProvider time)
{
    public const int Batch = 500;

    private static readonly TimeSpan AnswersLast = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan KeysLast = TimeSpan.FromDays(30);

    /// <summary>
    /// Blanks the answers to invokes after ten minutes; forgets after thirty days that an activity was handled, and where a message is that could
    /// be replaced; and what the language model cost the day before yesterday. Where nothing is due it only reads.
    /// </summary>
    /// <returns>True where something was forgotten, so that another look is worth it.</returns>
    public async Task<bool> Sweep(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var answered = db.Turns.Where(turn => turn.Body != null);
        var sent = db.Messages.Where(message => message.Body == null);
        var answers = await Oldest(answered.Select(turn => turn.At), now - AnswersLast, cancel);
        var turns = await Oldest(db.Turns.Select(turn => turn.At), now - KeysLast, cancel);
        var messages = await Oldest(sent.Select(message => message.At), now - KeysLast, cancel);
        var spent = db.Spending.Where(row => row.Day < DateOnly.FromDateTime(now.UtcDateTime).DayNumber - 1);
        if ((answers ?? turns ?? messages) is null && !await spent.AnyAsync(cancel))
            return false;

        await unit.Begin(cancel);
        await answered.Where(turn => turn.At <= answers).ExecuteUpdateAsync(set => set.SetProperty(turn => turn.Body, (string?)null), cancel);
        await db.Turns.Where(turn => turn.At <= turns).ExecuteDeleteAsync(cancel);
        await sent.Where(message => message.At <= messages).ExecuteDeleteAsync(cancel);
        await spent.ExecuteDeleteAsync(cancel);
        return await unit.Commit(cancel);
    }

    /// <inheritdoc cref="RoadmapBotDb.Purge"/>
    public async Task Purge(CancellationToken cancel)
    {
        await gate.Enter(cancel);
        try
        {
            await db.Purge(cancel);
        }
        finally
        {
            gate.Leave();
        }
    }

    /// <returns>The time up to which a batch of the rows reaches; null where none is old enough.</returns>
    private static async Task<DateTimeOffset?> Oldest(IQueryable<DateTimeOffset> times, DateTimeOffset limit, CancellationToken cancel) =>
        await times.Where(time => time <= limit).OrderBy(time => time).Take(Batch).ToListAsync(cancel) is [.., var last] ? last : null;
}
