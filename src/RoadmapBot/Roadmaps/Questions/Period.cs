using System.Globalization;
using System.Text.RegularExpressions;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Questions;

/// <summary>A time that a question names.</summary>
/// <param name="To">The first day after it.</param>
internal sealed partial record Period(string Name, DateOnly From, DateOnly To)
{
    /// <summary>Whether anything of the initiative lies in it.</summary>
    public bool Holds(Initiative one) => one.Start < To && one.Start.AddMonths(one.Months) > From;

    /// <param name="today">By the engagement's clock.</param>
    /// <returns>Null where the question names none, or none that the roadmap reaches.</returns>
    public static Period? Find(string text, Plan plan, DateOnly today)
    {
        var found = PhaseIn(text, plan) ?? QuarterIn(text, plan, today) ?? MonthIn(text, plan, today) ?? YearIn(text, today);
        return found is not null && found.From < plan.Start.AddMonths(Phases.Horizon) && found.To > plan.Start ? found : null;
    }

    /// <summary>The fiscal year that the question names; null for none.</summary>
    public static int? FiscalYear(string text, Plan plan, DateOnly today)
    {
        if (Year().Match(text) is { Success: true } year)
            return int.Parse(year.Value, CultureInfo.InvariantCulture);
        var now = new FiscalCalendar(today < plan.Start ? plan.Start : today, plan.Frame.FiscalYearFrom).At(0).Year;
        return Relative().Match(text) is { Success: true } relative && relative.Groups["unit"].Value.Equals("year", StringComparison.OrdinalIgnoreCase) ? now + Steps(relative) : null;
    }

    private static Period? PhaseIn(string text, Plan plan)
    {
        if (PhaseWords().Match(text) is not { Success: true } match)
            return null;
        var phase = Phases.Of(match switch { _ when match.Groups["short"].Success => Phase.Short, _ when match.Groups["mid"].Success => Phase.Mid, _ => Phase.Long });
        return new Period(Names.Brief(phase.Phase), plan.Start.AddMonths(phase.From), plan.Start.AddMonths(phase.To));
    }

    private static Period? QuarterIn(string text, Plan plan, DateOnly today)
    {
        var quarters = new FiscalCalendar(plan.Start, plan.Frame.FiscalYearFrom).Quarters;
        var now = Math.Max(0, Phases.MonthsBetween(plan.Start, today));
        FiscalQuarter? quarter = null;
        if (QuarterWords().Match(text) is { Success: true } match)
        {
            var number = match.Groups["number"].Success ? match.Groups["number"].Value[0] - '0' : Array.IndexOf(Ordinals, match.Groups["word"].Value.ToLowerInvariant()) + 1;
            var year = Year().Match(text) is { Success: true } named ? int.Parse(named.Value, CultureInfo.InvariantCulture) : (int?)null;
            quarter = quarters.FirstOrDefault(one => one.Number == number && (year is { } given ? one.Year == given : one.FirstMonth + one.Months > now));
        }
        else if (Relative().Match(text) is { Success: true } relative && relative.Groups["unit"].Value.Equals("quarter", StringComparison.OrdinalIgnoreCase))
        {
            var current = quarters.FirstOrDefault(one => one.FirstMonth + one.Months > now);
            quarter = current is null ? null : quarters.ElementAtOrDefault(current.Index + Steps(relative));
        }

        return quarter is null ? null : new Period(quarter.Name, plan.Start.AddMonths(quarter.FirstMonth), plan.Start.AddMonths(quarter.FirstMonth + quarter.Months));
    }

    private static Period? MonthIn(string text, Plan plan, DateOnly today)
    {
        DateOnly first;
        if (MonthWords().Match(text) is { Success: true } match)
        {
            var month = Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames, name => name.Equals(match.Groups["month"].Value, StringComparison.OrdinalIgnoreCase)) + 1;
            var from = today < plan.Start ? plan.Start : today;
            first = new DateOnly(match.Groups["year"].Success ? int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture) : month < from.Month ? from.Year + 1 : from.Year, month, 1);
        }
        else if (Relative().Match(text) is { Success: true } relative && relative.Groups["unit"].Value.Equals("month", StringComparison.OrdinalIgnoreCase))
        {
            first = new DateOnly(today.Year, today.Month, 1).AddMonths(Steps(relative));
        }
        else
        {
            return null;
        }

        return new Period(RoadmapView.Month(first), first, first.AddMonths(1));
    }

    private static Period? YearIn(string text, DateOnly today)
    {
        int year;
        if (Year().Match(text) is { Success: true } named)
            year = int.Parse(named.Value, CultureInfo.InvariantCulture);
        else if (Relative().Match(text) is { Success: true } relative && relative.Groups["unit"].Value.Equals("year", StringComparison.OrdinalIgnoreCase))
            year = today.Year + Steps(relative);
        else
            return null;
        return new Period(year.ToString(CultureInfo.InvariantCulture), new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
    }

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    private static int Steps(System.Text.RegularExpressions.Match relative) => relative.Groups["which"].Value.Equals("next", StringComparison.OrdinalIgnoreCase) ? 1 : 0;

    private const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b((?<short>short[- ]term|first phase|phase (1|one))|(?<mid>(mid|medium)[- ]term|second phase|phase (2|two))|(?<long>long[- ]term|third phase|last phase|phase (3|three)))\b", Loose, 1000)]
    private static partial Regex PhaseWords();

    [GeneratedRegex(@"\bq(?<number>[1-4])\b|\b(?<word>first|second|third|fourth) quarter\b", Loose, 1000)]
    private static partial Regex QuarterWords();

    [GeneratedRegex(@"\b(?<month>january|february|march|april|may|june|july|august|september|october|november|december)(,? (of )?(?<year>20\d\d))?\b", Loose, 1000)]
    private static partial Regex MonthWords();

    [GeneratedRegex(@"\b20\d\d\b", Loose, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(?<which>this|next) (fiscal )?(?<unit>month|quarter|year)\b", Loose, 1000)]
    private static partial Regex Relative();
}
