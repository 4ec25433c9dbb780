using System.Globalization;
using System.Text.RegularExpressions;

namespace RoadmapBot.Planning.WhatIf;

/// <summary>The days that a date in words stands for; both ends belong to it.</summary>
internal readonly record struct Period(DateOnly First, DateOnly Last);

/// <summary>
/// Dates as people write and say them: <c>2027-03-15</c>, <c>15 June</c>, <c>June 2027</c>, <c>Q2</c>, <c>the end of next year</c>, <c>six months</c> from now.
/// What names no year is the next one to come.
/// </summary>
internal static partial class DateWords
{
    private const int MonthsOfAYear = 12;
    private const int MonthsOfAQuarter = 3;

    /// <summary>How far ahead "in so many months" is still meant.</summary>
    private const int MostMonths = 120;

    private const string Day = @"\d{1,2}(?:st|nd|rd|th)?";

    /// <summary>A regular expression for one date; <see cref="Value"/> reads what it matches.</summary>
    public const string Pattern =
        @"(?:(?<iso>\d{4}-\d{2}-\d{2})"
        + @"|(?<end>(?:the\s+)?end\s+of\s+)?(?:(?<day>" + Day + @")\s+(?:of\s+)?)?(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
        + @"(?:\s+(?<day>" + Day + @")(?!\d|\s+(?:people|persons|employees|colleagues|staff|users|sites|offices)\b))?(?:,?\s+(?<year>20\d\d))?"
        + @"|(?<end>(?:the\s+)?end\s+of\s+)?q(?<quarter>[1-4])(?:[\s/]+(?<year>20\d\d))?"
        + @"|(?<end>(?:the\s+)?end\s+of\s+)?(?:(?<next>next\s+year)|(?:(?:the|this)\s+)?(?<this>year)(?<end>(?:'s)?\s+end)?|(?<year>20\d\d))"
        + @"|(?<count>" + NumberWords.Pattern + @"|an?)\s+(?<unit>month|quarter|year)s?)(?!\w)";

    /// <returns>Null where the text is no date, or one that is not in the calendar.</returns>
    public static Period? Value(string text, DateOnly today)
    {
        if (Whole().Match(text) is not { Success: true } match)
            return null;
        var read = Read(match, today);
        return read is { } period && match.Groups["end"].Success ? new Period(period.Last, period.Last) : read;
    }

    private static Period? Read(Match match, DateOnly today)
    {
        if (match.Groups["iso"] is { Success: true } iso)
            return DateOnly.TryParseExact(iso.ValueSpan, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? new Period(date, date) : null;
        if (match.Groups["month"] is { Success: true } month)
        {
            var number = 1 + Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, name => month.Value.StartsWith(name, StringComparison.OrdinalIgnoreCase));
            return match.Groups["day"] is { Success: true } day
                ? InYear(match, today, year => DayOf(year, number, int.Parse(day.ValueSpan.TrimEnd("stndrhSTNDRH"), CultureInfo.InvariantCulture)))
                : InYear(match, today, year => Months(year, number, 1));
        }
        if (match.Groups["quarter"] is { Success: true } quarter)
            return InYear(match, today, year => Months(year, (MonthsOfAQuarter * (quarter.ValueSpan[0] - '1')) + 1, MonthsOfAQuarter));
        if (match.Groups["unit"] is { Success: true } unit)
            return Ahead(NumberWords.Value(match.Groups["count"].Value), unit.Value, today);
        return match.Groups["next"].Success ? Months(today.Year + 1, 1, MonthsOfAYear) : InYear(match, today, year => Months(year, 1, MonthsOfAYear));
    }

    private static Period? InYear(Match match, DateOnly today, Func<int, Period?> of) =>
        match.Groups["year"] is { Success: true } year ? of(int.Parse(year.ValueSpan, CultureInfo.InvariantCulture))
        : of(today.Year) is { } coming && coming.Last >= today ? coming : of(today.Year + 1);

    private static Period? Ahead(decimal? count, string unit, DateOnly today)
    {
        var months = count * (unit.ToLowerInvariant() switch { "quarter" => MonthsOfAQuarter, "year" => MonthsOfAYear, _ => 1 });
        return months is >= 1 and <= MostMonths && today.AddMonths((int)months) is var day ? new Period(day, day) : null;
    }

    private static Period? DayOf(int year, int month, int day) =>
        day >= 1 && day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var date ? new Period(date, date) : null;

    private static Period Months(int year, int month, int count) => new(new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(count).AddDays(-1));

    [GeneratedRegex("^" + Pattern, RegexOptions.IgnoreCase)]
    private static partial Regex Whole();
}
