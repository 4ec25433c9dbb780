using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace RoadmapBot.Analysis.Language;

/// <summary>Cuts a text into words with exact offsets; contractions become the words they stand for.</summary>
/// <param name="numbers">Words that write a number, such as "twelve".</param>
/// <param name="isWords">Words after which 's is "is" and no possessive, such as "it".</param>
/// <param name="contractions">Whole words that stand for several, such as "won't".</param>
internal sealed partial class Tokenizer(
    Stemmer stemmer, IEnumerable<string> numbers, IEnumerable<string> isWords, IReadOnlyDictionary<string, string[]> contractions)
{
    /// <summary>A language has few common words: what was cut once is not cut again. Rarer ones beyond this many are.</summary>
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<string, (string Raw, string Stem)[]> _kept = new(StringComparer.Ordinal);
    private readonly FrozenSet<string> _numbers = numbers.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _isWords = isWords.ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenDictionary<string, string[]> _contractions = contractions.ToFrozenDictionary(StringComparer.Ordinal);

    public Word[] Words(string text)
    {
        var words = new List<Word>(text.Length / 5);
        var kept = _kept.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var match in WordShape().EnumerateMatches(text))
        {
            var written = text.AsSpan(match.Index, match.Length);
            if (!kept.TryGetValue(written, out var parts))
            {
                parts = Cut(written.ToString());
                if (_kept.Count < MostKept)
                    kept[written] = parts;
            }
            foreach (var (raw, stem) in parts)
                words.Add(new Word(match.Index, match.Index + match.Length, raw, stem));
        }
        return [.. words];
    }

    private (string Raw, string Stem)[] Cut(string written) =>
        [.. (written is Word.TheDepartment ? [written] : Parts(written.ToLowerInvariant().Replace('’', '\''))).Select(raw => (raw, StemOf(raw.ToLowerInvariant())))];

    private string StemOf(string raw) => char.IsAsciiDigit(raw[0]) || _numbers.Contains(raw) ? Word.AnyNumber : stemmer.Stem(raw);

    private IEnumerable<string> Parts(string raw)
    {
        if (_contractions.TryGetValue(raw, out var whole))
            return whole;
        var apostrophe = raw.IndexOf('\'', StringComparison.Ordinal);
        if (apostrophe < 0)
            return [raw];
        var (head, tail) = (raw[..apostrophe], raw[(apostrophe + 1)..]);
        return tail switch
        {
            "t" when head is [_, .., 'n'] => [head[..^1], "not"],
            "s" => _isWords.Contains(head) ? [head, "is"] : [head],
            "re" => [head, "are"],
            "ve" => [head, "have"],
            "ll" => [head, "will"],
            "d" => [head, "would"],
            "m" => [head, "am"],
            _ => [head],
        };
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’]\p{L}+)*")]
    private static partial Regex WordShape();
}
