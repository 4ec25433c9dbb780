using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.Privacy;

namespace RoadmapBot.Storage;

/// <summary>The tables, alike on both databases: instants as UTC ticks, ids as text, everything inside an aggregate as JSON.</summary>
internal abstract class RoadmapBotDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>
    /// The heads of lanes that are due and free. A lane is busy while anything of it is leased, not only its head: of two transactions that add to
    /// one lane, the one with the lower number may be the later to commit.
    /// </summary>
    protected const string FreeHeads =
        """
        SELECT w."Id", w."Kind", w."Lane", w."Payload", w."Due", w."Noted", w."Trace", w."LeaseUntil", w."Fence", w."Attempt" FROM work w
        WHERE w."Due" <= {0} AND w."LeaseUntil" <= {0}
          AND NOT EXISTS (SELECT 1 FROM work o WHERE o."Lane" = w."Lane" AND (o."Id" < w."Id" OR o."LeaseUntil" > {0}))
        ORDER BY w."Due", w."Id" LIMIT {1}
        """;

    public DbSet<EngagementRow> Engagements => Set<EngagementRow>();

    public DbSet<MemberRow> Members => Set<MemberRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<ChatStateRow> ChatStates => Set<ChatStateRow>();

    public DbSet<InterviewRow> Interviews => Set<InterviewRow>();

    public DbSet<PainPointRow> PainPoints => Set<PainPointRow>();

    public DbSet<AnonymousBoxRow> AnonymousBoxes => Set<AnonymousBoxRow>();

    public DbSet<EnvelopesRow> Envelopes => Set<EnvelopesRow>();

    public DbSet<RoadmapRow> Roadmaps => Set<RoadmapRow>();

    public DbSet<ProgressRow> Progress => Set<ProgressRow>();

    public DbSet<KpiBookRow> Kpis => Set<KpiBookRow>();

    public DbSet<CampaignRow> Campaigns => Set<CampaignRow>();

    public DbSet<ScoringRoundRow> ScoringRounds => Set<ScoringRoundRow>();

    public DbSet<AuditRow> AuditEntries => Set<AuditRow>();

    public DbSet<AuditHeadRow> AuditHeads => Set<AuditHeadRow>();

    public DbSet<SpendingRow> Spending => Set<SpendingRow>();

    public DbSet<ChatRow> Chats => Set<ChatRow>();

    public DbSet<TurnRow> Turns => Set<TurnRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<WorkRow> Work => Set<WorkRow>();

    protected abstract string JsonType { get; }

    /// <summary>Waits, within the open transaction, until no other turn of the chat runs.</summary>
    /// <returns>The chat's row, made where the bot is new there.</returns>
    public abstract Task<ChatRow> Lock(Chat chat, CancellationToken cancel);

    /// <summary>Waits, within the open transaction, until nobody else writes to the engagement's audit log.</summary>
    /// <returns>Null where the log is empty.</returns>
    public abstract Task<AuditHeadRow?> LockChain(EngagementId engagement, CancellationToken cancel);

    /// <summary>Up to so many heads of lanes that are due and free, locked for this transaction.</summary>
    public abstract IQueryable<WorkRow> Claimable(DateTimeOffset now, int most);

    /// <summary>True where saving failed because somebody else was there first, and trying again can succeed.</summary>
    public abstract bool IsConflict(Exception fault);

    /// <summary>True where the database is away, full, locked or may only be read: nothing of ours is wrong, and the same can succeed later.</summary>
    public abstract bool IsAway(Exception fault);

    /// <summary>Notes, within the open transaction, that words were erased, for <see cref="Purge"/>.</summary>
    public virtual Task NoteErasure(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Empties what the database's files still hold of words that were erased since the last time.</summary>
    public virtual Task Purge(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Everything that is read until its end is from one moment; nobody waits for it.</summary>
    public abstract Task<IDbContextTransaction> BeginReading(CancellationToken cancel);

    /// <summary>The fault itself or what lies behind it: EF wraps the driver's exceptions, some of them twice.</summary>
    protected static T? Cause<T>(Exception? fault) where T : Exception => fault switch
    {
        null => null,
        T found => found,
        _ => Cause<T>(fault.InnerException),
    };

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();
        conventions.Properties<AuditKind>().HaveConversion<EnumToStringConverter<AuditKind>>();
        conventions.Properties<AuditChange>().HaveConversion<EnumToStringConverter<AuditChange>>();
        conventions.Properties<TenantId>().HaveConversion<TextIdValueConverter<TenantId>>();
        conventions.Properties<PersonId>().HaveConversion<TextIdValueConverter<PersonId>>();
        conventions.Properties<ChatId>().HaveConversion<TextIdValueConverter<ChatId>>();
        conventions.Properties<PainPointId>().HaveConversion<TextIdValueConverter<PainPointId>>();
        conventions.Properties<EngagementId>().HaveConversion<TextIdValueConverter<EngagementId>>();
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<EngagementRow>(row =>
        {
            row.ToTable("engagements").HasKey(engagement => engagement.Id);
            row.HasIndex(engagement => new { engagement.Tenant, engagement.CreatedAt });
            row.Property(engagement => engagement.State).HasJson(JsonType);
        });
        model.Entity<MemberRow>(row =>
        {
            row.ToTable("members").HasKey(member => new { member.Engagement, member.Person });
            row.HasIndex(member => member.Person);
            row.Property(member => member.State).HasJson(JsonType);
        });
        model.Entity<PersonRow>(row =>
        {
            row.ToTable("people").HasKey(person => new { person.Tenant, person.Id });
            row.HasIndex(person => new { person.Tenant, person.SearchName });
        });
        model.Entity<ChatStateRow>(row =>
        {
            row.ToTable("chat_states").HasKey(chat => new { chat.Tenant, chat.Chat });
            row.Property(chat => chat.State).HasJson(JsonType);
        });
        model.Entity<InterviewRow>(row =>
        {
            row.ToTable("interviews").HasKey(interview => new { interview.Engagement, interview.Person });
            row.Property(interview => interview.State).HasJson(JsonType);
        });
        model.Entity<PainPointRow>(row =>
        {
            row.ToTable("pain_points").HasKey(point => point.Id);
            row.HasIndex(point => new { point.Engagement, point.At });
            row.HasIndex(point => new { point.Thread, point.Message });
            row.Property(point => point.State).HasJson(JsonType);
        });
        model.Entity<AnonymousBoxRow>(row =>
        {
            row.ToTable("anonymous_boxes").HasKey(box => box.Engagement);
            row.Property(box => box.State).HasJson(JsonType);
        });
        model.Entity<EnvelopesRow>(row =>
        {
            row.ToTable("anonymous_envelopes").HasKey(envelopes => envelopes.Engagement);
            row.Property(envelopes => envelopes.State).HasJson(JsonType);
        });
        model.Entity<RoadmapRow>(row =>
        {
            row.ToTable("roadmaps").HasKey(roadmap => new { roadmap.Engagement, roadmap.Number });
            row.Property(roadmap => roadmap.State).HasJson(JsonType);
        });
        model.Entity<ProgressRow>(row =>
        {
            row.ToTable("progress").HasKey(progress => progress.Engagement);
            row.Property(progress => progress.State).HasJson(JsonType);
        });
        model.Entity<KpiBookRow>(row =>
        {
            row.ToTable("kpi_books").HasKey(book => book.Engagement);
            row.Property(book => book.State).HasJson(JsonType);
        });
        model.Entity<CampaignRow>(row =>
        {
            row.ToTable("campaigns").HasKey(campaign => campaign.Engagement);
            row.Property(campaign => campaign.State).HasJson(JsonType);
        });
        model.Entity<ScoringRoundRow>(row =>
        {
            row.ToTable("scoring_rounds").HasKey(round => new { round.Engagement, round.Number });
            row.Property(round => round.State).HasJson(JsonType);
        });
        model.Entity<AuditRow>(row => row.ToTable("audit_entries").HasKey(entry => new { entry.Engagement, entry.Number })); // two that write one number: the second is told
        model.Entity<AuditHeadRow>(row => row.ToTable("audit_heads").HasKey(head => head.Engagement));
        model.Entity<SpendingRow>(row => row.ToTable("model_spending").HasKey(spent => new { spent.Day, spent.Purse }));
        model.Entity<ChatRow>(row =>
        {
            row.ToTable("chats").HasKey(chat => chat.Thread);
            row.HasIndex(chat => new { chat.Tenant, chat.Person });
            row.Property(chat => chat.State!).HasJson(JsonType);
        });
        model.Entity<TurnRow>(row =>
        {
            row.ToTable("turns").HasKey(turn => new { turn.Thread, turn.Activity });
            row.HasIndex(turn => turn.At);
            row.HasIndex([nameof(TurnRow.At)], "IX_turns_Body_At").HasFilter("\"Body\" IS NOT NULL"); // a handful of them all
        });
        model.Entity<MessageRow>(row =>
        {
            row.ToTable("messages").HasKey(message => message.Id);
            row.HasIndex(message => new { message.Thread, message.Key });
            row.HasIndex(message => message.At);
            row.Property(message => message.Chat!).HasJson(JsonType);
        });
        model.Entity<WorkRow>(row =>
        {
            row.ToTable("work").HasKey(work => work.Id);
            row.HasIndex(work => new { work.Lane, work.Id });
            row.HasIndex(work => work.Due);
            row.Property(work => work.Fence).IsConcurrencyToken();
        });

        foreach (var versioned in model.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IVersioned))))
            versioned.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
    }

    private sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    private sealed class TextIdValueConverter<TId>() : ValueConverter<TId, string>(id => id.Value, text => Make(text)) where TId : ITextId<TId>
    {
        // An expression tree cannot call a static abstract member itself.
        private static TId Make(string text) => TId.From(text);
    }
}
