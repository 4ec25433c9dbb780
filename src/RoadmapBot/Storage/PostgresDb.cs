using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Storage;

/// <summary>PostgreSQL: any number of instances, coordinated by row locks.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : RoadmapBotDb(options)
{
    // Not jsonb, which refuses U+0000 and keeps neither order nor spelling.
    protected override string JsonType => "json";

    public override async Task<ChatRow> Lock(Chat chat, CancellationToken cancel)
    {
        if (await Locked(chat.Thread, cancel) is [var known])
            return known;
        await Database.ExecuteSqlAsync(
            $"""
            INSERT INTO chats ("Thread", "Tenant", "IsOpen", "IsWelcomed") VALUES ({chat.Thread.Value}, {chat.Tenant.Value}, FALSE, FALSE)
            ON CONFLICT ("Thread") DO NOTHING
            """,
            cancel);
        return (await Locked(chat.Thread, cancel)).Single();
    }

    public override async Task<AuditHeadRow?> LockChain(EngagementId engagement, CancellationToken cancel) =>
        await AuditHeads.FromSql($"""SELECT "Engagement", "Count", "Hash" FROM audit_heads WHERE "Engagement" = {engagement.Value} FOR UPDATE""").ToListAsync(cancel) is [var head] ? head : null;

    public override IQueryable<WorkRow> Claimable(DateTimeOffset now, int most) =>
        Work.FromSqlRaw(FreeHeads + " FOR UPDATE SKIP LOCKED", now.UtcTicks, most);

    public override bool IsConflict(Exception fault) =>
        fault is DbUpdateConcurrencyException
        || Cause<PostgresException>(fault) is
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
        };

    /// <summary>Without an answer of the server the connection failed; of its answers, those about connections, resources, shutdown, its own system, and reading only.</summary>
    public override bool IsAway(Exception fault) => Cause<PostgresException>(fault) is { SqlState: var state }
        ? state[..2] is "08" or "53" or "58" || state[..3] is "57P" || state is PostgresErrorCodes.ReadOnlySqlTransaction
        : Cause<NpgsqlException>(fault) is not null;

    public override Task<IDbContextTransaction> BeginReading(CancellationToken cancel) => Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);

        // Byte by byte, as SQLite does it; and so no index depends on the operating system's collations, which change with its updates.
        foreach (var column in model.Model.GetEntityTypes().SelectMany(row => row.GetProperties()))
        {
            if ((column.GetValueConverter()?.ProviderClrType ?? column.ClrType) == typeof(string) && column.GetColumnType() != JsonType)
                column.SetCollation("C");
        }
    }

    private Task<List<ChatRow>> Locked(ChatId thread, CancellationToken cancel) => Chats.FromSql(
        $"""SELECT "Thread", "Tenant", "Person", "IsOpen", "IsWelcomed", "State" FROM chats WHERE "Thread" = {thread.Value} FOR UPDATE""").ToListAsync(cancel);
}
