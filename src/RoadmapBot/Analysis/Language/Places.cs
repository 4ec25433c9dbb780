namespace RoadmapBot.Analysis.Language;

/// <summary>Which symbols stand where in a reading, so that a pattern is tried only where it can begin. Made for one round of matching and then let go.</summary>
internal sealed class Places
{
    private const int Bits = 64;

    private readonly int[] _words;
    private readonly int[] _names;
    private readonly Hit[] _hits;
    private readonly ulong[] _present;

    public Places(Reading reading)
    {
        Reading = reading;
        _present = new ulong[(reading.Symbols.Count / Bits) + 1];
        _words = new int[reading.Words.Length];
        for (var i = 0; i < _words.Length; i++)
            _words[i] = Noted(reading.Symbols.OfStem(reading.Words[i].Stem));
        _hits = [.. reading.Concepts, .. reading.Cues];
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

    /// <summary>Adds every word at which a symbol stands.</summary>
    public void AddPlaces(int symbol, List<int> places)
    {
        for (var i = 0; i < _words.Length; i++)
            if (_words[i] == symbol)
                places.Add(i);
        for (var i = 0; i < _names.Length; i++)
            if (_names[i] == symbol)
                places.Add(_hits[i].First);
    }

    /// <summary>The hits of a name that begin at a word, one after another: give -1 first, then what was returned.</summary>
    /// <returns>An index for <see cref="LastOf"/>, or -1 where there is none more.</returns>
    public int NextAt(int name, int word, int after)
    {
        for (var i = after + 1; i < _names.Length; i++)
            if (_names[i] == name && _hits[i].First == word)
                return i;
        return -1;
    }

    public int LastOf(int hit) => _hits[hit].Last;

    private int Noted(int symbol)
    {
        if (symbol >= 0)
            _present[symbol / Bits] |= 1UL << (symbol % Bits);
        return symbol;
    }
}
