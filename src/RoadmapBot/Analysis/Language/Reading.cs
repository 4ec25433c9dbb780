namespace RoadmapBot.Analysis.Language;

internal enum Polarity
{
    Neutral,
    Problem,
    Strength,
    Plan,
    Unknown,
}

/// <summary>The smallest piece that has a polarity of its own.</summary>
/// <param name="Start">Offset of its first word.</param>
/// <param name="End">Offset behind its last word.</param>
/// <param name="IsPlanned">Something is going to be done, whatever else the clause says.</param>
/// <param name="IsWanted">The problem is that something is asked for.</param>
/// <param name="IsFixed">Something wrong was dealt with.</param>
internal sealed record Clause(Run Words, int Start, int End, Polarity Polarity, bool IsPlanned = false, bool IsWanted = false, bool IsFixed = false);

/// <summary>A thing whose existence somebody denied, at a word.</summary>
internal readonly record struct Denial(string Concept, int Word);

/// <summary>A text as evidence: its words, where it breaks, the concepts and cues in it, and how each clause is meant. All offsets are into <see cref="Text"/>.</summary>
internal sealed class Reading
{
    private readonly List<Hit>[] _hitsAt;

    public Reading(string text, Word[] words, Breaks breaks, IReadOnlyList<Hit> concepts, IReadOnlyList<Hit> cues)
    {
        (Text, Words, Breaks, Concepts, Cues) = (text, words, breaks, concepts, cues);
        _hitsAt = new List<Hit>[words.Length];
        foreach (var hit in concepts.Concat(cues))
            (_hitsAt[hit.First] ??= []).Add(hit);
    }

    public string Text { get; }

    public Word[] Words { get; }

    public Breaks Breaks { get; }

    public IReadOnlyList<Hit> Concepts { get; }

    /// <summary>Hits with a kind; no word is in two.</summary>
    public IReadOnlyList<Hit> Cues { get; }

    public IReadOnlyList<Clause> Clauses { get; init; } = [];

    public IReadOnlyList<Denial> Denials { get; init; } = [];

    public Clause ClauseAt(int word) => Clauses[Breaks.Clause[word]];

    public IReadOnlyList<Hit> HitsAt(int word) => _hitsAt[word] ?? [];

    /// <summary>The sentences from that of one word to that of another, as the text has them, with their closing punctuation.</summary>
    public string Quote(int fromWord, int toWord)
    {
        var (first, last) = (fromWord, toWord);
        while (first > 0 && Breaks.Sentence[first - 1] == Breaks.Sentence[fromWord])
            first--;
        while (last + 1 < Words.Length && Breaks.Sentence[last + 1] == Breaks.Sentence[toWord])
            last++;
        var end = Words[last].End;
        while (end < Text.Length && ".!?…,;:)”\"'’".Contains(Text[end], StringComparison.Ordinal))
            end++;
        return Text[Words[first].Start..end].TrimEnd(',', ';', ':', ' ');
    }
}
