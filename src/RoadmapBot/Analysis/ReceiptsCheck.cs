using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis;

/// <summary>
/// Holds a sentence that was generated against the answers that it cites. It knows no synonyms: a word that carries meaning has to stand in them, or in
/// our own words about the thing, with the same yes or no; a number, a name and an amount in the answers themselves. What it refuses may be true, what it
/// lets pass was said.
/// </summary>
internal sealed partial class ReceiptsCheck(EvidenceReader reader)
{
    /// <summary>How many words before a word a "not" still reaches it.</summary>
    private const int Reach = 4;

    /// <summary>How far the thing that is counted stands from its number.</summary>
    private const int Near = 3;

    /// <summary>Words in common that make an answer one that the sentence can stand on.</summary>
    private const int Common = 2;

    /// <summary>Of a text, so that sentences of several texts have numbers of their own.</summary>
    private const int MostSentences = 100_000;

    private const string Function =
        "a an the this that these those there here it its itself they their theirs them themselves we our ours us you your he his him she her i my me who whom whose which what where when while "
        + "is are was were be been being am has have had having do does did doing can could may might shall should will would "
        + "and or but as than then so if of to in on at by for from with within into onto out up about over under between through during after before since until per via "
        + "also such some any other each own same both just now still yet today currently one ones s say said describe described report reported mention mentioned "
        + "people person staff organisation organization";

    private const string Denying = "not no never none nobody nothing nowhere without neither nor cannot lack lacks lacking hardly";

    private static readonly FrozenSet<string> Functions = Function.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Denials = Denying.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Digits =
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".Split(' ')
            .Select((word, value) => (word, value)).Where(pair => pair.word != "one").ToFrozenDictionary(pair => pair.word, pair => pair.value.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <param name="Key">What all its inflections share; of a number its digits.</param>
    /// <param name="Written">As it stands there, in lower case.</param>
    private readonly record struct Token(string Key, string Written, bool IsNumber, bool IsName, bool IsDenied, int Sentence);

    /// <param name="cited">The whole texts of the answers that the sentence cites.</param>
    /// <param name="known">Our own words about the thing, which may be repeated: they hold no one's facts.</param>
    /// <returns>What is wrong with it, in words for the model that may try again; empty for nothing.</returns>
    public IReadOnlyList<string> Faults(string sentence, IReadOnlyList<string> cited, IReadOnlyList<string> known)
    {
        if (cited.Count == 0)
            return ["It cites nothing."];
        var claim = Tokens(sentence, 0);
        var content = claim.Where(token => !IsFunction(token)).ToArray();
        if (content.Length < Common)
            return ["It says nothing."];
        var answers = cited.Select(Tokens).ToArray();
        var said = answers.SelectMany(answer => answer).ToArray();
        var ground = said.Concat(known.SelectMany((text, index) => Tokens(text, cited.Count + index))).ToArray();
        return
        [
            .. content.Where(token => token.IsNumber && !said.Any(one => one.IsNumber && one.Key == token.Key)).Select(token => $"The number {token.Written} is in none of its answers."),
            .. content.Where(token => token.IsName && !ground.Any(one => one.Written == token.Written)).Select(token => $"The name {token.Written} is in none of its answers."),
            .. content.Where(token => !token.IsNumber && !token.IsName && !ground.Any(one => one.Key == token.Key)).Select(token => $"For the word {token.Written} its answers give no ground."),
            .. Turned(claim, content, ground),
            .. Miscounted(claim, said),
            .. Amounts(sentence).Except(cited.SelectMany(Amounts)).Select(amount => $"The amount {amount} is in none of its answers."),
            .. answers.Where(answer => content.Select(token => token.Key).Distinct().Count(key => answer.Any(one => one.Key == key)) < Common).Take(1).Select(_ => "An answer that it cites has nothing to do with it."),
        ];
    }

    /// <summary>Yes made of no, or no made of yes.</summary>
    private static IEnumerable<string> Turned(Token[] claim, Token[] content, Token[] ground)
    {
        if (claim.Any(token => Denials.Contains(token.Written)) && !ground.Any(token => Denials.Contains(token.Written)))
            yield return "It denies what its answers do not deny.";
        var denying = ground.Where(token => Denials.Contains(token.Written)).Select(token => token.Sentence).ToHashSet();
        foreach (var token in content)
        {
            var same = ground.Where(one => one.Key == token.Key).ToArray();
            if (same.Length > 0 && (token.IsDenied ? !same.Any(one => denying.Contains(one.Sentence)) : same.All(one => one.IsDenied)))
                yield return $"Its answers say the contrary of {token.Written}.";
        }
    }

    /// <summary>A number belongs to what it counts: not "30 servers and 2 people" for "2 servers and 30 people".</summary>
    private static IEnumerable<string> Miscounted(Token[] claim, Token[] said)
    {
        for (var at = 0; at < claim.Length; at++)
        {
            var number = claim[at];
            if (!number.IsNumber)
                continue;
            var next = at + 1 < claim.Length && claim[at + 1].Written is "of" ? at + 2 : at + 1;
            if (next >= claim.Length || claim[next] is var counted && IsFunction(counted))
                continue;
            var isSaid = said.Index().Any(one => one.Item.IsNumber && one.Item.Key == number.Key
                && Enumerable.Range(one.Index - Near, (2 * Near) + 1).Any(near => near >= 0 && near < said.Length && said[near].Key == counted.Key));
            if (!isSaid)
                yield return $"Its answers do not count {number.Written} {counted.Written}.";
        }
    }

    /// <summary>A denial is a claim too, but judged by what it turns.</summary>
    private static bool IsFunction(Token token) => !token.IsNumber && !token.IsName && (Functions.Contains(token.Written) || Denials.Contains(token.Written));

    private Token[] Tokens(string text, int number)
    {
        var words = reader.Read(text).Words;
        var tokens = new List<Token>(words.Length);
        var sentence = number * MostSentences;
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            var gap = at == 0 ? "" : text[words[at - 1].End..Math.Max(word.Start, words[at - 1].End)];
            var written = text[word.Start..word.End];
            var isNumber = written.All(char.IsDigit);
            if (isNumber && gap is "," or "." && tokens[^1].IsNumber)
            {
                tokens[^1] = tokens[^1] with { Key = tokens[^1].Key + (gap is "," && written.Length == 3 ? "" : ".") + written }; // 4,500 and 99.9
                continue;
            }

            var isFirst = at == 0 || Stop().IsMatch(gap);
            if (isFirst)
                sentence++;
            var isDenied = false;
            for (var back = tokens.Count - 1; back >= 0 && tokens.Count - back <= Reach && tokens[back].Sentence == sentence; back--)
                isDenied |= Denials.Contains(tokens[back].Written);
            tokens.Add(new Token(
                isNumber ? written.TrimStart('0') is { Length: > 0 } digits ? digits : "0" : Digits.GetValueOrDefault(word.Raw, word.Stem is Word.AnyNumber ? word.Raw : word.Stem),
                word.Raw, isNumber || Digits.ContainsKey(word.Raw),
                !isNumber && (written.Any(char.IsDigit) || written.Skip(1).Any(char.IsUpper) || (!isFirst && char.IsUpper(written[0]) && written != "I")), isDenied, sentence));
        }

        return [.. tokens];
    }

    /// <summary>Amounts of money and per cent, with their sign, thousands and decimals as they are written.</summary>
    private static IEnumerable<string> Amounts(string text) => Amount().Matches(text).Select(found => Space().Replace(found.Value, "").TrimEnd('.', ','));

    [GeneratedRegex(@"[$€£¥]\s?\d[\d.,]*\s?(?:[kKmM]\b)?|\d[\d.,]*\s?(?:[%€£¥$]|(?:[kK]|EUR|USD|GBP|CHF)\b)|\d[\d.,/:-]*\d")]
    private static partial Regex Amount();

    [GeneratedRegex(@"[.!?;:\n]")]
    private static partial Regex Stop();

    [GeneratedRegex(@"\s")]
    private static partial Regex Space();
}
