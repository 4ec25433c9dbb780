namespace RoadmapBot.Planning;

/// <summary>What an initiative has to tell before anybody can decide on it.</summary>
internal static class FieldRules
{
    /// <returns>The names of the fields that say nothing.</returns>
    public static IReadOnlyList<string> Missing(Initiative one)
    {
        (bool IsMissing, string Field)[] fields =
        [
            (one.Objective.Length == 0, PlanningTexts.FieldObjective),
            (one.Cost is { High: 0, RecurringPerYear: > 0 }, PlanningTexts.FieldOnce),
            (one.Cost is { High: 0, RecurringPerYear: 0 }, PlanningTexts.FieldCost),
            (one.Return.Statement.Length == 0, PlanningTexts.FieldReturn),
            (one.Outcomes.Count == 0, PlanningTexts.FieldOutcomes),
            (one.Milestones.Count == 0, PlanningTexts.FieldMilestones),
            (one.Owner.Length == 0, PlanningTexts.FieldOwner),
            (one.Handoffs.Count == 0, PlanningTexts.FieldHandoffs),
            (one.Effects.Count == 0, PlanningTexts.FieldEffects),
            (one.NeedsFromTeams.Count == 0, PlanningTexts.FieldNeeds),
            (one.TeamsNeed.Count == 0, PlanningTexts.FieldGives),
            (one.Effort.Count == 0, PlanningTexts.FieldEffort),
        ];
        return [.. fields.Where(field => field.IsMissing).Select(field => field.Field)];
    }
}
