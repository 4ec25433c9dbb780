namespace RoadmapBot.Analysis.Language;

/// <summary>Which symbols stand where in a reading, so that a pattern is tried only where it can begin. Made for one round of matching and then let go.</summary>
internal sealed class Places
{
    private const int Bits = 64;

    private readonly int[] _words;
    private readonly int[] _names;
    private readonly Hit[] _hits;

    /// <summary>For each word the first of the hits that begin at it or behind it.</summary>
    private readonly int[] _from;

    private readonly ulong[] _present;

    public Places(Reading reading)
    {
        Reading = reading;
        _present = new ulong[(reading.Symbols.Count / Bits) + 1];
        _words = new int[reading.Words.Length];
        for (var i = 0; i < _words.Length; i++)
            _words[i] = Noted(reading.Symbols.OfStem(reading.Words[i].Stem));
        (_hits, _from) = ByWord(reading);
        _names = new int[_hits.Length];
        for (var i = 0; i < _hits.Length; i++)
            _names[i] = Noted(reading.Symbols.OfName(_hits[i].Name));
    }

    public Reading Reading { get; }

    /// <summary>Symbols of the words, one each; some of them <see cref="Symbols.None"/>.</summary>
    public ReadOnlySpan<int> Words => _words;

    /// <summary>Symbols of the concepts and cues, as <see cref="Words"/>.</summary>
    public ReadOnlySpan<int> Names => _names;

    public bool HasAny(ReadOnlySpan<int> symbols)
    {
        foreach (var symbol in symbols)
            if ((_present[symbol / Bits] & (1UL << (symbol % Bits))) != 0)
                return true;
        return false;
    }

    /// <summary>The first word from <paramref name="word"/> on at which one of the symbols stands, or -1.</summary>
    public int NextOf(HashSet<int> symbols, int word)
    {
        for (; word < _words.Length; word++)
        {
            if (symbols.Contains(_words[word]))
                return word;
            for (var hit = _from[word]; hit < _from[word + 1]; hit++)
                if (symbols.Contains(_names[hit]))
                    return word;
        }
        return -1;
    }

    /// <summary>The hits of a name that begin at a word, one after another: give -1 first, then what was returned.</summary>
    /// <returns>An index for <see cref="LastOf"/>, or -1 where there is none more.</returns>
    public int NextAt(int name, int word, int after)
    {
        for (var hit = after < 0 ? _from[word] : after + 1; hit < _from[word + 1]; hit++)
            if (_names[hit] == name)
                return hit;
        return -1;
    }

    public int LastOf(int hit) => _hits[hit].Last;

    private int Noted(int symbol)
    {
        if (symbol >= 0)
            _present[symbol / Bits] |= 1UL << (symbol % Bits);
        return symbol;
    }

    /// <summary>Concepts before cues, where both begin at a word.</summary>
    private static (Hit[] Hits, int[] From) ByWord(Reading reading)
    {
        var hits = new Hit[reading.Concepts.Length + reading.Cues.Length];
        var from = new int[reading.Words.Length + 1];
        var (at, concept, cue) = (0, 0, 0);
        for (var word = 0; word < reading.Words.Length; word++)
        {
            from[word] = at;
            while (concept < reading.Concepts.Length && reading.Concepts[concept].First == word)
                hits[at++] = reading.Concepts[concept++];
            while (cue < reading.Cues.Length && reading.Cues[cue].First == word)
                hits[at++] = reading.Cues[cue++];
        }
        from[^1] = at;
        return (hits, from);
    }
}
