using System.Collections.Frozen;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>Finds the few signals that a text can show at all, so that the cost of an answer does not grow with the catalogue.</summary>
internal sealed class SignalIndex
{
    private readonly (GapEntry Entry, Signal Signal)[] _all;
    private readonly FrozenDictionary<string, int[]> _byStem;
    private readonly FrozenDictionary<string, int[]> _byName;

    public SignalIndex(IEnumerable<GapEntry> entries)
    {
        _all = [.. entries.SelectMany(entry => entry.Signals.Select(signal => (entry, signal)))];
        var keys = _all.Index().SelectMany(item => KeysOf(item.Item.Signal).Select(key => (Key: key, item.Index))).ToLookup(item => item.Key[0] is '{');
        _byStem = keys[false].GroupBy(item => item.Key, item => item.Index, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _byName = keys[true].GroupBy(item => item.Key[1..^1], item => item.Index, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <param name="text">What was said.</param>
    /// <param name="topic">What was asked; its concepts may be what the text is about.</param>
    public List<(GapEntry Entry, Signal Signal)> Candidates(Places text, Reading topic)
    {
        var seen = new bool[_all.Length];
        var candidates = new List<(GapEntry, Signal)>();
        void Add(FrozenDictionary<string, int[]> index, string key)
        {
            if (!index.TryGetValue(key, out var signals))
                return;
            foreach (var signal in signals)
            {
                if (seen[signal])
                    continue;
                seen[signal] = true;
                candidates.Add(_all[signal]);
            }
        }

        foreach (var stem in text.Stems)
            Add(_byStem, stem);
        foreach (var name in text.Names)
            Add(_byName, name);
        foreach (var hit in topic.Concepts)
            Add(_byName, hit.Name);
        return candidates;
    }

    private static IEnumerable<string> KeysOf(Signal signal) => signal switch
    {
        Signal.Says says => says.Pattern.Anchors,
        Signal.Speaks speaks => speaks.Concepts.Select(concept => "{" + concept + "}").Distinct(),
        _ => [],
    };
}
