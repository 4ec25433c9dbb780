using System.Text.RegularExpressions;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Planning;

/// <summary>What somebody said that a trouble costs. The closed set of ways to count it.</summary>
internal abstract record StatedLoss(Receipt Receipt)
{
    /// <param name="PerWeek">Hours of one person, or of all where <paramref name="People"/> is one and nobody said "each".</param>
    /// <param name="People">Null where it is so many hours each, and nobody said for how many.</param>
    internal sealed record Hours(decimal PerWeek, int? People, Receipt Receipt) : StatedLoss(Receipt);

    /// <param name="TimesPerYear">Null for a loss that was told of once.</param>
    internal sealed record Loss(decimal Amount, int? TimesPerYear, Receipt Receipt) : StatedLoss(Receipt);

    /// <summary>Income that hangs on it.</summary>
    internal sealed record Revenue(decimal Amount, Receipt Receipt) : StatedLoss(Receipt);
}

/// <summary>
/// Finds what a gap costs in the words around its evidence: hours that go into it ("it takes each of us an hour a day"), money that was lost, income at stake.
/// Wishes, plans and praise are passed over.
/// </summary>
internal static partial class StatedLosses
{
    private const int DaysPerWeek = 5;
    private const int HoursPerDay = 8;
    private const decimal WeeksPerMonth = 52m / 12;

    /// <summary>For each gap, by its id.</summary>
    /// <param name="currency">ISO 4217; an amount without a currency is taken to be in it.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<StatedLoss>> Around(IReadOnlyList<Gap> gaps, Testimony testimony, Lexicon lexicon, string currency)
    {
        var cited = gaps.SelectMany(gap => gap.Evidence).Select(KeyOf).ToHashSet();
        var texts = testimony.PainPoints.Select(point => (Key: ("", point.Id), point.Text))
            .Concat(testimony.Voices.SelectMany(voice => voice.Statements.Select(statement => (Key: (voice.Id, statement.Id), statement.Text))))
            .Where(one => cited.Contains(one.Key)).ToLookup(one => one.Key, one => one.Text);
        return gaps.ToDictionary(
            gap => gap.Id, gap => (IReadOnlyList<StatedLoss>)[.. gap.Evidence.SelectMany(receipt => texts[KeyOf(receipt)].Take(1).SelectMany(text => Around(receipt, text, lexicon, currency)))], StringComparer.Ordinal);
    }

    private static (string Voice, string Statement) KeyOf(Receipt receipt) => (receipt.Voice, receipt.Statement);

    private static IEnumerable<StatedLoss> Around(Receipt receipt, string text, Lexicon lexicon, string currency) =>
        Lost().IsMatch(text) || MoneyWords.Find(text).Any() ? Find(receipt, text, lexicon.Reader.Read(text), currency) : []; // reading is slow

    private static IEnumerable<StatedLoss> Find(Receipt receipt, string text, Reading reading, string currency)
    {
        var from = text.IndexOf(receipt.Quote, StringComparison.Ordinal);
        var (first, last) = (SentenceAt(reading, from), SentenceAt(reading, from + receipt.Quote.Length - 1));
        foreach (Match match in Lost().Matches(text))
        {
            if (Near(match.Index, match.Length) is { } word && NumberWords.Value(match.Groups["number"].Value) is { } number)
                yield return new StatedLoss.Hours(PerWeek(match, number), People(text, reading, word), Cite(word));
        }
        foreach (var money in MoneyWords.Find(text, currency).Where(money => money.Per is Per.All))
        {
            if (Near(money.Index, money.Length) is not { } word)
                continue;
            var clause = reading.ClauseAt(word);
            if (AtStake().IsMatch(text.AsSpan(clause.Start, clause.End - clause.Start)))
                yield return new StatedLoss.Revenue(money.High, Cite(word));
            else if (Stated.SpeaksOfLoss(reading, word))
                yield return new StatedLoss.Loss(money.High, money.TimesPerYear, Cite(word));
        }

        // In the sentences of the evidence or right beside them, and meant as a trouble.
        int? Near(int index, int length) =>
            Stated.WordAt(reading, index, length) is { } word && reading.Breaks.Sentence[word] >= first - 1 && reading.Breaks.Sentence[word] <= last + 1
                && reading.ClauseAt(word) is { IsPlanned: false, IsWanted: false, IsFixed: false, Polarity: not (Polarity.Strength or Polarity.Plan or Polarity.Unknown) } ? word : null;

        Receipt Cite(int word) => receipt with { Quote = reading.Quote(word, word) };
    }

    private static int SentenceAt(Reading reading, int offset) =>
        reading.Breaks.Sentence[Math.Max(0, Array.FindLastIndex(reading.Words, word => word.Start <= Math.Max(offset, 0)))];

    private static decimal PerWeek(Match match, decimal number)
    {
        var hours = match.Groups["unit"].Value.ToLowerInvariant()[0] switch { 'm' => number / 60, 'd' => number * HoursPerDay, _ => number };
        return match.Groups["period"].Value.ToLowerInvariant() switch
        {
            "day" or "daily" or "morning" or "afternoon" or "shift" => hours * DaysPerWeek,
            "month" or "monthly" => hours / WeeksPerMonth,
            _ => hours,
        };
    }

    /// <summary>"The eight of us", "for 12 people"; one person where nobody says "each".</summary>
    private static int? People(string text, Reading reading, int word)
    {
        var sentence = reading.Quote(word, word);
        if (Group().Match(sentence) is { Success: true } group && NumberWords.Value(group.Groups["number"].Value) is { } number and >= 2 and <= 100_000)
            return (int)number;
        return Each().IsMatch(sentence) ? null : 1;
    }

    [GeneratedRegex(
        @"(?:tak(?:es|ing)|took|costs?|costing|los(?:e|es|ing)|lost|spends?|spending|wast(?:e|es|ed|ing)|wait(?:s|ing)?|goes|go|eats?(?: up)?|ties? up|needs?)\b[^.!?\n]{0,40}?(?<number>" + NumberWords.Pattern
        + @"|half an?|an?)(?:\s+to\s+(?:" + NumberWords.Pattern + @"))?\s+(?:full\s+|working\s+)?(?<unit>minutes?|mins?|hours?|days?)\s+(?:of\s+[^.!?\n]{0,25}\s)?(?:(?:a|an|per|each|every)\s+(?<period>day|week|month|morning|afternoon|shift)|(?<period>daily|weekly|monthly))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Lost();

    [GeneratedRegex(@"\b(?<number>" + NumberWords.Pattern + @")\s+(?:of\s+us|of\s+them|people|colleagues|employees|staff|users|persons|nurses|teachers|clerks|drivers|engineers|officers)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Group();

    [GeneratedRegex(@"\b(?:each of (?:us|them)|each person|per person|a person|everybody|everyone|all of us|every (?:one|person|employee|nurse|teacher|clerk)|each\s*[.,;!]|each$)", RegexOptions.IgnoreCase)]
    private static partial Regex Each();

    [GeneratedRegex(@"\b(?:revenue|turnover|sales|income|orders?|contracts?|customers?|fees)\b[^.!?]{0,60}\b(?:at stake|at risk|depends?|hangs?|rides?|would go|walks? away|could lose|would lose|in danger)\b|\b(?:at stake|at risk|depends?|hangs?|could lose|would lose)\b[^.!?]{0,60}\b(?:revenue|turnover|sales|income|orders?|contracts?|customers?|fees)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AtStake();
}
