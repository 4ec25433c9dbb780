using System.Collections.Frozen;

namespace RoadmapBot.Analysis.Language;

/// <summary>A phrase of the book found in a text, as the run of words that it covers.</summary>
/// <param name="Kind">Set where the name is that of a cue.</param>
internal readonly record struct Hit(string Name, Cue? Kind, int First, int Last);

/// <summary>Finds phrases in texts, by the stem or form of their first word.</summary>
internal sealed class PhraseBook
{
    private readonly FrozenDictionary<string, Phrase[]> _byStem;
    private readonly FrozenDictionary<string, Phrase[]> _byForm;

    public PhraseBook(IEnumerable<Phrase> phrases)
    {
        var all = phrases.ToLookup(phrase => phrase.Exact[0]);
        _byStem = ByFirst(all[false], word => word.Stem);
        _byForm = ByFirst(all[true], word => word.Raw);
    }

    /// <summary>All hits that stay inside one piece (a clause, a sentence: equal numbers in <paramref name="piece"/>), in the order of the text, longer ones first.</summary>
    public List<Hit> Find(ReadOnlySpan<Word> words, ReadOnlySpan<int> piece)
    {
        var hits = new List<Hit>(words.Length / 2);
        for (var start = 0; start < words.Length; start++)
        {
            Add(_byForm, words[start].Raw, words, piece, start, hits);
            Add(_byStem, words[start].Stem, words, piece, start, hits);
        }
        return hits;
    }

    /// <summary>As <see cref="Find"/>, but no word is in two hits: what starts first wins, and of those the longest.</summary>
    public List<Hit> FindApart(ReadOnlySpan<Word> words, ReadOnlySpan<int> piece)
    {
        var apart = new List<Hit>();
        foreach (var hit in Find(words, piece))
            if (apart.Count == 0 || hit.First >= apart[^1].Last)
                apart.Add(hit);
            else if (hit.First == apart[^1].First && hit.Last > apart[^1].Last)
                apart[^1] = hit;
        return apart;
    }

    internal static bool Same(Word pattern, bool exact, Word word) => exact ? pattern.Raw == word.Raw : pattern.Stem == word.Stem;

    private static FrozenDictionary<string, Phrase[]> ByFirst(IEnumerable<Phrase> phrases, Func<Word, string> key) => phrases.GroupBy(phrase => key(phrase.Words[0]))
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Words.Length).ToArray(), StringComparer.Ordinal);

    private static void Add(
        FrozenDictionary<string, Phrase[]> book, string key, ReadOnlySpan<Word> words, ReadOnlySpan<int> piece, int start, List<Hit> hits)
    {
        if (!book.TryGetValue(key, out var phrases))
            return;
        foreach (var phrase in phrases)
            if (Fits(phrase, words, piece, start))
                hits.Add(new Hit(phrase.Name, phrase.Kind, start, start + phrase.Words.Length));
    }

    private static bool Fits(Phrase phrase, ReadOnlySpan<Word> words, ReadOnlySpan<int> piece, int start)
    {
        if (start + phrase.Words.Length > words.Length || piece[start] != piece[start + phrase.Words.Length - 1])
            return false;
        for (var i = 0; i < phrase.Words.Length; i++)
            if (!Same(phrase.Words[i], phrase.Exact[i], words[start + i]))
                return false;
        return true;
    }
}
