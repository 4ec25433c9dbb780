using System.Buffers;
using System.Collections.Frozen;

namespace RoadmapBot.Analysis.Language;

/// <summary>
/// Brings the inflections of an English word to one form: plural, past, -ing and -ly, and the irregular forms it is given.
/// The result need not be a word; it only has to be the same for all forms, and seldom the same for two words.
/// </summary>
internal sealed class Stemmer(IReadOnlyDictionary<string, string> irregular)
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private const int Shortest = 3;
    private readonly FrozenDictionary<string, string> _irregular = irregular.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="word">In lower case.</param>
    public string Stem(string word)
    {
        if (_irregular.TryGetValue(word, out var basic))
            word = basic;
        if (word.Length <= Shortest || !char.IsAsciiLetter(word[^1]))
            return word;
        return Ending(Adverb(Participle(Plural(word))));
    }

    private static string Plural(string word) => word switch
    {
        [.., 's', 's'] or [.., 'u', 's'] or [.., 'i', 's'] => word,
        [_, _, .., 'i', 'e', 's'] when word.Length > 4 => word[..^3] + "y",
        [.., 's', 's', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'c' or 's', 'h', 'e', 's'] => word[..^2],
        [.., 's'] => word[..^1],
        _ => word,
    };

    private static string Participle(string word) => word switch
    {
        [.., 'i', 'e', 'd'] when word.Length > 4 => word[..^3] + "y",
        [.., 'e', 'e', 'd'] => word,
        [.., 'e', 'd'] when StandsAlone(word.AsSpan(..^2)) => WithFinalE(word[..^2]),
        [.., 'i', 'n', 'g'] when StandsAlone(word.AsSpan(..^3)) => WithFinalE(word[..^3]),
        _ => word,
    };

    /// <summary>"hop" of "hoping" was "hope"; that of "hopping" still has two letters p.</summary>
    private static string WithFinalE(string rest) =>
        rest is [_, var vowel, var last] && IsVowel(vowel) && !IsVowel(last) && last is not ('w' or 'x' or 'y') ? rest + "e" : rest;

    private static string Adverb(string word) => word is [.., 'l', 'y'] && word.Length > 5 ? word[..^2] : word;

    private static string Ending(string word)
    {
        if (word.Length > Shortest + 1 && word[^1] is 'e')
            word = word[..^1];
        if (word.Length > Shortest && word[^1] is 'y')
            word = word[..^1] + "i";
        return word.Length > Shortest && word[^1] == word[^2] && !IsVowel(word[^1]) ? word[..^1] : word;
    }

    private static bool StandsAlone(ReadOnlySpan<char> rest) => rest.Length >= Shortest && rest.ContainsAny(Vowels);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
