using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RoadmapBot.Conversation;

namespace RoadmapBot.Storage;

/// <summary>SQLite takes one writer at a time; queueing here is fair and wakes at once, where the file's own lock is polled.</summary>
internal sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    public Task Enter(CancellationToken cancel) => _one.WaitAsync(cancel);

    public void Leave() => _one.Release();

    public void Dispose() => _one.Dispose();
}

/// <summary>One transaction over one context: everything that the scope's stores and channel noted is saved together, or not at all.</summary>
internal sealed class UnitOfWork(RoadmapBotDb db, WriteGate gate, WorkSignal signal, TimeProvider time) : IAsyncDisposable
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

    /// <returns>False where somebody else changed the same rows; nothing is saved then.</returns>
    public async Task<bool> Commit(CancellationToken cancel)
    {
        try
        {
            await NoteMessages(cancel);
            foreach (var entry in db.ChangeTracker.Entries<IVersioned>().Where(entry => entry.State is EntityState.Modified))
                entry.Entity.Version++;
            var hasWork = db.ChangeTracker.Entries<WorkRow>().Any(entry => entry.State is EntityState.Added);
            await db.SaveChangesAsync(cancel);
            await _transaction!.CommitAsync(cancel);
            if (hasWork)
                signal.Ring();
            return true;
        }
        catch (Exception fault) when (db.IsConflict(fault))
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
            await _transaction.DisposeAsync();
        if (_holdsGate)
            gate.Leave();
        _holdsGate = false;
    }

    /// <summary>A message to a person joins the lane of that person's chat, so that it keeps its place among what is said there.</summary>
    private async Task NoteMessages(CancellationToken cancel)
    {
        foreach (var message in db.Outbox)
        {
            var chat = message.Chat ?? (await PersonalChat(message.Tenant, message.Person!.Value, cancel))?.State?.Chat;
            var row = new MessageRow
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N"),
                Tenant = message.Tenant,
                Person = message.Person,
                Thread = chat?.Thread,
                Chat = chat,
                Key = message.Key,
                Replaces = message.Replaces,
                AnswerTo = message.AnswerTo,
                Body = message.Body,
                At = time.GetUtcNow(),
            };
            db.Messages.Add(row);
            db.Work.Add(new WorkRow
            {
                Kind = WorkKinds.Message,
                Lane = chat is null ? $"{message.Tenant}/{message.Person}" : chat.Thread.Value,
                Payload = row.Id,
                Due = time.GetUtcNow(),
                Noted = time.GetUtcNow(),
            });
        }

        db.Outbox.Clear();
    }

    private Task<ChatRow?> PersonalChat(TenantId tenant, PersonId person, CancellationToken cancel) =>
        db.Chats.Where(chat => chat.Tenant == tenant && chat.Person == person && chat.IsOpen).OrderBy(chat => chat.Thread).FirstOrDefaultAsync(cancel);
}
