using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>What a plan could not do, and what about it is to be questioned.</summary>
internal sealed class PlanWarnings(GapAnalysis analysis, InitiativeLibrary library, PlanningFrame frame, IReadOnlyList<Proposal> proposals)
{
    public IEnumerable<Warning> Of(Schedule schedule, IReadOnlyList<Initiative> planned, Limits limits) =>
        [.. LeftOver(schedule), .. Late(planned), .. Bought(planned, limits), .. Decided(), .. Questioned(planned), .. Unserved(planned), .. Baseline(planned)];

    private IEnumerable<Warning> LeftOver(Schedule schedule) =>
        from proposal in proposals
        where schedule.LeftOver.ContainsKey(proposal.Id)
        select new Warning("does-not-fit", PlanningTexts.WarnDoesNotFit.With(proposal.Entry.Title, InWords(schedule.LeftOver[proposal.Id])));

    private string InWords(Obstacle obstacle) => obstacle switch
    {
        Obstacle.Budget(var quarter, var missing) => PlanningTexts.ObstacleBudget.With(quarter.Name, frame.Currency, missing, frame.BudgetPerQuarter ?? 0),
        Obstacle.Hours(var team, var quarter, var missing) => PlanningTexts.ObstacleHours.With(quarter.Name, missing, TeamNames.Of(team), frame.HoursOf(team) ?? 0),
        Obstacle.Without(var before) => PlanningTexts.ObstacleWithout.With(TitleOf(before)),
        _ => PlanningTexts.ObstacleTime,
    };

    private static IEnumerable<Warning> Late(IReadOnlyList<Initiative> planned) =>
        from one in planned
        where one.Start.AddMonths(one.Months).AddDays(-1) > one.Due
        select new Warning("deadline-missed", PlanningTexts.WarnLate.With(one.Title, one.Due!, one.Months, one.Start.AddMonths(one.Months).AddDays(-1)));

    private static IEnumerable<Warning> Bought(IReadOnlyList<Initiative> planned, Limits limits)
    {
        var helped = planned.Where(one => one.Bought > 0).ToArray();
        if (helped.Length > 0)
            yield return new Warning("help-needed", PlanningTexts.WarnBought.With(
                limits.OwnHours ?? 0, helped.Sum(one => one.Bought), string.Join("; ", helped.Select(one => PlanningTexts.BoughtPart.With(one.Title, one.Bought)))));
    }

    private IEnumerable<Warning> Decided()
    {
        var possible = ProposalRules.Possible(analysis, library).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        if (frame.LeftOut.Where(possible.Contains).Select(TitleOf).ToArray() is { Length: > 0 } leftOut)
            yield return new Warning("left-out", PlanningTexts.WarnLeftOut.With(string.Join("; ", leftOut)));
        if (frame.ForcedIn.Where(id => !possible.Contains(id)).Select(TitleOf).ToArray() is { Length: > 0 } unasked)
            yield return new Warning("forced-without-gap", PlanningTexts.WarnUnasked.With(string.Join("; ", unasked)));
    }

    private IEnumerable<Warning> Questioned(IReadOnlyList<Initiative> planned)
    {
        var weak = proposals.Where(one => one.IsWeak).Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        if (planned.Where(one => weak.Contains(one.Id)).Select(one => one.Title).ToArray() is { Length: > 0 } questioned)
            yield return new Warning("initiative-questioned", PlanningTexts.WarnQuestioned.With(string.Join("; ", questioned)));
    }

    private IEnumerable<Warning> Unserved(IReadOnlyList<Initiative> planned) =>
        from objective in analysis.Objectives.Index()
        where planned.Count > 0 && !planned.Any(one => one.Objectives.Contains(objective.Index))
        select new Warning("objective-unserved", PlanningTexts.WarnUnserved.With(objective.Item.Text));

    private static IEnumerable<Warning> Baseline(IReadOnlyList<Initiative> planned) =>
        planned.Count > 0 ? [new Warning("baseline-missing", PlanningTexts.WarnBaseline)] : [];

    private string TitleOf(string id) => library.Entries.TryGetValue(id, out var entry) ? entry.Title : id;
}
