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
    private const int MostCounted = 1_000_000;

    /// <returns>Null where the sentence has none of the forms, or names an initiative that nobody knows.</returns>
    public Scenario? Read(string sentence)
    {
        var said = Opening().Replace(sentence.Trim().TrimEnd('?', '.', '!'), "");
        return Budget(said) ?? Delayed(said) ?? Merged(said) ?? Left(said) ?? Due(said) ?? Decided(said);
    }

    private static Scenario? Budget(string said)
    {
        var isMoney = SpeaksOfMoney().IsMatch(said);
        if (Percent().Match(said) is { Success: true } share && (isMoney || CutWords().IsMatch(said)))
            return int.Parse(share.Groups["percent"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 100 and var percent ? new Scenario.BudgetCut(percent) : null;
        if (!isMoney)
            return null;
        if (Halved().IsMatch(said))
            return new Scenario.BudgetCut(50);
        return MoneyWords.Find(said).Concat(MoneyWords.Find(said, isMoney: true)).FirstOrDefault(money => money.Per is Per.All) is { } money
            && (long)(money.High * (money.TimesPerYear ?? (PerYear().IsMatch(said) ? 1 : QuartersOfAYear)) / QuartersOfAYear) is > 0 and var amount ? new Scenario.BudgetOf(amount) : null;
    }

    private static Scenario.Delay? Delayed(string said)
    {
        if (Later().Match(said) is not { Success: true } later || Count(later) is not { } count)
            return null;
        var months = later.Groups["unit"].Value.ToLowerInvariant() switch { "quarter" => 3 * count, "year" => 12 * count, _ => count };
        return months is >= 1 and <= MostMonths ? new Scenario.Delay(months) : null;
    }

    private Scenario.Growth? Merged(string said)
    {
        if (!GrowWords().IsMatch(said))
            return null;
        var (people, sites) = (Count(People().Match(said)) ?? 0, Count(Sites().Match(said)) ?? 0);
        var on = When().Matches(said).Select(when => DateWords.Value(when.Groups["when"].Value, today)?.First).FirstOrDefault(day => day is not null);
        return people + sites > 0 || (on is not null && MergeWords().IsMatch(said)) ? new Scenario.Growth(people, sites, on) : null;
    }

    private static Scenario.PeopleLeave? Left(string said)
    {
        if (HalfLeaves().IsMatch(said))
            return new Scenario.PeopleLeave(null, null);
        if (Count(SomeLeave().Match(said)) is > 0 and var count)
            return new Scenario.PeopleLeave(count, null);
        if (NamedLeaves().Match(said) is { Success: true } named)
            return new Scenario.PeopleLeave(1, named.Groups["name"].Value.Trim());
        return null;
    }

    private Scenario.DueBy? Due(string said) =>
        DueWords().Match(said) is { Success: true } due && DateWords.Value(due.Groups["when"].Value, today) is { Last: var by } && initiatives(due.Groups["what"].Value) is { } id
            ? new Scenario.DueBy(id, by)
            : null;

    private Scenario? Decided(string said)
    {
        if (DropWords().Match(said) is { Success: true } drop && initiatives(drop.Groups["what"].Value) is { } dropped)
            return new Scenario.Drop(dropped);
        return ForceWords().Match(said) is { Success: true } force && initiatives(force.Groups["what"].Value) is { } forced ? new Scenario.Force(forced) : null;
    }

    /// <summary>What was counted; null where nothing matched, or more than anybody has.</summary>
    private static int? Count(Match match) => match.Success && NumberWords.Value(match.Groups["count"].Value) is <= MostCounted and var count ? (int)count : null;

    [GeneratedRegex(@"^(?:and\s+)?(?:what\s*if|what\s+happens\s+if|suppose|assume)\b[\s:,]*", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(?:budget|money|spend(?:ing)?|funds|funding|costs?)\b|[$€£]", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfMoney();

    [GeneratedRegex(@"\b(?:cut|save|less|reduce|lower|shrinks?|drops?|lose|falls?)\b|^-", RegexOptions.IgnoreCase)]
    private static partial Regex CutWords();

    [GeneratedRegex(@"(?<percent>\d{1,3})\s?(?:%|per\s?cent\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\b(?:half|halve[ds]?|halving)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Halved();

    [GeneratedRegex(@"\b(?:a|per|each|every)\s+year\b|\b(?:yearly|annual(?:ly)?)\b|/\s?year", RegexOptions.IgnoreCase)]
    private static partial Regex PerYear();

    [GeneratedRegex(@"\b(?:start\w*|begin\w*|delay\w*|postpone\w*|wait\w*|slip\w*)\b.*?\b(?<count>" + NumberWords.Counted + @")\s+(?<unit>month|quarter|year)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Later();

    [GeneratedRegex(@"\b(?:in|on|by|before|until|from|at|this|as\s+of)\s+(?:the\s+|early\s+|mid-?\s?|late\s+)?(?<when>" + DateWords.Pattern + ")", RegexOptions.IgnoreCase)]
    private static partial Regex When();

    [GeneratedRegex(@"\b(?:merge\w*|merger|acquire\w*|take over)\b", RegexOptions.IgnoreCase)]
    private static partial Regex MergeWords();

    [GeneratedRegex(@"\b(?:merge\w*|merger|acquire\w*|buy|take over|grow\w*|hire|join\w*|open\w*|add|expand\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GrowWords();

    [GeneratedRegex(@"(?<count>" + NumberWords.Counted + @")\s+(?:more\s+|new\s+|other\s+)?(?:people|persons?|employees?|colleagues?|staff|heads?|users?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex People();

    [GeneratedRegex(@"(?<count>" + NumberWords.Counted + @")\s+(?:more\s+|new\s+|other\s+|second\s+)?(?:sites?|offices?|branch(?:es)?|locations?|clinics?|shops?|plants?|warehouses?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sites();

    [GeneratedRegex(@"\bhalf\s+(?:of\s+)?(?:the\s+|our\s+)?(?:it\s+)?(?:team|people|staff|department)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HalfLeaves();

    [GeneratedRegex(@"\b(?:los(?:e|ing)\s+)?(?<count>" + NumberWords.Counted + @")\s+(?:of\s+(?:us|them|the|our)\s+|key\s+|it\s+)*(?:people|person|persons|colleagues?|admins?|administrators?|engineers?|employees?|staff|specialists?|team\s+members?|it\s+people)\b.*\b(?:leaves?|left|quits?|retires?|resigns?|goes?|gone|away)\b|\blos(?:e|ing)\s+(?<count>" + NumberWords.Counted + @")\s+(?:key\s+|it\s+)*(?:people|person|colleagues?|admins?|administrators?|engineers?|employees?|specialists?)\b|\bteam\s+shrinks\s+by\s+(?<count>" + NumberWords.Counted + @")\b", RegexOptions.IgnoreCase)]
    private static partial Regex SomeLeave();

    [GeneratedRegex(@"^(?<name>\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*){0,2})\s+(?:leaves?|left|quits?|retires?|resigns?|is\s+(?:gone|leaving|away)|goes|falls\s+ill)\b|\blose\s+(?<name>\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*){0,2})$")]
    private static partial Regex NamedLeaves();

    [GeneratedRegex(@"^(?<what>.+?)\s+(?:must|has\s+to|have\s+to|needs?\s+to|should|is\s+due|are\s+due|is|are)\b.*?\b(?:by|before|until|in|at|on)\s+(?:the\s+)?(?<when>" + DateWords.Pattern + ")", RegexOptions.IgnoreCase)]
    private static partial Regex DueWords();

    [GeneratedRegex(@"\b(?:drop|skip|leave\s+out|cancel|without|do\s+not\s+do|don't\s+do|give\s+up|stop)\s+(?<what>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex DropWords();

    [GeneratedRegex(@"\b(?:must\s+have|force(?:\s+in)?|insist\s+on|put\s+in|do|need|want)\s+(?<what>.+?)(?:\s+(?:first|anyway|no\s+matter\s+what|whatever\s+it\s+takes))?$", RegexOptions.IgnoreCase)]
    private static partial Regex ForceWords();
}
