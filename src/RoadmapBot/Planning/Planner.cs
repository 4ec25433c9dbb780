using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>
/// Turns a gap analysis into a roadmap. Pure. Nothing is planned that does not address a gap that was found and serve an objective.
/// </summary>
internal static class Planner
{
    /// <summary>A gap of this severity gets its second initiative too.</summary>
    private const int SecondFrom = 16;

    /// <summary>Roughly how many people one member of an IT team looks after; only where the team's size is not known.</summary>
    private const int HeadsPerItPerson = 70;

    private const int AssumedItStaff = 2;

    /// <summary>What goes beyond this is done by bought help.</summary>
    private const int MostLoad = 3;

    private sealed record Draft(InitiativeEntry Entry, IReadOnlyList<Gap> Gaps, Priority Priority, IReadOnlyList<int> Objectives, bool IsWeak);

    /// <param name="start">The first day of the roadmap's first month.</param>
    /// <param name="currency">ISO 4217.</param>
    public static Plan Plan(GapAnalysis analysis, Testimony testimony, InitiativeLibrary library, DateOnly start, string currency)
    {
        var drafts = Drafts(analysis, library);
        var ids = drafts.Select(draft => draft.Entry.Id).ToHashSet(StringComparer.Ordinal);
        var slots = Scheduler.Schedule([.. drafts.Select(draft => CandidateOf(draft, ids))], Capacity(testimony.Organisation));
        var stated = StatedAmounts.Find(testimony, library.Gaps.Lexicon, currency);
        var planned = Ranked(drafts.Where(draft => slots.ContainsKey(draft.Entry.Id)));
        Initiative[] initiatives =
        [
            .. planned.Select(draft => InitiativeOf(draft, slots, start, CostRules.Estimate(draft.Entry, testimony.Organisation, currency, stated)))
                .OrderBy(initiative => initiative.Start).ThenBy(initiative => initiative.Priority.Rank),
        ];
        var used = initiatives.SelectMany(initiative => initiative.Outcomes).Select(outcome => outcome.Kpi).ToHashSet(StringComparer.Ordinal);
        return new Plan(
            start, currency, initiatives, [.. library.Kpis.Values.Where(kpi => used.Contains(kpi.Id)).OrderBy(kpi => kpi.Category).ThenBy(kpi => kpi.Id, StringComparer.Ordinal)],
            [.. Warnings(analysis, [.. drafts.Where(draft => !slots.ContainsKey(draft.Entry.Id))], planned)]);
    }

    private static Draft[] Drafts(GapAnalysis analysis, InitiativeLibrary library)
    {
        var wanted = library.Gaps.Entries.ToDictionary(entry => entry.Id, entry => entry.Initiatives, StringComparer.Ordinal);
        var chosen = analysis.Gaps.SelectMany(gap => wanted[gap.Id].Take(gap.Severity.Score() >= SecondFrom ? 2 : 1)).ToHashSet(StringComparer.Ordinal);
        return Ranked(chosen.Select(id => DraftOf(library.Entries[id], [.. analysis.Gaps.Where(gap => wanted[gap.Id].Contains(id))], analysis.Objectives)));
    }

    private static Draft[] Ranked(IEnumerable<Draft> drafts) =>
        [.. drafts.OrderByDescending(draft => draft.Priority.Score).ThenBy(draft => draft.Entry.Id, StringComparer.Ordinal)
            .Select((draft, index) => draft with { Priority = draft.Priority with { Rank = index + 1 } })];

    private static Draft DraftOf(InitiativeEntry entry, IReadOnlyList<Gap> gaps, IReadOnlyList<Objective> objectives)
    {
        var links = gaps.SelectMany(gap => gap.Objectives).ToArray();
        var firm = links.Where(link => !link.IsWeak).Select(link => link.Objective).Distinct().Order().ToArray();
        var served = firm.Length > 0 ? firm : [.. links.Select(link => link.Objective).Distinct().Order()];
        var revenue = firm.Any(index => objectives[index].Classes.Contains(ObjectiveClass.Revenue));
        return new Draft(entry, gaps, PriorityRules.Weigh(entry, gaps, revenue), served, firm.Length == 0);
    }

    private static Candidate CandidateOf(Draft draft, HashSet<string> ids) => new(
        draft.Entry.Id, draft.Priority.Rank, Scheduler.WishOf(draft.Gaps.Min(gap => gap.Bucket), draft.Entry.Months, draft.Entry.Resources),
        draft.Entry.Months, Math.Min(draft.Entry.Resources, MostLoad), [.. draft.Entry.After.Where(ids.Contains)]);

    /// <summary>In units of <see cref="InitiativeEntry.Resources"/>: five for the smallest team, one more for each person, fourteen at most.</summary>
    private static int Capacity(Organisation organisation) =>
        Math.Clamp(4 + (organisation.ItStaff ?? organisation.Headcount / HeadsPerItPerson ?? AssumedItStaff), 5, 14);

    private static Initiative InitiativeOf(Draft draft, IReadOnlyDictionary<string, Slot> slots, DateOnly start, Cost cost)
    {
        var (entry, slot) = (draft.Entry, slots[draft.Entry.Id]);
        return new Initiative(
            entry.Id, entry.Title, entry.Objective, slot.Phase, start.AddMonths(slot.Month), entry.Months, entry.Milestones, cost,
            new Return(entry.Return, Basis.Assumption), entry.Outcomes, entry.Owner, entry.Handoffs, entry.Effects, entry.NeedsFromTeams, entry.TeamsNeed,
            PlanningTexts.Resources.With(entry.StaffDays, entry.Months), draft.Priority, [.. draft.Gaps.Select(gap => gap.Id)], draft.Objectives,
            [.. entry.After.Where(slots.ContainsKey)]);
    }

    private static IEnumerable<Warning> Warnings(GapAnalysis analysis, Draft[] leftOut, Draft[] planned)
    {
        foreach (var left in leftOut)
            yield return new Warning("does-not-fit", PlanningTexts.WarnDoesNotFit.With(left.Entry.Title));
        if (planned.Where(draft => draft.IsWeak).Select(draft => draft.Entry.Title).ToArray() is { Length: > 0 } weak)
            yield return new Warning("initiative-questioned", PlanningTexts.WarnQuestioned.With(string.Join("; ", weak)));
        foreach (var (index, objective) in analysis.Objectives.Index())
            if (planned.Length > 0 && !planned.Any(draft => draft.Objectives.Contains(index)))
                yield return new Warning("objective-unserved", PlanningTexts.WarnUnserved.With(objective.Text));
        if (planned.Length > 0)
            yield return new Warning("baseline-missing", PlanningTexts.WarnBaseline);
    }
}
