using System.Globalization;
using System.Text.RegularExpressions;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Contradictions;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Conversation;

namespace RoadmapBot.Analysis;

/// <summary>
/// What doing nothing about a gap costs: its class in words, and a sum only where somebody stated both an amount of time or money and how often it is lost.
/// A year has 12 months, 52 weeks and, as an assumption that the sum names, 220 working days.
/// </summary>
internal static partial class InactionRules
{
    private const int WorkingDays = 220;
    private const int DaysOfAYear = 365;

    public static IReadOnlyList<Inaction> Find(GapCatalogue catalogue, IReadOnlyList<Gap> gaps, IReadOnlyList<Hearing> hearings)
    {
        var said = hearings.ToLookup(hearing => (hearing.Voice?.Id ?? "", hearing.Id));
        return
        [
            .. gaps.Select(gap => (gap, Class: catalogue.Inaction.Of(gap))).Where(one => one.Class is not null).Select(one => new Inaction(
                one.gap.Id, one.Class!.Name, one.Class.Text,
                [.. one.gap.Evidence.Where(receipt => !receipt.IsAsset).SelectMany(receipt => said[(receipt.Voice, receipt.Statement)].Take(1)).Distinct().SelectMany(hearing => Losses(catalogue, hearing)).Distinct()])),
        ];
    }

    private static IEnumerable<Loss> Losses(GapCatalogue catalogue, Hearing hearing)
    {
        var text = hearing.Text;
        var losing = catalogue.Inaction.Loses.Find(text.Words, text.Breaks.Clause);
        if (losing.Count == 0)
            yield break;
        var marked = new Marked(catalogue.Claims, hearing);
        foreach (var cycle in marked.Of("cycles").Concat(Periods(text)).GroupBy(cycle => text.Breaks.Sentence[cycle.First]).Select(inSentence => inSentence.First()))
        {
            if (!losing.Exists(loses => text.Breaks.Sentence[loses.First] == text.Breaks.Sentence[cycle.First]) || text.ClauseAt(cycle.First).Polarity is Polarity.Strength)
                continue;
            var perYear = double.Parse(Marked.Meaning(cycle), CultureInfo.InvariantCulture);
            var isDaily = perYear == DaysOfAYear;
            var times = isDaily ? WorkingDays : perYear;
            var receipt = new Receipt(hearing.Voice?.Id ?? "", hearing.Id, text.Quote(cycle.First, cycle.First));
            foreach (var (amount, unit) in Amounts(catalogue.Claims, text, cycle))
                yield return new Loss(
                    (isDaily ? AnalysisTexts.LossDaily : AnalysisTexts.Loss).With(Figure(amount), unit, Figure(times), Figure(amount * times)), receipt);
        }
    }

    /// <summary>Times and money in the sentence of a period, other than the period itself.</summary>
    private static IEnumerable<(double Amount, string Unit)> Amounts(ClaimWords words, Reading text, Hit cycle)
    {
        var sentence = text.Breaks.Sentence[cycle.First];
        foreach (var number in Numbers.In(text, words.Numbers).Where(number => text.Breaks.Sentence[number.First] == sentence && (number.Last <= cycle.First || number.First >= cycle.Last)))
        {
            if (number.Last < text.Words.Length && text.Words[number.Last] is var next && words.Hours.ContainsKey(next.Stem) && text.Breaks.Sentence[number.Last] == sentence)
                yield return (number.Value, next.Raw);
            else if (number.Last < text.Words.Length && Money().IsMatch(text.Words[number.Last].Raw))
                yield return (number.Value, text.Words[number.Last].Raw);
            else if (text.Words[number.First].Start > 0 && text.Text[text.Words[number.First].Start - 1] is var sign and ('€' or '$' or '£'))
                yield return (number.Value, sign.ToString());
        }
    }

    /// <summary>"a month", "per week".</summary>
    private static IEnumerable<Hit> Periods(Reading text)
    {
        for (var word = 1; word < text.Words.Length; word++)
            if (text.Words[word - 1].Raw is "a" or "per" or "each" && PerYear.TryGetValue(text.Words[word].Raw, out var perYear) && text.Breaks.Clause[word] == text.Breaks.Clause[word - 1])
                yield return new Hit($"cycles:{perYear.ToString(CultureInfo.InvariantCulture)}", null, word - 1, word + 1);
    }

    private static readonly Dictionary<string, int> PerYear = new(StringComparer.Ordinal) { ["day"] = DaysOfAYear, ["week"] = 52, ["month"] = 12, ["quarter"] = 4, ["year"] = 1 };

    private static string Figure(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex("^(euros?|dollars?|pounds?|usd|eur|gbp|chf|francs?)$")]
    private static partial Regex Money();
}
