using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RoadmapBot.Conversation;

namespace RoadmapBot.Storage;

/// <summary>SQLite: one process, one writer at a time, so a write transaction is also every chat's lock.</summary>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : RoadmapBotDb(options)
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Constraint = 19;

    public override Task Lock(ChatId thread, TenantId tenant, CancellationToken cancel) => Task.CompletedTask;

    public override IQueryable<WorkRow> Claimable(DateTimeOffset now, int most) => Work.FromSql(
        $"""
        SELECT w.* FROM work w
        WHERE w."Due" <= {now.UtcTicks} AND w."LeaseUntil" <= {now.UtcTicks}
          AND NOT EXISTS (SELECT 1 FROM work p WHERE p."Lane" = w."Lane" AND p."Id" < w."Id")
        ORDER BY w."Due", w."Id" LIMIT {most}
        """);

    public override bool IsConflict(Exception fault) =>
        fault is DbUpdateConcurrencyException || (fault as SqliteException ?? fault.InnerException as SqliteException) is { SqliteErrorCode: Busy or Locked or Constraint };
}
