using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RoadmapBot.Campaign;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.LanguageModel;
using RoadmapBot.PainPoints;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Privacy;
using RoadmapBot.Reviews;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Execution;
using RoadmapBot.Roadmaps.Scoring;
using RoadmapBot.Teams;

namespace RoadmapBot.Storage;

internal static class StorageServices
{
    /// <summary>Seconds to wait for another process that holds the SQLite file; Teams must still get its answer in time.</summary>
    private const int LongestLock = 4;

    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>();
        services.AddOptions<PrivacyOptions>().BindConfiguration(PrivacyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WriteGate>().AddSingleton<WorkSignal>();

        if (settings.GetSection(StorageOptions.Section).GetValue<StorageProvider>(nameof(StorageOptions.Provider)) is StorageProvider.Sqlite)
            services.AddDbContext<RoadmapBotDb, SqliteDb>((provider, options) => options
                .UseSqlite(ConnectionString(provider), sqlite => sqlite.CommandTimeout(LongestLock)).AddInterceptors(SecureDelete.Always));
        else
            services.AddDbContext<RoadmapBotDb, PostgresDb>((provider, options) => options.UseNpgsql(ConnectionString(provider)));

        services.AddScoped<UnitOfWork>().AddScoped<ITurnStore, TurnStore>();
        services.AddScoped<Housekeeping>().AddScoped<Retention>().AddScoped<WorkStore>().AddScoped<IJobs>(provider => provider.GetRequiredService<WorkStore>());
        services.AddScoped<OutboxStore>().AddScoped<IOutboxStore>(provider => provider.GetRequiredService<OutboxStore>());
        services.AddScoped<AuditReader>().AddScoped<AuditStore>().AddScoped<IAuditLog>(provider => provider.GetRequiredService<AuditStore>());
        services.AddSingleton<IBudgetStore, BudgetStore>().AddSingleton<IMeanwhile, Meanwhile>();
        services.AddScoped<EngagementStore>();
        services.AddScoped<IEngagementStore>(provider => provider.GetRequiredService<EngagementStore>());
        services.AddScoped<IChatStateStore>(provider => provider.GetRequiredService<EngagementStore>());
        services.AddScoped<IInterviewStore, InterviewStore>().AddScoped<IPainPointStore, PainPointStore>().AddScoped<IRoadmapStore, RoadmapStore>();
        services.AddScoped<IScoringStore, ScoringStore>().AddScoped<IProgressStore, ProgressStore>().AddScoped<ICampaignStore, CampaignStore>().AddScoped<IReach, ReachStore>().AddScoped<IKpiStore, KpiStore>().AddScoped<IPersonalDataStore, PersonalDataStore>().AddScoped<IAnonymousStore, AnonymousStore>();
        return services;
    }

    private static string ConnectionString(IServiceProvider provider) => provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString;
}
