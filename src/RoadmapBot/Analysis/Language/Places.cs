namespace RoadmapBot.Analysis.Language;

/// <summary>Where each word and each name stands in a reading, so that a pattern is tried only where it can begin. Made for one round of matching and then let go.</summary>
internal sealed class Places
{
    private readonly Dictionary<string, int> _firstWord;
    private readonly int[] _nextWord;
    private readonly Dictionary<string, int> _firstHit;
    private readonly int[] _nextHit;
    private readonly Hit[] _hits;

    public Places(Reading reading)
    {
        Reading = reading;
        var words = reading.Words;
        (_firstWord, _nextWord) = (new Dictionary<string, int>(words.Length, StringComparer.Ordinal), new int[words.Length]);
        for (var i = words.Length - 1; i >= 0; i--)
            (_nextWord[i], _firstWord[words[i].Stem]) = (_firstWord.GetValueOrDefault(words[i].Stem, -1), i);
        _hits = [.. reading.Concepts, .. reading.Cues];
        (_firstHit, _nextHit) = (new Dictionary<string, int>(_hits.Length, StringComparer.Ordinal), new int[_hits.Length]);
        for (var i = _hits.Length - 1; i >= 0; i--)
            (_nextHit[i], _firstHit[_hits[i].Name]) = (_firstHit.GetValueOrDefault(_hits[i].Name, -1), i);
    }

    public Reading Reading { get; }

    public IReadOnlyCollection<string> Stems => _firstWord.Keys;

    public IReadOnlyCollection<string> Names => _firstHit.Keys;

    /// <summary>Adds every place of a stem.</summary>
    public void AddWords(string stem, List<int> places)
    {
        for (var i = _firstWord.GetValueOrDefault(stem, -1); i >= 0; i = _nextWord[i])
            places.Add(i);
    }

    /// <summary>Adds the first word of every hit of a concept or a class of cues.</summary>
    public void AddHits(string name, List<int> places)
    {
        for (var i = _firstHit.GetValueOrDefault(name, -1); i >= 0; i = _nextHit[i])
            places.Add(_hits[i].First);
    }

    public bool HasWord(string stem) => _firstWord.ContainsKey(stem);

    public bool HasName(string name) => _firstHit.ContainsKey(name);

    /// <summary>The hits of a name that begin at a word, one after another: give -1 first, then what was returned.</summary>
    /// <returns>An index for <see cref="LastOf"/>, or -1 where there is none more.</returns>
    public int NextAt(string name, int word, int after)
    {
        for (var i = after < 0 ? _firstHit.GetValueOrDefault(name, -1) : _nextHit[after]; i >= 0; i = _nextHit[i])
            if (_hits[i].First == word)
                return i;
        return -1;
    }

    public int LastOf(int hit) => _hits[hit].Last;
}
