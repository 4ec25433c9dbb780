using System.Buffers;
using System.Text.RegularExpressions;

namespace RoadmapBot.Planning;

/// <summary>What an amount is for one of.</summary>
internal enum Per
{
    /// <summary>It is the whole amount.</summary>
    All,
    Person,
    Device,
    Site,
}

/// <summary>An amount of money in a text.</summary>
/// <param name="Currency">ISO 4217; null where none is named.</param>
/// <param name="TimesPerYear">1, 4, 12 or 52 for an amount that comes again; null for one that is paid once.</param>
/// <param name="Index">Offset into the text.</param>
internal sealed record Money(decimal Low, decimal High, string? Currency, Per Per, int? TimesPerYear, int Index, int Length);

/// <summary>
/// Finds amounts of money: with a currency's sign or name, or without one where only money can be meant ("quoted forty thousand for the switches"). A rate that
/// says nothing of the whole ("an hour", "each") is passed over.
/// </summary>
internal static partial class MoneyWords
{
    /// <summary>Without one of these a number alone is no money; looking for them is much quicker than for amounts.</summary>
    private static readonly SearchValues<string> Marks = SearchValues.Create(
        ["$", "€", "£", "dollar", "euro", "pound", "usd", "eur", "gbp", "thousand", "million", .. Enumerable.Range(0, 10).Select(digit => $"{digit}k")], StringComparison.OrdinalIgnoreCase);

    /// <param name="currency">ISO 4217; an amount without a currency is taken to be in it, one in another is passed over.</param>
    public static IEnumerable<Money> Find(string text, string currency) => Find(text).Where(money => (money.Currency ?? currency) == currency);

    /// <param name="isMoney">Nothing but money is spoken of: a number alone is an amount.</param>
    public static IEnumerable<Money> Find(string text, bool isMoney = false)
    {
        if (!isMoney && !text.AsSpan().ContainsAny(Marks))
            yield break;
        foreach (Match match in Amount().Matches(text))
        {
            if (Ends(match.Groups["low"].Value, match.Groups["high"].Value) is not var (from, to))
                continue;
            var currency = CurrencyOf(match.Groups["sign"].Value + match.Groups["name"].Value);
            var after = text[(match.Index + match.Length)..];
            var terms = Terms().Match(after);
            if (currency is null && !isMoney && !(BareScale().IsMatch(match.Value) && OnlyMoney().IsMatch(after)))
                continue;
            if (ReadTerms(terms) is var (per, times))
                yield return new Money(from, to, currency, per, times, match.Index, match.Length);
        }
    }

    /// <summary>"Five to eight thousand" begins at five thousand; what comes behind a smaller number belongs to something else.</summary>
    private static (decimal From, decimal To)? Ends(string low, string high)
    {
        var scaled = Scale().Match(high) is { Success: true } scale && !Scale().IsMatch(low) ? NumberWords.Value($"{low}{scale.Value}") : null;
        return (NumberWords.Value(low), NumberWords.Value(high)) switch
        {
            (_, { } to) when scaled is { } from && from <= to => (from, to),
            ({ } from, { } to) when from <= to => (from, to),
            ({ } only, _) => (only, only),
            _ => null,
        };
    }

    /// <returns>Null where the amount is a rate of something that nobody has counted.</returns>
    private static (Per Per, int? TimesPerYear)? ReadTerms(Match terms)
    {
        var (per, times) = (Per.All, (int?)null);
        foreach (Capture term in terms.Groups["term"].Captures)
        {
            switch (term.Value.ToLowerInvariant())
            {
                case "year" or "yr" or "annum" or "yearly" or "annually":
                    times = 1;
                    break;
                case "quarter" or "quarterly":
                    times = 4;
                    break;
                case "month" or "mo" or "monthly":
                    times = 12;
                    break;
                case "week" or "weekly":
                    times = 52;
                    break;
                case "user" or "person" or "head" or "seat" or "employee" or "licence" or "license" or "mailbox":
                    per = Per.Person;
                    break;
                case "device" or "computer" or "laptop" or "machine" or "pc" or "workstation" or "desktop" or "endpoint":
                    per = Per.Device;
                    break;
                case "site" or "location" or "office" or "school" or "building" or "branch":
                    per = Per.Site;
                    break;
                default:
                    return null;
            }
        }
        return (per, times);
    }

    private static string? CurrencyOf(string named) => named.ToLowerInvariant() switch
    {
        "" => null,
        "€" or "eur" or "euro" or "euros" => "EUR",
        "£" or "gbp" or "pound" or "pounds" => "GBP",
        _ => "USD",
    };

    [GeneratedRegex(
        @"(?<sign>[$€£])?\s?(?<low>" + NumberWords.Pattern + @")(?:\s?(?:-|–|to)\s?[$€£]?(?<high>" + NumberWords.Pattern + @"))?(?:\s?(?<name>dollars?|euros?|pounds?|USD|EUR|GBP|[€£$])(?!\w))?",
        RegexOptions.IgnoreCase)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?:(?<=\d)\s?[km]|\s*\b(?:thousand|million))$", RegexOptions.IgnoreCase)]
    private static partial Regex Scale();

    [GeneratedRegex(@"(?:\dk|\b(?:thousand|million))$", RegexOptions.IgnoreCase)]
    private static partial Regex BareScale();

    /// <summary>What follows an amount and cannot be the thing that was counted.</summary>
    [GeneratedRegex(@"^(?:\s*(?:[.,;:!)?]|$)|\s+(?:for|to|a|an|per|each|every|on|in|once|all|plus|if|by|at|or|but|and|with|before|after)\b|\s*/|\s+(?:month|quarter|year|annual|week)ly?\b)", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyMoney();

    [GeneratedRegex(
        @"^(?:,?\s*(?:(?:for\s+)?(?:a|an|per|each|every|/)\s*(?<term>year|yr|annum|quarter|month|mo|week|day|hour|user|person|head|seat|employee|licence|license|mailbox|device|computer|laptop|machine|pc|workstation|desktop|endpoint|site|location|office|school|building|branch|piece)\b|(?<term>yearly|annually|quarterly|monthly|weekly|daily|hourly|each|apiece)\b))*",
        RegexOptions.IgnoreCase)]
    private static partial Regex Terms();
}
