using RoadmapBot.Analysis;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>Turns a gap analysis into a roadmap that keeps within its frame. Pure.</summary>
internal static class Planner
{
    public static Plan Plan(GapAnalysis analysis, Testimony testimony, InitiativeLibrary library, PlanningFrame frame)
    {
        var proposals = ProposalRules.Of(analysis, library, frame);
        var stated = StatedAmounts.Find(testimony, library.Gaps.Lexicon, frame.Currency);
        var costs = proposals.ToDictionary(one => one.Id, one => CostRules.Estimate(one.Entry, testimony.Organisation, frame.Currency, stated), StringComparer.Ordinal);
        var limits = CapacityRules.Of(frame, testimony.Organisation);
        var schedule = Scheduler.Schedule([.. proposals.Select(one => CandidateOf(one, costs[one.Id], frame))], limits);
        var planned = ProposalRules.Ranked(proposals.Where(one => schedule.Slots.ContainsKey(one.Id)));
        Initiative[] initiatives =
        [
            .. planned.Select(one => InitiativeOf(one, schedule.Slots, costs[one.Id], frame))
                .OrderBy(initiative => initiative.Start).ThenBy(initiative => initiative.Priority.Rank),
        ];
        var used = initiatives.SelectMany(initiative => initiative.Outcomes).Select(outcome => outcome.Kpi).ToHashSet(StringComparer.Ordinal);
        Kpi[] kpis = [.. library.Kpis.Values.Where(kpi => used.Contains(kpi.Id)).OrderBy(kpi => kpi.Category).ThenBy(kpi => kpi.Id, StringComparer.Ordinal)];
        return new Plan(frame, initiatives, kpis, [.. new PlanWarnings(analysis, library, frame, proposals).Of(schedule, initiatives, limits)]);
    }

    private static Candidate CandidateOf(Proposal one, Cost cost, PlanningFrame frame)
    {
        var urgency = one.Gaps.Min(gap => gap.Bucket);
        return new Candidate(
            one.Id, one.Priority.Rank, urgency, Scheduler.WishOf(urgency, one.Entry.Months, one.Entry.Resources), one.Entry.Months,
            CapacityRules.Carried(one.Entry.Effort, frame), cost.High, cost.RecurringPerYear, one.Entry.After,
            DueOf(one.Id, frame) is { } by ? Phases.MonthsBetween(frame.Start, by.AddDays(1)) : null, frame.ForcedIn.Contains(one.Id));
    }

    private static Initiative InitiativeOf(Proposal one, IReadOnlyDictionary<string, Slot> slots, Cost cost, PlanningFrame frame)
    {
        var (entry, slot) = (one.Entry, slots[one.Id]);
        return new Initiative(
            entry.Id, entry.Title, entry.Objective, slot.Phase, frame.Start.AddMonths(slot.Month), entry.Months, entry.Milestones, cost,
            new Return(entry.Return, Basis.Assumption), entry.Outcomes, entry.Owner, entry.Handoffs, entry.Effects, entry.NeedsFromTeams, entry.TeamsNeed,
            entry.Effort, slot.Bought, DueOf(one.Id, frame), one.Priority, [.. one.Gaps.Select(gap => gap.Id)], one.Objectives, [.. entry.After.Where(slots.ContainsKey)]);
    }

    /// <summary>The earliest of the deadlines that were set for it.</summary>
    private static DateOnly? DueOf(string id, PlanningFrame frame) =>
        frame.Deadlines.Where(deadline => deadline.Initiative == id).Select(deadline => (DateOnly?)deadline.By).Min();
}
