using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Storage;

/// <summary>SQLite: one process, one writer at a time, so a write transaction is also every chat's lock.</summary>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : RoadmapBotDb(options)
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int LockProtocol = 15;
    private const int NoDatabase = 26;
    private const int PrimaryKeyTaken = 1555;
    private const int UniqueTaken = 2067;

    protected override string JsonType => "TEXT";

    public override async Task<ChatRow> Lock(Chat chat, CancellationToken cancel) =>
        await Chats.FindAsync([chat.Thread], cancel) ?? Chats.Add(new ChatRow { Thread = chat.Thread, Tenant = chat.Tenant }).Entity;

    public override async Task<AuditHeadRow?> LockChain(EngagementId engagement, CancellationToken cancel) => await AuditHeads.FindAsync([engagement], cancel);

    public override IQueryable<WorkRow> Claimable(DateTimeOffset now, int most) => Work.FromSqlRaw(FreeHeads, now.UtcTicks, most);

    public override bool IsConflict(Exception fault) =>
        fault is DbUpdateConcurrencyException
        || Cause<SqliteException>(fault) is { SqliteErrorCode: Busy or Locked } or { SqliteExtendedErrorCode: PrimaryKeyTaken or UniqueTaken };

    public override bool IsAway(Exception fault) =>
        Cause<SqliteException>(fault) is { SqliteErrorCode: Busy or Locked or ReadOnly or IoError or Corrupt or Full or CannotOpen or LockProtocol or NoDatabase };

    /// <summary>The one number that the file keeps for the program: committed and undone with everything else, and no table of its own.</summary>
    public override Task NoteErasure(CancellationToken cancel) => Database.ExecuteSqlRawAsync("PRAGMA user_version=1", cancel);

    /// <summary>
    /// Pages that were split may keep copies of what stood there, so the file is written anew; the journal holds earlier states of every page.
    /// Where somebody still reads an earlier state it stays until the next time.
    /// </summary>
    public override async Task Purge(CancellationToken cancel)
    {
        if ((await Database.SqlQueryRaw<long>("PRAGMA user_version").ToListAsync(cancel)) is [not 0])
            await Database.ExecuteSqlRawAsync("VACUUM; PRAGMA user_version=0", cancel);
        await Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancel);
    }

    public override async Task<IDbContextTransaction> BeginReading(CancellationToken cancel)
    {
        await Database.OpenConnectionAsync(cancel);
        return (await Database.UseTransactionAsync(((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true), cancel))!;
    }
}
