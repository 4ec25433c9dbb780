using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Discovery;

namespace RoadmapBot.Analysis.Checks;

/// <summary>What a hearing can say yes or no to.</summary>
/// <param name="Point">Null for the whole list.</param>
internal readonly record struct Answered(string List, string? Point, bool IsYes);

/// <summary>Everything that is checked, and where its signals are found.</summary>
internal sealed class Checklists(Symbols symbols, IReadOnlyList<Checklist> all)
{
    public IReadOnlyList<Checklist> All => all;

    public SignalIndex<Answered> Signals { get; } = new(symbols, all.SelectMany(list =>
        list.None.Select(signal => (new Answered(list.Id, null, false), signal))
            .Concat(list.Points.SelectMany(point => point.Yes.Select(signal => (new Answered(list.Id, point.Id, true), signal))))
            .Concat(list.Points.SelectMany(point => point.No.Select(signal => (new Answered(list.Id, point.Id, false), signal))))));

    /// <summary>By concepts whose existence is a yes.</summary>
    public ILookup<string, Answered> Having { get; } = all.SelectMany(list => list.Points.SelectMany(point => point.Has.Select(concept => (concept, new Answered(list.Id, point.Id, true)))))
        .ToLookup(pair => pair.concept, pair => pair.Item2, StringComparer.Ordinal);

    /// <summary>The checklists of <c>checks.yaml</c> as far as they can be read; use them only where no fault was added.</summary>
    public static Checklists Read(string folder, Lexicon lexicon, ICollection<YamlFault> faults)
    {
        if (YamlFiles.Load(folder, "checks.yaml", faults) is not { } file)
            return new Checklists(lexicon.Symbols, []);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        Checklist[] all = [.. file.Maps("checks").Select(entry => Checklist.Of(entry.Id(ids), entry, lexicon))];
        file.Close();
        return new Checklists(lexicon.Symbols, all);
    }
}
