using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Planning.WhatIf;

/// <summary>Which initiative is meant: the one that is about what the words are about, or whose title has the most of the words.</summary>
/// <param name="entries">The preferred first.</param>
internal sealed class InitiativeFinder(EvidenceReader reader, IReadOnlyList<InitiativeEntry> entries)
{
    /// <summary>A thing that the library names for the initiative tells more than a word of its title.</summary>
    private const int ThingWeight = 2;

    /// <returns>Its id; null where nothing fits.</returns>
    public string? Find(string words)
    {
        var reading = reader.Read(words);
        var things = reading.Concepts.Select(hit => hit.Name).ToHashSet(StringComparer.Ordinal);
        var stems = Stems(words);
        return entries.Select(entry => (entry.Id, Weight: (ThingWeight * entry.About.Count(things.Contains)) + Stems(entry.Title).Count(stems.Contains)))
            .OrderByDescending(one => one.Weight).FirstOrDefault(one => one.Weight > 0).Id;
    }

    private HashSet<string> Stems(string text) =>
        [.. reader.Read(text).Words.Where(word => word.Raw.Length > 3).Select(word => word.Stem)];
}
