using RoadmapBot.Analysis;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>The closed sets of analysis and plan as people call them.</summary>
internal static class Names
{
    public static string Of(Domain domain) => domain switch
    {
        Domain.Security => RoadmapsTexts.Security,
        Domain.Infrastructure => RoadmapsTexts.Infrastructure,
        Domain.Applications => RoadmapsTexts.Applications,
        Domain.Data => RoadmapsTexts.DataDomain,
        Domain.Support => RoadmapsTexts.Support,
        Domain.Governance => RoadmapsTexts.Governance,
        Domain.Intelligence => RoadmapsTexts.Intelligence,
        _ => throw new ArgumentOutOfRangeException(nameof(domain), domain, null),
    };

    public static string Of(Bucket bucket) => bucket switch
    {
        Bucket.FixNow => RoadmapsTexts.FixNow,
        Bucket.ImproveNext => RoadmapsTexts.ImproveNext,
        Bucket.Plan => RoadmapsTexts.PlanLater,
        _ => throw new ArgumentOutOfRangeException(nameof(bucket), bucket, null),
    };

    public static string Of(GapKind kind) => kind is GapKind.Technical ? RoadmapsTexts.Technical : RoadmapsTexts.Strategic;

    public static string Of(Phase phase) => phase switch
    {
        Phase.Short => RoadmapsTexts.Short,
        Phase.Mid => RoadmapsTexts.Mid,
        Phase.Long => RoadmapsTexts.Long,
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, null),
    };

    public static string Of(PriorityMethod method) => method switch
    {
        PriorityMethod.Weighted => RoadmapsTexts.MethodWeighted,
        PriorityMethod.Wsjf => RoadmapsTexts.MethodWsjf,
        PriorityMethod.Rice => RoadmapsTexts.MethodRice,
        PriorityMethod.RiskMatrix => RoadmapsTexts.MethodRiskMatrix,
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, null),
    };

    /// <summary>The card colour that goes with the words; never the only sign.</summary>
    public static string ColorOf(Bucket bucket) => bucket switch { Bucket.FixNow => "attention", _ => "default" };
}
