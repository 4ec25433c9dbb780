using System.Globalization;
using System.Text.RegularExpressions;

namespace RoadmapBot.Planning.WhatIf;

/// <summary>
/// Reads a scenario from a sentence, by rules alone: the first form that fits is taken, the most definite first. What it speaks of is looked up by
/// <paramref name="initiatives"/>, which returns an initiative's id, or null where the words name none.
/// </summary>
/// <param name="today">Dates without a year are the next ones from it.</param>
internal sealed partial class ScenarioParser(Func<string, string?> initiatives, DateOnly today)
{
    private const int QuartersOfAYear = 4;
    private const int MostMonths = 24;

    /// <returns>Null where the sentence has none of the forms, or names an initiative that nobody knows.</returns>
    public Scenario? Read(string sentence)
    {
        var said = Opening().Replace(sentence.Trim().TrimEnd('?', '.', '!'), "");
        return Budget(said) ?? Delayed(said) ?? Merged(said) ?? Left(said) ?? Due(said) ?? Decided(said);
    }

    private static Scenario? Budget(string said)
    {
        var isMoney = MoneyWords().IsMatch(said);
        if (Percent().Match(said) is { Success: true } share && (isMoney || CutWords().IsMatch(said)))
            return int.Parse(share.Groups["percent"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 100 and var percent ? new Scenario.BudgetCut(percent) : null;
        if (!isMoney)
            return null;
        if (Halved().IsMatch(said))
            return new Scenario.BudgetCut(50);
        return SentenceNumbers.Amount(said) is > 0 and var amount ? new Scenario.BudgetOf(PerYear().IsMatch(said) ? amount / QuartersOfAYear : amount) : null;
    }

    private static Scenario.Delay? Delayed(string said)
    {
        if (Later().Match(said) is not { Success: true } later || SentenceNumbers.Count(later.Groups["count"].Value) is not { } count)
            return null;
        var months = later.Groups["unit"].Value.ToLowerInvariant() switch { "quarter" => 3 * count, "year" => 12 * count, _ => count };
        return months is >= 1 and <= MostMonths ? new Scenario.Delay(months) : null;
    }

    private static Scenario.Growth? Merged(string said)
    {
        if (!GrowWords().IsMatch(said))
            return null;
        var people = People().Match(said) is { Success: true } heads ? SentenceNumbers.Count(heads.Groups["count"].Value) ?? 0 : 0;
        var sites = Sites().Match(said) is { Success: true } places ? SentenceNumbers.Count(places.Groups["count"].Value) ?? 0 : 0;
        return people + sites > 0 ? new Scenario.Growth(people, sites) : null;
    }

    private static Scenario.PeopleLeave? Left(string said)
    {
        if (HalfLeaves().IsMatch(said))
            return new Scenario.PeopleLeave(null, null);
        if (SomeLeave().Match(said) is { Success: true } some && SentenceNumbers.Count(some.Groups["count"].Value) is > 0 and var count)
            return new Scenario.PeopleLeave(count, null);
        if (NamedLeaves().Match(said) is { Success: true } named)
            return new Scenario.PeopleLeave(1, named.Groups["name"].Value.Trim());
        return null;
    }

    private Scenario.DueBy? Due(string said) =>
        DueWords().Match(said) is { Success: true } due && SentenceNumbers.Until(due.Groups["when"].Value, today) is { } by && initiatives(due.Groups["what"].Value) is { } id
            ? new Scenario.DueBy(id, by)
            : null;

    private Scenario? Decided(string said)
    {
        if (DropWords().Match(said) is { Success: true } drop && initiatives(drop.Groups["what"].Value) is { } dropped)
            return new Scenario.Drop(dropped);
        return ForceWords().Match(said) is { Success: true } force && initiatives(force.Groups["what"].Value) is { } forced ? new Scenario.Force(forced) : null;
    }

    [GeneratedRegex(@"^(?:and\s+)?(?:what\s*if|what\s+happens\s+if|suppose|assume)\b[\s:,]*", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(?:budget|money|spend(?:ing)?|funds|funding|costs?)\b|[$€£]", RegexOptions.IgnoreCase)]
    private static partial Regex MoneyWords();

    [GeneratedRegex(@"\b(?:cut|save|less|reduce|lower|shrinks?|drops?|lose|falls?)\b|^-", RegexOptions.IgnoreCase)]
    private static partial Regex CutWords();

    [GeneratedRegex(@"(?<percent>\d{1,3})\s?(?:%|per\s?cent\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\b(?:half|halve[ds]?|halving)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Halved();

    [GeneratedRegex(@"\b(?:a|per|each|every)\s+year\b|\b(?:yearly|annual(?:ly)?)\b|/\s?year", RegexOptions.IgnoreCase)]
    private static partial Regex PerYear();

    [GeneratedRegex(@"\b(?:start\w*|begin\w*|delay\w*|postpone\w*|wait\w*|slip\w*)\b.*?\b(?<count>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?<unit>month|quarter|year)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Later();

    [GeneratedRegex(@"\b(?:merge\w*|merger|acquire\w*|buy|take over|grow\w*|hire|join\w*|open\w*|add|expand\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GrowWords();

    [GeneratedRegex(@"\b(?<count>\d[\d,]{0,6}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:more\s+|new\s+|other\s+)?(?:people|persons?|employees?|colleagues?|staff|heads?|users?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"\b(?<count>\d{1,3}|an?|another|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:more\s+|new\s+|other\s+|second\s+)?(?:sites?|offices?|branch(?:es)?|locations?|clinics?|shops?|plants?|warehouses?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sites();

    [GeneratedRegex(@"\bhalf\s+(?:of\s+)?(?:the\s+|our\s+)?(?:it\s+)?(?:team|people|staff|department)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HalfLeaves();

    [GeneratedRegex(@"\b(?:los(?:e|ing)\s+)?(?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:of\s+(?:us|them|the|our)\s+|key\s+|it\s+)*(?:people|person|persons|colleagues?|admins?|administrators?|engineers?|employees?|staff|specialists?|team\s+members?|it\s+people)\b.*\b(?:leaves?|left|quits?|retires?|resigns?|goes?|gone|away)\b|\blos(?:e|ing)\s+(?<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:key\s+|it\s+)*(?:people|person|colleagues?|admins?|administrators?|engineers?|employees?|specialists?)\b|\bteam\s+shrinks\s+by\s+(?<count>\d{1,3}|one|two|three|four|five|six)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SomeLeave();

    [GeneratedRegex(@"^(?<name>\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*){0,2})\s+(?:leaves?|left|quits?|retires?|resigns?|is\s+(?:gone|leaving|away)|goes|falls\s+ill)\b|\blose\s+(?<name>\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*){0,2})$")]
    private static partial Regex NamedLeaves();

    [GeneratedRegex(@"^(?<what>.+?)\s+(?:must|has\s+to|have\s+to|needs?\s+to|should|is\s+due|are\s+due|is|are)\b.*?\b(?:by|before|until|in|at)\s+(?<when>(?:the\s+)?.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex DueWords();

    [GeneratedRegex(@"\b(?:drop|skip|leave\s+out|cancel|without|do\s+not\s+do|don't\s+do|give\s+up|stop)\s+(?<what>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex DropWords();

    [GeneratedRegex(@"\b(?:must\s+have|force(?:\s+in)?|insist\s+on|put\s+in|do|need|want)\s+(?<what>.+?)(?:\s+(?:first|anyway|no\s+matter\s+what|whatever\s+it\s+takes))?$", RegexOptions.IgnoreCase)]
    private static partial Regex ForceWords();
}
