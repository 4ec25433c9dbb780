using Microsoft.EntityFrameworkCore;
using Npgsql;
using RoadmapBot.Conversation;

namespace RoadmapBot.Storage;

/// <summary>PostgreSQL: any number of instances, coordinated by row locks.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : RoadmapBotDb(options)
{
    public override async Task Lock(ChatId thread, TenantId tenant, CancellationToken cancel)
    {
        await Database.ExecuteSqlAsync(
            $"""
            INSERT INTO chats ("Thread", "Tenant", "IsOpen", "IsWelcomed") VALUES ({thread.Value}, {tenant.Value}, TRUE, FALSE)
            ON CONFLICT ("Thread") DO NOTHING
            """,
            cancel);
        await Chats.FromSql($"""SELECT * FROM chats WHERE "Thread" = {thread.Value} FOR UPDATE""").LoadAsync(cancel);
    }

    public override IQueryable<WorkRow> Claimable(DateTimeOffset now, int most) => Work.FromSql(
        $"""
        SELECT w.* FROM work w
        WHERE w."Due" <= {now.UtcTicks} AND w."LeaseUntil" <= {now.UtcTicks}
          AND NOT EXISTS (SELECT 1 FROM work p WHERE p."Lane" = w."Lane" AND p."Id" < w."Id")
        ORDER BY w."Due", w."Id" LIMIT {most} FOR UPDATE SKIP LOCKED
        """);

    public override bool IsConflict(Exception fault) =>
        fault is DbUpdateConcurrencyException
        || (fault as PostgresException ?? fault.InnerException as PostgresException) is
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
        };
}
