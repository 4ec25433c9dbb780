using System.Collections;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>Finds the few signals that a text can show at all, so that the cost of an answer does not grow with the catalogue.</summary>
/// <typeparam name="T">What a signal is a signal of.</typeparam>
internal sealed class SignalIndex<T>
{
    private readonly (T Of, Signal Signal)[] _all;
    private readonly int[][] _bySymbol;

    public SignalIndex(Symbols symbols, IEnumerable<(T Of, Signal Signal)> signals)
    {
        _all = [.. signals];
        int[][][] needs = [.. _all.Select(one => NeedsOf(one.Signal, symbols))];
        var uses = needs.SelectMany(sets => sets).SelectMany(set => set).CountBy(symbol => symbol).ToDictionary();
        var keys = needs.Index().SelectMany(item => Rarest(item.Item, uses).Select(key => (Key: key, item.Index))).ToLookup(item => item.Key, item => item.Index);
        _bySymbol = [.. Enumerable.Range(0, symbols.Count).Select(symbol => keys[symbol].ToArray())];
    }

    /// <param name="places">Of what was said.</param>
    /// <param name="hearing">What was said; the concepts of its question may be what the text is about.</param>
    public List<(T Of, Signal Signal)> Candidates(Places places, Hearing hearing)
    {
        var seen = new BitArray(_all.Length);
        var candidates = new List<(T, Signal)>();
        void Add(int symbol)
        {
            foreach (var signal in symbol < 0 || symbol >= _bySymbol.Length ? [] : _bySymbol[symbol])
            {
                if (seen[signal])
                    continue;
                seen[signal] = true;
                if (SignalMatcher.CanBe(hearing, places, _all[signal].Signal))
                    candidates.Add(_all[signal]);
            }
        }

        foreach (var symbol in places.Words)
            Add(symbol);
        foreach (var symbol in places.Names)
            Add(symbol);
        foreach (var hit in hearing.Topic.Concepts)
            Add(hearing.Topic.Symbols.OfName(hit.Name));
        return candidates;
    }

    /// <summary>A signal is looked up by what few others ask for: what many ask for, such as "the", is in every text.</summary>
    private static int[] Rarest(int[][] sets, Dictionary<int, int> uses) => sets.MinBy(set => set.Sum(symbol => uses[symbol])) ?? [];

    private static int[][] NeedsOf(Signal signal, Symbols symbols) => signal switch
    {
        Signal.Says says => [.. says.Pattern.Needs],
        Signal.Speaks speaks => [[.. speaks.Concepts.Distinct().Select(symbols.AddName)]],
        _ => [],
    };
}
