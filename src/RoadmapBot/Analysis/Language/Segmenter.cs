using System.Buffers;
using System.Collections.Frozen;

namespace RoadmapBot.Analysis.Language;

/// <summary>A run of words, by their indexes: <paramref name="First"/> up to but without <paramref name="Last"/>.</summary>
internal readonly record struct Run(int First, int Last)
{
    public bool Holds(int word) => word >= First && word < Last;
}

/// <summary>Where a text breaks: each word's sentence, passage (what lies between two contrasts such as "but") and clause, counted from zero.</summary>
internal sealed record Breaks(int[] Sentence, int[] Passage, int[] Clause);

/// <summary>Breaks words into sentences, passages and clauses by punctuation and by the words that open a clause.</summary>
/// <param name="openers">Open a clause behind a comma.</param>
/// <param name="joiners">Open a clause with or without a comma.</param>
/// <param name="subjects">Open a clause behind "and", "so" and "or".</param>
/// <param name="contrasts">Open a passage.</param>
/// <param name="abbreviations">End in a full stop that ends no sentence.</param>
internal sealed class Segmenter(
    IEnumerable<string> openers, IEnumerable<string> joiners, IEnumerable<string> subjects, IEnumerable<string> contrasts, IEnumerable<string> abbreviations)
{
    private static readonly SearchValues<char> ClauseMarks = SearchValues.Create("?:—–()");

    private readonly FrozenSet<string> _openers = openers.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _joiners = joiners.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _subjects = subjects.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _contrasts = contrasts.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _abbreviations = abbreviations.ToFrozenSet(StringComparer.Ordinal);

    private enum Break
    {
        None,
        Clause,
        Passage,
        Sentence,
    }

    public Breaks Segment(string text, ReadOnlySpan<Word> words)
    {
        var (sentences, passages, clauses) = (new int[words.Length], new int[words.Length], new int[words.Length]);
        for (var i = 1; i < words.Length; i++)
        {
            var found = Between(text, words, i);
            sentences[i] = sentences[i - 1] + (found >= Break.Sentence ? 1 : 0);
            passages[i] = passages[i - 1] + (found >= Break.Passage ? 1 : 0);
            clauses[i] = clauses[i - 1] + (found >= Break.Clause ? 1 : 0);
        }
        return new Breaks(sentences, passages, clauses);
    }

    private Break Between(string text, ReadOnlySpan<Word> words, int next)
    {
        var (before, after) = (words[next - 1], words[next]);
        if (after.Start < before.End)
            return Break.None;
        var gap = text.AsSpan(before.End, after.Start - before.End);
        if (EndsSentence(gap, before.Raw))
            return Break.Sentence;
        if (gap.Contains(';') || _contrasts.Contains(after.Raw))
            return Break.Passage;
        if (gap.ContainsAny(ClauseMarks) || gap.Contains(" - ", StringComparison.Ordinal))
            return Break.Clause;
        if (_joiners.Contains(after.Raw) || (gap.Contains(',') && (_openers.Contains(after.Raw) || before.Raw is "no" or "yes")))
            return Break.Clause;
        return after.Raw is "and" or "so" or "or" && next + 1 < words.Length && _subjects.Contains(words[next + 1].Raw) ? Break.Clause : Break.None;
    }

    private bool EndsSentence(ReadOnlySpan<char> gap, string before)
    {
        if (gap.ContainsAny("\r\n"))
            return true;
        var stop = gap.IndexOfAny(".!?…");
        return stop >= 0 && gap[stop..].ContainsAny(" \t\u00a0") && !(gap[stop] is '.' && _abbreviations.Contains(before));
    }
}
