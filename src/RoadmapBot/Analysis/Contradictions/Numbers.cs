using System.Globalization;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Contradictions;

/// <summary>A number as it stands in a text, in digits or words.</summary>
/// <param name="First">Its first word.</param>
/// <param name="Last">The word behind it.</param>
/// <param name="IsRough">Said with "about", "some" or the like.</param>
/// <param name="Written">As it stands there.</param>
internal readonly record struct StatedNumber(double Value, int First, int Last, bool IsRough, string Written);

/// <summary>Reads numbers: "1,200", "99.9", "12k", "forty", "two hundred and fifty", "a dozen".</summary>
internal static class Numbers
{
    private static readonly HashSet<string> Rough =
        ["about", "around", "roughly", "some", "maybe", "perhaps", "nearly", "almost", "approximately", "over", "probably", "least", "than", "say", "like", "think", "guess"];

    public static IEnumerable<StatedNumber> In(Reading text, IReadOnlyDictionary<string, double> words)
    {
        for (var at = 0; at < text.Words.Length;)
        {
            var (value, last) = text.Words[at].IsDigits ? Digits(text, at) : Spoken(text, at, words);
            if (last > at && value > 0)
                yield return new StatedNumber(value, at, last, IsRough(text, at), text.Text[text.Words[at].Start..text.Words[last - 1].End]);
            at = Math.Max(last, at + 1);
        }
    }

    /// <summary>Digits that a point or comma joins are one number; "2nd" and "90s" are none.</summary>
    private static (double Value, int Last) Digits(Reading text, int at)
    {
        var last = at + 1;
        while (last < text.Words.Length && text.Words[last].IsDigits && text.Words[last].Start == text.Words[last - 1].End + 1 && text.Text[text.Words[last - 1].End] is '.' or ',')
            last++;
        var written = text.Text[text.Words[at].Start..text.Words[last - 1].End].ToLowerInvariant();
        var scale = written[^1] switch { 'k' => 1_000, 'm' => 1_000_000, _ => 1 };
        var digits = scale == 1 ? written : written[..^1];
        if (digits.Contains(',', StringComparison.Ordinal) && digits.LastIndexOf(',') != digits.Length - 4)
            digits = digits.Replace(',', '.');
        if (!double.TryParse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return (0, last);
        if (last < text.Words.Length && text.Words[last].Raw is "thousand" or "million")
            return (value * (text.Words[last].Raw is "thousand" ? 1_000 : 1_000_000), last + 1);
        return (value * scale, last);
    }

    private static (double Value, int Last) Spoken(Reading text, int at, IReadOnlyDictionary<string, double> words)
    {
        var (sum, current, last) = (0.0, 0.0, at);
        for (var word = at; word < text.Words.Length; word++)
        {
            var raw = text.Words[word].Raw;
            if (!words.TryGetValue(raw, out var value))
            {
                if (raw is "and" && current >= 100 && word + 1 < text.Words.Length && words.ContainsKey(text.Words[word + 1].Raw))
                    continue;
                break;
            }
            if (value >= 1_000)
                (sum, current) = (sum + Math.Max(1, current) * value, 0);
            else
                current = value is 100 or 12 ? Math.Max(1, current) * value : current + value;
            last = word + 1;
        }
        return (sum + current, last);
    }

    private static bool IsRough(Reading text, int at)
    {
        for (var word = Math.Max(0, at - 4); word < at; word++)
            if (text.Breaks.Clause[word] == text.Breaks.Clause[at] && Rough.Contains(text.Words[word].Raw))
                return true;
        return false;
    }
}
