using RoadmapBot.Analysis;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>An initiative that the gaps ask for, before it has a time.</summary>
/// <param name="Gaps">Those it addresses; at least one.</param>
/// <param name="Objectives">Indexes into the analysis' objectives; at least one.</param>
/// <param name="IsWeak">No stated objective asks for it directly.</param>
internal sealed record Proposal(InitiativeEntry Entry, IReadOnlyList<Gap> Gaps, PriorityFacts Facts, IReadOnlyList<int> Objectives, bool IsWeak, Due? Due)
{
    public string Id => Entry.Id;
}

/// <summary>Chooses what to propose: nothing that does not address a gap that was found and serve an objective.</summary>
internal static class ProposalRules
{
    /// <summary>A gap of this severity gets its second initiative too.</summary>
    private const int SecondFrom = 16;

    /// <returns>The foremost first.</returns>
    public static IReadOnlyList<Proposal> Of(GapAnalysis analysis, InitiativeLibrary library, PlanningFrame frame)
    {
        var wanted = Wanted(library);
        var chosen = analysis.Gaps.SelectMany(gap => wanted[gap.Id].Take(gap.Severity.Score() >= SecondFrom ? 2 : 1))
            .Concat(analysis.Gaps.SelectMany(gap => wanted[gap.Id]).Where(frame.ForcedIn.Contains))
            .Except(frame.LeftOut, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var proposals = chosen.Select(id => ProposalOf(
            library.Entries[id], [.. analysis.Gaps.Where(gap => wanted[gap.Id].Contains(id))], analysis, frame));
        return GroupOrderRules.Apply(Ranked(proposals, frame.Method), frame.Group);
    }

    /// <summary>Everything that the library knows against the gaps that were found, by title. A gap that it no longer knows counts for nothing.</summary>
    public static IReadOnlyList<InitiativeEntry> Possible(GapAnalysis analysis, InitiativeLibrary library)
    {
        var wanted = Wanted(library);
        return [.. analysis.Gaps.SelectMany(gap => wanted.GetValueOrDefault(gap.Id) ?? []).Distinct().Select(id => library.Entries[id]).OrderBy(entry => entry.Title, StringComparer.Ordinal)];
    }

    /// <summary>By score; what is equal by effort, the least first.</summary>
    public static IReadOnlyList<Proposal> Ranked(IEnumerable<Proposal> proposals, PriorityMethod method) =>
    [
        .. proposals.OrderByDescending(one => Math.Round(PriorityRules.Score(method, one.Facts, Views.Plain), 6))
            .ThenBy(one => one.Facts.Resources).ThenBy(one => one.Id, StringComparer.Ordinal),
    ];

    private static Dictionary<string, IReadOnlyList<string>> Wanted(InitiativeLibrary library) =>
        library.Gaps.Entries.ToDictionary(entry => entry.Id, entry => entry.Initiatives, StringComparer.Ordinal);

    private static Proposal ProposalOf(InitiativeEntry entry, IReadOnlyList<Gap> gaps, GapAnalysis analysis, PlanningFrame frame)
    {
        var links = gaps.SelectMany(gap => gap.Objectives).ToArray();
        var firm = links.Where(link => !link.IsWeak).Select(link => link.Objective).Distinct().Order().ToArray();
        var served = firm.Length > 0 ? firm : [.. links.Select(link => link.Objective).Distinct().Order()];
        var revenue = firm.Any(index => analysis.Objectives[index].Classes.Contains(ObjectiveClass.Revenue));
        var due = DeadlineRules.Of(entry.Id, gaps, frame, analysis.Support);
        return new Proposal(entry, gaps, PriorityFacts.Of(entry, gaps, revenue, due is not null), served, firm.Length == 0, due);
    }
}
