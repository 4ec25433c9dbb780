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
internal sealed class Reading(string text, Word[] words, Breaks breaks, Symbols symbols, Hit[] concepts, Hit[] cues)
{
    /// <summary>Words that a quote should have, so that a reader can judge what was said.</summary>
    private const int EnoughToJudge = 12;

    private IReadOnlySet<string>? _names;

    public string Text => text;

    public Word[] Words => words;

    public Breaks Breaks => breaks;

    /// <summary>With which patterns search it.</summary>
    public Symbols Symbols => symbols;

    /// <summary>In the order of the text.</summary>
    public Hit[] Concepts => concepts;

    /// <summary>The names of the concepts; made when first asked for, since most readings are never asked.</summary>
    public IReadOnlySet<string> Names => _names ??= concepts.Select(hit => hit.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>Hits with a kind, in the order of the text; no word is in two.</summary>
    public Hit[] Cues => cues;

    public Clause[] Clauses { get; private set; } = [];

    public Denial[] Denials { get; private set; } = [];

    /// <summary>What is read second and third, from what was read before.</summary>
    public Reading Judged(Func<Reading, Clause[]> clauses, Func<Reading, Denial[]> denials)
    {
        Clauses = clauses(this);
        Denials = denials(this);
        return this;
    }

    /// <summary>How many sentences it has.</summary>
    public int Sentences => words.Length == 0 ? 0 : breaks.Sentence[^1] + 1;

    public int FirstWordOf(int sentence) => Array.IndexOf(breaks.Sentence, sentence);

    public int LastWordOf(int sentence) => Array.LastIndexOf(breaks.Sentence, sentence);

    public Clause ClauseAt(int word) => Clauses[Breaks.Clause[word]];

    /// <summary>The concepts and cues that begin at a word.</summary>
    public IEnumerable<Hit> HitsAt(int word) => concepts.Concat(cues).Where(hit => hit.First == word);

    /// <summary>The cue that begins at a word.</summary>
    public Hit? CueAt(int word)
    {
        foreach (var cue in cues)
            if (cue.First >= word)
                return cue.First == word ? cue : null;
        return null;
    }

    /// <summary>The same with sentences before them, or else after them, until a reader can judge what was said.</summary>
    public string Passage(int fromWord, int toWord)
    {
        var (first, last) = (Breaks.Sentence[fromWord], Breaks.Sentence[toWord]);
        while (LastWordOf(last) - FirstWordOf(first) < EnoughToJudge && (first > 0 || last + 1 < Sentences))
            (first, last) = first > 0 ? (first - 1, last) : (first, last + 1);
        return Quote(FirstWordOf(first), LastWordOf(last));
    }

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
        return Text.AsSpan(Words[first].Start..end).TrimEnd(",;: ").ToString();
    }
}
