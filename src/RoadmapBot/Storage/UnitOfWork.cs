using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace RoadmapBot.Storage;

/// <summary>SQLite takes one writer at a time; queueing here is fair and wakes at once, where the file's own lock is polled.</summary>
internal sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    public Task Enter(CancellationToken cancel) => _one.WaitAsync(cancel);

    public void Leave() => _one.Release();

    public void Dispose() => _one.Dispose();
}

/// <summary>
/// One transaction over one context: everything that the scope's stores and channel noted is saved together, or not at all. What is not committed
/// when the scope ends is undone.
/// </summary>
internal sealed class UnitOfWork(RoadmapBotDb db, OutboxStore outbox, AuditStore audit, WriteGate gate, WorkSignal signal) : IAsyncDisposable
{
    private IDbContextTransaction? _transaction;
    private bool _holdsGate;

    public async Task Begin(CancellationToken cancel)
    {
        if (db is SqliteDb)
        {
            await gate.Enter(cancel);
            _holdsGate = true;
        }

        _transaction = await db.Database.BeginTransactionAsync(cancel);
    }

    /// <returns>False where somebody else changed the same rows; nothing is saved then, and the work is to be done again in a new scope.</returns>
    public async Task<bool> Commit(CancellationToken cancel)
    {
        var transaction = _transaction ?? throw new InvalidOperationException("A unit of work is begun before it is committed.");
        try
        {
            await outbox.Note(cancel);
            await Withdrawals.Clean(db, cancel);
            await audit.Write(cancel);
            foreach (var entry in db.ChangeTracker.Entries<IVersioned>().Where(entry => entry.State is EntityState.Modified))
                entry.Entity.Version++;
            var hasWork = db.ChangeTracker.Entries<WorkRow>().Any(entry => entry.State is EntityState.Added);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            if (hasWork)
                signal.Ring();
            return true;
        }
        catch (Exception fault) when (db.IsConflict(fault))
        {
            return false;
        }
    }

    /// <inheritdoc cref="RoadmapBotDb.IsAway"/>
    public bool IsAway(Exception fault) => db.IsAway(fault);

    /// <summary>The gate opens whatever becomes of the transaction: a disk that fails must not stop every later turn.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_transaction is not null)
                await _transaction.DisposeAsync();
        }
        finally
        {
            if (_holdsGate)
                gate.Leave();
            _holdsGate = false;
        }
    }
}
