using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.Teams;

namespace RoadmapBot.Storage;

/// <summary>The tables, alike on both databases: instants as UTC ticks, ids as text, everything inside an aggregate as JSON.</summary>
internal abstract class RoadmapBotDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<EngagementRow> Engagements => Set<EngagementRow>();

    public DbSet<MemberRow> Members => Set<MemberRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<ChatStateRow> ChatStates => Set<ChatStateRow>();

    public DbSet<InterviewRow> Interviews => Set<InterviewRow>();

    public DbSet<PainPointRow> PainPoints => Set<PainPointRow>();

    public DbSet<RoadmapRow> Roadmaps => Set<RoadmapRow>();

    public DbSet<ChatRow> Chats => Set<ChatRow>();

    public DbSet<TurnRow> Turns => Set<TurnRow>();

    public DbSet<MessageRow> Messages => Set<MessageRow>();

    public DbSet<WorkRow> Work => Set<WorkRow>();

    /// <summary>Messages said in this unit of work; they become rows when it is committed.</summary>
    public List<OutgoingMessage> Outbox { get; } = [];

    /// <summary>Waits, within the open transaction, until no other turn of the chat runs.</summary>
    public abstract Task Lock(ChatId thread, TenantId tenant, CancellationToken cancel);

    /// <summary>The heads of lanes that are due and free, locked for this transaction.</summary>
    public abstract IQueryable<WorkRow> Claimable(DateTimeOffset now, int most);

    /// <summary>True where saving failed because somebody else was there first, and trying again can succeed.</summary>
    public abstract bool IsConflict(Exception fault);

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();
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
            row.Property(engagement => engagement.State).HasJson();
        });
        model.Entity<MemberRow>(row =>
        {
            row.ToTable("members").HasKey(member => new { member.Engagement, member.Person });
            row.HasIndex(member => member.Person);
            row.Property(member => member.State).HasJson();
        });
        model.Entity<PersonRow>(row => row.ToTable("people").HasKey(person => new { person.Tenant, person.Id }));
        model.Entity<ChatStateRow>(row =>
        {
            row.ToTable("chat_states").HasKey(chat => new { chat.Tenant, chat.Chat });
            row.Property(chat => chat.State).HasJson();
        });
        model.Entity<InterviewRow>(row =>
        {
            row.ToTable("interviews").HasKey(interview => new { interview.Engagement, interview.Person });
            row.Property(interview => interview.State).HasJson();
        });
        model.Entity<PainPointRow>(row =>
        {
            row.ToTable("pain_points").HasKey(point => point.Id);
            row.HasIndex(point => new { point.Engagement, point.At });
            row.Property(point => point.State).HasJson();
        });
        model.Entity<RoadmapRow>(row =>
        {
            row.ToTable("roadmaps").HasKey(roadmap => new { roadmap.Engagement, roadmap.Number });
            row.Property(roadmap => roadmap.State).HasJson();
        });
        model.Entity<ChatRow>(row =>
        {
            row.ToTable("chats").HasKey(chat => chat.Thread);
            row.HasIndex(chat => new { chat.Tenant, chat.Person });
            row.Property(chat => chat.State!).HasJson();
        });
        model.Entity<TurnRow>(row =>
        {
            row.ToTable("turns").HasKey(turn => new { turn.Thread, turn.Activity });
            row.HasIndex(turn => turn.At);
        });
        model.Entity<MessageRow>(row =>
        {
            row.ToTable("messages").HasKey(message => message.Id);
            row.HasIndex(message => new { message.Thread, message.Key });
            row.HasIndex(message => message.At);
            row.Property(message => message.Chat!).HasJson();
        });
        model.Entity<WorkRow>(row =>
        {
            row.ToTable("work").HasKey(work => work.Id);
            row.HasIndex(work => new { work.Lane, work.Id });
            row.HasIndex(work => work.Due);
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
