using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Conversation;

namespace RoadmapBot.Analysis;

/// <summary>Finds the objectives, and for each gap those that it stands in the way of.</summary>
internal static class ObjectiveLinker
{
    private const int MostLinks = 2;
    private const int MostImplied = 3;

    /// <summary>The stated objectives in their order; where none is stated, those that the findings serve most.</summary>
    public static IReadOnlyList<Objective> Objectives(GapCatalogue catalogue, IReadOnlyList<string> stated, IReadOnlyCollection<GapEntry> found) =>
        stated.Count > 0
            ? [.. stated.Select(text => new Objective(text, catalogue.Objectives.Classify(text), false))]
            : [.. found.SelectMany(entry => entry.Serves).Append(ObjectiveClass.Continuity)
                .GroupBy(kind => kind).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Take(MostImplied)
                .Select(group => new Objective(catalogue.Objectives.WordsFor(group.Key).Implied, [group.Key], true))];

    /// <summary>
    /// At most two links, the strongest first: an objective that names what the gap is about, then one of a class that the gap stands in the way of, the gap's
    /// first class before its others. Where none fits, the one that asks for the most general thing, and the link says so.
    /// </summary>
    public static IReadOnlyList<ObjectiveLink> Link(GapCatalogue catalogue, IReadOnlyList<Objective> objectives, GapEntry entry)
    {
        var about = entry.Signals.OfType<Signal.Speaks>().SelectMany(signal => signal.Concepts).ToHashSet(StringComparer.Ordinal);
        var links = objectives.Select((objective, index) => Fit(catalogue, objective, index, entry, about)).Where(fit => fit.Link is not null)
            .OrderBy(fit => fit.Rank).ThenBy(fit => fit.Link!.Objective).Take(MostLinks).Select(fit => fit.Link!).ToArray();
        return links.Length > 0 ? links : [Weakest(objectives)];
    }

    private static (int Rank, ObjectiveLink? Link) Fit(GapCatalogue catalogue, Objective objective, int index, GapEntry entry, HashSet<string> about)
    {
        var shared = catalogue.Lexicon.Reader.Read(objective.Text).Concepts.Where(hit => about.Contains(hit.Name)).Select(hit => hit.Name).FirstOrDefault();
        if (shared is not null)
            return (0, new ObjectiveLink(index, AnalysisTexts.LinkShared.With(catalogue.Lexicon.Concepts[shared].Label)));
        foreach (var (rank, kind) in entry.Serves.Index())
            if (objective.Classes.Contains(kind))
                return (rank + 1, new ObjectiveLink(index, AnalysisTexts.LinkClass.With(catalogue.Objectives.WordsFor(kind).Label)));
        return (int.MaxValue, null);
    }

    private static ObjectiveLink Weakest(IReadOnlyList<Objective> objectives)
    {
        ObjectiveClass[] general = [ObjectiveClass.Continuity, ObjectiveClass.Efficiency, ObjectiveClass.Differentiation];
        var index = general.Select(kind => objectives.Index().Where(item => item.Item.Classes.Contains(kind)).Select(item => (int?)item.Index).FirstOrDefault())
            .FirstOrDefault(found => found is not null) ?? 0;
        return new ObjectiveLink(index, AnalysisTexts.LinkWeak, IsWeak: true);
    }
}
