using RoadmapBot.Analysis;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>Turns a gap analysis into a roadmap that keeps within its frame. Pure.</summary>
internal static class Planner
{
    public static Plan Plan(GapAnalysis analysis, Testimony testimony, InitiativeLibrary library, PlanningFrame frame)
    {
        var proposals = ProposalRules.Of(analysis, library, frame);
        var stated = StatedPrices.Find(testimony, library.Gaps.Lexicon, frame.Currency, library.Things);
        var costs = CostRules.Estimate(proposals, testimony.Organisation, frame.Currency, stated);
        var limits = CapacityRules.Of(frame, testimony.Organisation);
        var foremost = Foremost(proposals);
        var schedule = Scheduler.Schedule([.. proposals.Select((one, index) => CandidateOf(one, index + 1, index < foremost, costs[one.Id], frame))], limits);
        Proposal[] planned = [.. proposals.Where(one => schedule.Slots.ContainsKey(one.Id))];
        var losses = StatedLosses.Around([.. planned.SelectMany(one => one.Gaps).DistinctBy(gap => gap.Id)], testimony, library.Gaps.Lexicon, frame.Currency);
        var (priorities, stability) = Priorities(planned, frame);
        var guards = GuardRules.Of(planned, analysis.Lessons);
        Initiative[] initiatives =
        [
            .. planned.Select((one, index) => InitiativeOf(one, priorities[index], schedule.Slots, costs[one.Id], ReturnOf(one), [.. guards[one.Id]], frame, id => library.Entries[id].Title))
                .OrderBy(initiative => initiative.Start).ThenBy(initiative => initiative.Priority.Rank),
        ];
        Return ReturnOf(Proposal one) => ReturnRules.Of(one.Entry, [.. one.Gaps.SelectMany(gap => losses[gap.Id])], library, frame.Currency);

        var used = initiatives.SelectMany(initiative => initiative.Outcomes).Select(outcome => outcome.Kpi).ToHashSet(StringComparer.Ordinal);
        Kpi[] kpis = [.. library.Kpis.Values.Where(kpi => used.Contains(kpi.Id)).OrderBy(kpi => kpi.Category).ThenBy(kpi => kpi.Id, StringComparer.Ordinal)];
        return new Plan(frame, initiatives, kpis, stability, [.. new PlanWarnings(analysis, library, frame, proposals).Of(schedule, initiatives, limits)]);
    }

    /// <param name="planned">The foremost first.</param>
    private static (IReadOnlyList<Priority> Priorities, Stability Stability) Priorities(IReadOnlyList<Proposal> planned, PlanningFrame frame)
    {
        var method = frame.Method;
        var reckoned = ProposalRules.Ranked(planned, method);
        var (stability, stays) = Robustness.Of([.. reckoned.Select(one => one.Facts)], method);
        var staying = reckoned.Zip(stays).ToDictionary(one => one.First.Id, one => one.Second, StringComparer.Ordinal);
        var orders = Enum.GetValues<PriorityMethod>().ToDictionary(one => one, one => ProposalRules.Ranked(planned, one).Select(ranked => ranked.Id).ToList());
        return (
            [
                .. planned.Select((one, index) => new Priority(
                    index + 1, Math.Round(PriorityRules.Score(method, one.Facts, Views.Plain), 2), one.Facts.Impact, one.Facts.Risk, one.Facts.Resources,
                    GroupOrderRules.Why(one.Id, frame.Group, PriorityRules.Why(method, one.Facts)), [.. orders.Select(order => new MethodRank(order.Key, order.Value.IndexOf(one.Id) + 1, PriorityRules.Why(order.Key, one.Facts)))],
                    one.Facts.Sources, staying[one.Id])),
            ],
            stability);
    }

    /// <summary>How many proposals come before most of what is to be fixed now.</summary>
    private static int Foremost(IReadOnlyList<Proposal> proposals)
    {
        int[] urgent = [.. Enumerable.Range(0, proposals.Count).Where(index => proposals[index].Facts.Urgency is Bucket.FixNow)];
        return urgent.Length == 0 ? 0 : urgent[urgent.Length / 2];
    }

    private static Candidate CandidateOf(Proposal one, int rank, bool isForemost, Cost cost, PlanningFrame frame) => new(
        one.Id, rank, one.Facts.Urgency, Scheduler.WishOf(one.Facts.Urgency, one.Entry.Months, one.Entry.Resources, isForemost), one.Entry.Months,
        CapacityRules.Carried(one.Entry.Effort, frame), cost.High, cost.RecurringPerYear, one.Entry.After,
        one.Due is { } due ? Phases.MonthsBetween(frame.Start, due.By.AddDays(1)) : null, frame.ForcedIn.Contains(one.Id));

    private static Initiative InitiativeOf(
        Proposal one, Priority priority, IReadOnlyDictionary<string, Slot> slots, Cost cost, Return gain, IReadOnlyList<Guard> guards, PlanningFrame frame, Func<string, string> titleOf)
    {
        var (entry, slot) = (one.Entry, slots[one.Id]);
        return new Initiative(
            entry.Id, entry.Title, entry.Objective, slot.Phase, frame.Start.AddMonths(slot.Month), entry.Months, Milestone.Over(entry.Months, entry.Milestones), cost,
            gain, entry.Outcomes, entry.Owner, entry.Handoffs, entry.Effects, entry.NeedsFromTeams, entry.TeamsNeed,
            entry.Effort, slot.Bought, one.Due, priority, [.. one.Gaps.Select(gap => gap.Id)], one.Objectives, [.. entry.After.Where(slots.ContainsKey)],
            [.. entry.After.Where(id => !slots.ContainsKey(id)).Select(titleOf)], guards);
    }
}
