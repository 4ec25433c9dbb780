using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.Privacy;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Scoring;
using RoadmapBot.Roadmaps.WhatIf;

namespace RoadmapBot.Hosting;

internal static class FeatureServices
{
    public static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddScoped<EngagementHandler>()
        .AddScoped<MemberHandler>()
        .AddScoped<InterviewHandler>()
        .AddScoped<PainPointHandler>()
        .AddScoped<PainPointListHandler>()
        .AddScoped<Sources>()
        .AddScoped<RoadmapReader>()
        .AddScoped<RoadmapDecisions>()
        .AddScoped<PlanningHandler>()
        .AddScoped<RoadmapHandler>()
        .AddScoped<DraftJob>()
        .AddScoped<ScoringHandler>()
        .AddScoped<GroupOrderHandler>()
        .AddScoped<ScoringJob>()
        .AddScoped<WhatIfHandler>()
        .AddScoped<StatusHandler>()
        .AddScoped<AssetsHandler>()
        .AddScoped<MyDataHandler>();
}
