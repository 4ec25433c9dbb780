using RoadmapBot.Conversation;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>A person's change to one initiative; null leaves a field as drafted.</summary>
/// <param name="Start">The first day of its first month.</param>
/// <param name="CostLow">Once, in whole units of the engagement's currency; set together with <paramref name="CostHigh"/>.</param>
/// <param name="IsLeftOut">The initiative is not to be done.</param>
internal sealed record Edit(
    string Initiative, DateOnly? Start, int? Months, string? Owner, long? CostLow, long? CostHigh, bool IsLeftOut, string Why, PersonId By, string ByName, DateTimeOffset At)
{
    /// <summary>An edit of an initiative that later answers no longer lead to has nothing to change.</summary>
    public Plan ApplyTo(Plan plan) => plan with
    {
        Initiatives =
        [
            .. plan.Initiatives
                .Where(initiative => initiative.Id != Initiative || !IsLeftOut)
                .Select(initiative => initiative.Id == Initiative ? Change(initiative, plan.Start) : Free(initiative))
                .OrderBy(initiative => initiative.Start).ThenBy(initiative => initiative.Priority.Rank),
        ],
    };

    /// <returns>What is wrong with it, as a text for the person; null where it can be done.</returns>
    public string? Fault(Plan plan)
    {
        if (plan.Initiatives.FirstOrDefault(one => one.Id == Initiative) is not { } before)
            return RoadmapsTexts.EditGone;
        var after = Change(before, plan.Start);
        var first = Phases.MonthsBetween(plan.Start, after.Start);
        if (first < 0 || after.Months is < 1 or > Phases.Horizon || first + after.Months > Phases.Horizon)
            return RoadmapsTexts.EditOutside.With(plan.Start, plan.Start.AddMonths(Phases.Horizon - 1));
        if (CostLow is < 0 || CostHigh < CostLow)
            return RoadmapsTexts.EditCost;
        if (plan.Initiatives.FirstOrDefault(one => after.DependsOn.Contains(one.Id) && one.Start.AddMonths(one.Months) > after.Start) is { } earlier && !IsLeftOut)
            return RoadmapsTexts.EditTooEarly.With(earlier.Title, earlier.Start.AddMonths(earlier.Months));
        if (plan.Initiatives.FirstOrDefault(one => one.DependsOn.Contains(Initiative) && after.Start.AddMonths(after.Months) > one.Start) is { } later && !IsLeftOut)
            return RoadmapsTexts.EditTooLate.With(later.Title, later.Start);
        return null;
    }

    private Initiative Change(Initiative initiative, DateOnly planStart)
    {
        var start = Start ?? initiative.Start;
        return initiative with
        {
            Start = start,
            Months = Months ?? initiative.Months,
            Phase = Phases.At(Phases.MonthsBetween(planStart, start)),
            Owner = Owner ?? initiative.Owner,
            Cost = CostLow is { } low && CostHigh is { } high
                ? initiative.Cost with { Low = low, High = high, Basis = Basis.Stated, Note = RoadmapsTexts.EditedCost.With(ByName), Evidence = [] }
                : initiative.Cost,
        };
    }

    /// <summary>What is left out holds nothing back.</summary>
    private Initiative Free(Initiative initiative) =>
        IsLeftOut && initiative.DependsOn.Contains(Initiative) ? initiative with { DependsOn = [.. initiative.DependsOn.Where(id => id != Initiative)] } : initiative;
}
