using System.Text.RegularExpressions;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Planning;

/// <summary>An amount of money that somebody named as the price of something.</summary>
/// <param name="Concepts">What the sentence speaks of, or the nearest before it where it speaks of nothing that has a price.</param>
internal sealed record StatedPrice(Money Money, IReadOnlySet<string> Concepts, Receipt Receipt);

/// <summary>
/// Finds prices in what people said: an amount in the plan's currency, in a sentence that speaks of a price and that does not ask, doubt, or speak of a loss or a
/// budget ("we were quoted $48,000 for the switches", but not "the outage cost us $40,000").
/// </summary>
internal static partial class StatedPrices
{
    private const string PriceWords = "priced";

    /// <summary>So many sentences may lie between a thing and its price.</summary>
    private const int FurthestBack = 2;

    /// <param name="currency">ISO 4217; an amount without a currency is taken to be in it.</param>
    /// <param name="things">Concepts of what can have a price here.</param>
    public static IReadOnlyList<StatedPrice> Find(Testimony testimony, Lexicon lexicon, string currency, IReadOnlySet<string> things) =>
        [.. testimony.Voices.OrderBy(voice => voice.Id, StringComparer.Ordinal).AsParallel().AsOrdered()
            .SelectMany(voice => voice.Statements.SelectMany(statement => Find(voice.Id, statement, lexicon, currency, things)))];

    private static IEnumerable<StatedPrice> Find(string voice, Statement statement, Lexicon lexicon, string currency, IReadOnlySet<string> things)
    {
        Money[] amounts = [.. MoneyWords.Find(statement.Text, currency)];
        if (amounts.Length == 0)
            yield break;
        var reading = lexicon.Reader.Read(statement.Text);
        foreach (var money in amounts)
        {
            if (Stated.WordAt(reading, money.Index, money.Length) is not { } word || !IsPrice(reading, word))
                continue;
            var sentence = reading.Breaks.Sentence[word];
            var back = OtherThing().IsMatch(statement.Text[(money.Index + money.Length)..]) ? 0 : FurthestBack;
            var named = Enumerable.Range(0, back + 1).Select(before => ThingsOf(reading, sentence - before)).FirstOrDefault(concepts => concepts.Overlaps(things));
            if (named is not null)
                yield return new StatedPrice(money, named, new Receipt(voice, statement.Id, reading.Quote(word, word)));
        }
    }

    private static bool IsPrice(Reading reading, int word)
    {
        var sentence = reading.Breaks.Sentence[word];
        var words = reading.ClauseAt(word);
        var doubted = Enumerable.Range(0, reading.Words.Length).Any(at => reading.Breaks.Sentence[at] == sentence && reading.ClauseAt(at).Polarity is Polarity.Unknown);
        return ConceptsOf(reading, sentence).Contains(PriceWords)
            && !Stated.SpeaksOfLoss(reading, word) && !doubted && !BudgetWords().IsMatch(reading.Text[words.Start..words.End])
            && !reading.Quote(word, word).EndsWith('?');
    }

    /// <summary>What a sentence speaks of; "quote" is only the way to a price there, and no thing.</summary>
    private static HashSet<string> ThingsOf(Reading reading, int sentence)
    {
        var prices = reading.Concepts.Where(hit => hit.Name == PriceWords).SelectMany(hit => Enumerable.Range(hit.First, hit.Last - hit.First + 1)).ToHashSet();
        return reading.Concepts.Where(hit => reading.Breaks.Sentence[hit.First] == sentence && !prices.Contains(hit.First)).Select(hit => hit.Name).ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> ConceptsOf(Reading reading, int sentence) =>
        reading.Concepts.Where(hit => reading.Breaks.Sentence[hit.First] == sentence).Select(hit => hit.Name).ToHashSet(StringComparer.Ordinal);

    /// <summary>What the price is for is named, known to us or not.</summary>
    [GeneratedRegex(@"^\s+for\s+(?!(?:it|that|them|this|these|those|all|everything)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex OtherThing();

    [GeneratedRegex(@"\b(?:budget(?:ed|s)?|set aside|allocat\w+|grant|to spend)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BudgetWords();
}
