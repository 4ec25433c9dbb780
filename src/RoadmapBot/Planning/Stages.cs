using RoadmapBot.Analysis;
using RoadmapBot.Conversation;

namespace RoadmapBot.Planning;

internal enum StageState
{
    Done,
    Now,
    Next,
}

/// <summary>One of the five stages that every roadmap goes through.</summary>
/// <param name="Gate">What stands, or what has to be there before the next stage begins.</param>
internal sealed record Stage(string Name, StageState State, string Gate);

/// <summary>Discovery and assessment, strategy, planning, execution, review: where a roadmap is, told from what is there and from whether it was approved.</summary>
internal static class Stages
{
    /// <param name="people">How many were heard.</param>
    public static IReadOnlyList<Stage> Of(GapAnalysis analysis, Plan plan, int people, bool isApproved)
    {
        var isStrategyOpen = analysis.Objectives.Count == 0 || analysis.Objectives.All(objective => objective.IsImplied);
        var first = plan.Initiatives.Count == 0 ? plan.Start : plan.Initiatives.Min(one => one.Start);
        return
        [
            new(PlanningTexts.StageDiscovery, analysis.Unknowns.Count > 0 && !isApproved ? StageState.Now : StageState.Done, PlanningTexts.GateDiscovery.With(people, analysis.Gaps.Count, analysis.Unknowns.Count)),
            new(PlanningTexts.StageStrategy, isStrategyOpen && !isApproved ? StageState.Now : StageState.Done, (isStrategyOpen ? PlanningTexts.GateStrategyOpen : PlanningTexts.GateStrategy).With(analysis.Objectives.Count, plan.Kpis.Count)),
            new(PlanningTexts.StagePlanning, isApproved ? StageState.Done : StageState.Now, (isApproved ? PlanningTexts.GatePlanning : PlanningTexts.GatePlanningOpen).With(plan.Initiatives.Count)),
            new(PlanningTexts.StageExecution, isApproved ? StageState.Now : StageState.Next, PlanningTexts.GateExecution.With(first, plan.Start.AddMonths(Phases.Horizon - 1))),
            new(PlanningTexts.StageReview, StageState.Next, PlanningTexts.GateReview.With(plan.Start.AddMonths(3))),
        ];
    }

    public static string NameOf(StageState state) => state switch { StageState.Done => PlanningTexts.StageDone, StageState.Now => PlanningTexts.StageNow, _ => PlanningTexts.StageNext };
}
