using System.Globalization;
using System.Text.RegularExpressions;

namespace RoadmapBot.Planning;

/// <summary>
/// Numbers as people write and say them: <c>48,000</c>, <c>1.5 million</c>, <c>12k</c>, <c>forty thousand</c>, <c>half a million</c>, <c>a couple of hundred thousand</c>.
/// What names no one number ("thousands", "a few hundred") is none.
/// </summary>
internal static partial class NumberWords
{
    private const string Small = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety";

    /// <summary>A regular expression for one number; <see cref="Value"/> reads what it matches.</summary>
    public const string Pattern =
        @"(?:\d+(?:,\d{3})*(?:\.\d+)*(?:\s?(?:k|m)\b|\s?(?:thousand|million)\b)?"
        + @"|\b(?:(?:half an?|a couple of|an?)\s+(?:" + Small + @"|hundred|thousand|million)|" + Small + @")(?:[\s-]+(?:and\s+)?(?:" + Small + @"|hundred|thousand|million))*\b)";

    private const decimal Largest = 1_000_000_000;

    /// <summary>What is counted by <see cref="Pattern"/> or by an article alone, as in "a year".</summary>
    public const string Counted = Pattern + @"|\b(?:an?|another)";

    /// <returns>Null where the number is larger than a thousand million, or none.</returns>
    public static decimal? Value(string number)
    {
        if (number.ToLowerInvariant() is "a" or "an" or "another")
            return 1;
        var (total, current) = (0m, 0m);
        foreach (Match part in Part().Matches(number))
        {
            var word = part.Value.ToLowerInvariant();
            switch (word)
            {
                case "a" or "an" or "and" or "of":
                    break;
                case "half":
                    current = 0.5m;
                    break;
                case "couple":
                    current = 2;
                    break;
                case "hundred":
                    current = (current == 0 ? 1 : current) * 100;
                    break;
                case "k" or "thousand" or "m" or "million":
                    (total, current) = (total + ((current == 0 ? 1 : current) * (word is "k" or "thousand" ? 1_000 : 1_000_000)), 0);
                    break;
                default:
                    if (Digits(word) is not { } digits)
                        return null;
                    current += digits;
                    break;
            }
        }
        return total + current is > 0 and <= Largest and var value ? value : null;
    }

    private static decimal? Digits(string word)
    {
        var known = Array.IndexOf(Words, word);
        if (known >= 0)
            return known < 20 ? known + 1 : (known - 17) * 10;
        return word.Length <= 20 && decimal.TryParse((Dotted().IsMatch(word) ? word.Replace(".", "", StringComparison.Ordinal) : word).Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>One to twenty, then thirty to ninety.</summary>
    private static readonly string[] Words = Small.Split('|');

    /// <summary>Thousands with dots, as much of Europe writes them.</summary>
    [GeneratedRegex(@"^\d{1,3}(?:\.\d{3})+$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\d[\d,.]*(?<=\d)|[a-z]+", RegexOptions.IgnoreCase)]
    private static partial Regex Part();
}
