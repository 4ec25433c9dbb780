using System.Globalization;
using System.Text.RegularExpressions;

namespace RoadmapBot.Planning.WhatIf;

/// <summary>Numbers, amounts and dates as people write them in a sentence.</summary>
internal static partial class SentenceNumbers
{
    private const int MonthsOfAYear = 12;

    private static readonly string[] Words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>A number in digits or words, or "a" for one; null where the text is neither.</summary>
    public static int? Count(string text)
    {
        var plain = text.Trim().ToLowerInvariant().Replace(",", "", StringComparison.Ordinal);
        if (plain is "a" or "an" or "another")
            return 1;
        var word = Array.IndexOf(Words, plain);
        return word >= 0 ? word : int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>An amount of money such as "$40k" or "1.5 million"; null where there is none, or more than a billion.</summary>
    public static long? Amount(string text)
    {
        var money = Money().Match(text);
        if (!money.Success || !decimal.TryParse(money.Groups["amount"].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return null;
        var whole = number * (money.Groups["scale"].Value.ToLowerInvariant() switch { "k" or "thousand" => 1_000m, "m" or "million" => 1_000_000m, _ => 1m });
        return whole <= 1_000_000_000m ? (long)whole : null;
    }

    /// <summary>The last day of what is named: a day, a month, a quarter or a year. A month or quarter without a year is the next one to come.</summary>
    public static DateOnly? Until(string text, DateOnly today)
    {
        if (IsoDay().Match(text) is { Success: true } iso && DateOnly.TryParseExact(iso.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        if (Month().Match(text) is { Success: true } month)
        {
            var number = 1 + Array.FindIndex(
                CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, name => name.Length > 0 && month.Groups["month"].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase));
            return LastOf(YearOf(month.Groups["year"].Value, number, today), number);
        }
        if (Quarter().Match(text) is { Success: true } quarter)
        {
            var last = 3 * int.Parse(quarter.Groups["quarter"].ValueSpan, CultureInfo.InvariantCulture);
            return LastOf(YearOf(quarter.Groups["year"].Value, last, today), last);
        }
        if (EndOfYear().Match(text) is { Success: true } end)
            return LastOf(end.Groups["next"].Success ? today.Year + 1 : YearOf(end.Groups["year"].Value, MonthsOfAYear, today), MonthsOfAYear);
        return null;
    }

    private static int YearOf(string year, int month, DateOnly today) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : month < today.Month ? today.Year + 1 : today.Year;

    private static DateOnly LastOf(int year, int month) => new DateOnly(year, month, 1).AddMonths(1).AddDays(-1);

    [GeneratedRegex(@"[$€£]?\s?(?<amount>\d[\d,]*(?:\.\d+)?)\s?(?<scale>k\b|thousand|m\b|million)?", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b")]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"\b(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:\s+(?<year>20\d\d))?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Month();

    [GeneratedRegex(@"\bq(?<quarter>[1-4])(?:[\s/]+(?<year>20\d\d))?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\b(?:(?<next>(?:end of )?next year)|(?:end of (?:the|this) )?year(?:'s end| end)?|(?:end of |in |by )(?<year>20\d\d))\b", RegexOptions.IgnoreCase)]
    private static partial Regex EndOfYear();
}
