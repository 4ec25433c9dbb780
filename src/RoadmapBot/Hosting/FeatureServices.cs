using Microsoft.Extensions.Options;
using RoadmapBot.Campaign;
using RoadmapBot.Campaign.Coverage;
using RoadmapBot.Campaign.Passing;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Privacy;
using RoadmapBot.Reviews;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Execution;
using RoadmapBot.Roadmaps.Questions;
using RoadmapBot.Roadmaps.Scoring;
using RoadmapBot.Roadmaps.Versions;
using RoadmapBot.Roadmaps.WhatIf;
using RoadmapBot.Roadmaps.Writing;

namespace RoadmapBot.Hosting;

internal static class FeatureServices
{
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddOptions<AnonymityOptions>().BindConfiguration(AnonymityOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AnonymityOptions>, AnonymityOptionsCheck>();
        services.AddSingleton<IValidateOptions<AnonymityOptions>, SharedKeyCheck>();
        return services
            .AddScoped<EngagementHandler>()
            .AddScoped<MemberHandler>()
            .AddScoped<InterviewHandler>()
            .AddScoped<PainPointHandler>()
            .AddScoped<PainPointListHandler>()
            .AddScoped<Secrecy>()
            .AddScoped<AnonymousHandler>()
            .AddScoped<RelayHandler>()
            .AddScoped<AnonymousJob>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<AnonymityOptions>>().Value.Seal())
            .AddScoped<Sources>()
            .AddScoped<RoadmapReader>()
            .AddScoped<RoadmapDecisions>()
            .AddScoped<PlanningHandler>()
            .AddScoped<RoadmapHandler>()
            .AddScoped<DraftJob>()
            .AddSingleton<DraftWriter>()
            .AddSingleton<ProbeWriter>()
            .AddScoped<ProbeJob>()
            .AddScoped<QuestionVoice>()
            .AddScoped<ProgressHandler>()
            .AddScoped<AskTimer>()
            .AddScoped<AskHandler>()
            .AddScoped<AskJob>()
            .AddScoped<CampaignReader>()
            .AddScoped<CampaignTimer>()
            .AddScoped<CampaignHandler>()
            .AddScoped<CampaignJob>()
            .AddScoped<InviteeHandler>()
            .AddScoped<PassFiles>()
            .AddScoped<PassHandler>()
            .AddScoped<PassJob>()
            .AddScoped<CoverageHandler>()
            .AddScoped<ChangesHandler>()
            .AddScoped<KpiHandler>()
            .AddScoped<QuestionHandler>()
            .AddScoped<ScoringHandler>()
            .AddScoped<GroupOrderHandler>()
            .AddScoped<ScoringJob>()
            .AddScoped<WhatIfHandler>()
            .AddScoped<StatusHandler>()
            .AddScoped<AssetsHandler>()
            .AddScoped<MyDataHandler>();
    }
}
