using System.Globalization;
using System.Text.RegularExpressions;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Catalogue;

namespace RoadmapBot.Planning;

/// <summary>An amount of money that somebody named as the price of something.</summary>
/// <param name="Concepts">What the sentence speaks of.</param>
internal sealed record StatedAmount(long Amount, bool IsPerYear, IReadOnlySet<string> Concepts, Receipt Receipt);

/// <summary>
/// Finds prices in what people said: an amount in the plan's currency, in a sentence that speaks of a price and of no loss ("we were quoted $48,000 for the
/// switches", but not "the outage cost us $40,000").
/// </summary>
internal static partial class StatedAmounts
{
    private const string PriceWords = "priced";
    private const string LossWords = "lost-money";

    public static IReadOnlyList<StatedAmount> Find(Testimony testimony, Lexicon lexicon, string currency) =>
        [.. testimony.Voices.OrderBy(voice => voice.Id, StringComparer.Ordinal)
            .SelectMany(voice => voice.Statements.SelectMany(statement => Find(voice.Id, statement, lexicon, currency)))];

    private static IEnumerable<StatedAmount> Find(string voice, Statement statement, Lexicon lexicon, string currency)
    {
        if (!Money().IsMatch(statement.Text))
            yield break;
        var reading = lexicon.Reader.Read(statement.Text);
        foreach (Match money in Money().Matches(statement.Text))
        {
            var word = Array.FindIndex(reading.Words, word => word.End > money.Index && word.Start < money.Index + money.Length);
            if (word < 0 || CurrencyOf(money.Value) != currency || AmountOf(money) is not { } amount)
                continue;
            var concepts = reading.Concepts.Where(hit => reading.Breaks.Sentence[hit.First] == reading.Breaks.Sentence[word]).Select(hit => hit.Name).ToHashSet(StringComparer.Ordinal);
            if (concepts.Contains(PriceWords) && !concepts.Contains(LossWords))
                yield return new StatedAmount(amount, IsYearly(statement.Text, money), concepts, new Receipt(voice, statement.Id, reading.Quote(word, word)));
        }
    }

    private static bool IsYearly(string text, Match money) => PerYear().IsMatch(text.AsSpan(money.Index + money.Length));

    private static string CurrencyOf(string money) => money switch
    {
        _ when money.Contains('€', StringComparison.Ordinal) || money.Contains("eur", StringComparison.OrdinalIgnoreCase) => "EUR",
        _ when money.Contains('£', StringComparison.Ordinal) || money.Contains("gbp", StringComparison.OrdinalIgnoreCase) || money.Contains("pound", StringComparison.OrdinalIgnoreCase) => "GBP",
        _ => "USD",
    };

    private static long? AmountOf(Match money)
    {
        var digits = money.Groups["amount"].Value.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number > 1_000_000_000)
            return null;
        return (long)(number * money.Groups["scale"].Value.ToLowerInvariant() switch { "k" or "thousand" => 1_000, "m" or "million" => 1_000_000, _ => 1 });
    }

    [GeneratedRegex(@"[$€£]\s?(?<amount>\d[\d,]*(?:\.\d+)?)\s?(?<scale>k\b|thousand|m\b|million)?|(?<amount>\d[\d,]*(?:\.\d+)?)\s?(?<scale>k\b|thousand|million)?\s?(?:dollars|euros?|pounds|USD|EUR|GBP)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"^\s*(?:a|per|each|every)\s+year|^\s*(?:yearly|annually|per annum|/\s?year)", RegexOptions.IgnoreCase)]
    private static partial Regex PerYear();
}
