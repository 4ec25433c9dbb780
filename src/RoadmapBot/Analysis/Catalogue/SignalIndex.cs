using System.Collections.Frozen;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>Finds the few signals that a text can show at all, so that the cost of an answer does not grow with the catalogue.</summary>
internal sealed class SignalIndex
{
    private readonly FrozenDictionary<string, (GapEntry Entry, Signal Signal)[]> _byKey;

    public SignalIndex(IEnumerable<GapEntry> entries) =>
        _byKey = (from entry in entries
                  from signal in entry.Signals
                  from key in KeysOf(signal)
                  group (entry, signal) by key).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <param name="text">What was said.</param>
    /// <param name="topic">What was asked; its concepts may be what the text is about.</param>
    public IEnumerable<(GapEntry Entry, Signal Signal)> Candidates(Reading text, Reading topic)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in text.Words)
            keys.Add(word.IsDigits ? word.Raw : word.Stem);
        foreach (var hit in text.Concepts.Concat(text.Cues).Concat(topic.Concepts))
            keys.Add("{" + hit.Name + "}");
        return keys.SelectMany(key => _byKey.GetValueOrDefault(key) ?? []).Distinct();
    }

    private static IEnumerable<string> KeysOf(Signal signal) => signal switch
    {
        Signal.Says says => says.Pattern.Anchors,
        Signal.Speaks speaks => speaks.Concepts.Select(concept => "{" + concept + "}").Distinct(),
        _ => [],
    };
}
