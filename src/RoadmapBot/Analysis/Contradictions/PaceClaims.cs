using System.Globalization;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Conversation;

namespace RoadmapBot.Analysis.Contradictions;

/// <summary>How often something is done ("every night", "once a week"), and how long people wait for something ("within two hours", "three days").</summary>
internal static class PaceClaims
{
    /// <summary>Monthly against quarterly is a contradiction, twice a month against monthly is none.</summary>
    private const double CycleFactor = 2.9;
    private const double WaitFactor = 3.9;

    /// <summary>What is done more or less often, and must be the same in both claims.</summary>
    private static readonly string[] Parts = ["server", "computer", "email", "core-system", "mobile", "firewall", "database", "file-store"];

    public static IEnumerable<Claim> In(Marked marked) => Cycles(marked).Concat(Waits(marked));

    private static IEnumerable<Claim> Cycles(Marked marked)
    {
        var text = marked.Text;
        foreach (var cycle in marked.Of("cycles").GroupBy(cycle => text.Breaks.Clause[cycle.First]).Where(inClause => inClause.Select(cycle => cycle.Name).Distinct().Count() == 1).Select(inClause => inClause.First()))
        {
            var clause = text.Breaks.Clause[cycle.First];
            if (marked.SubjectOf("cyclic", clause) is not { } label || !marked.IsNow(clause) || text.Clauses[clause].Polarity is Polarity.Problem
                || PolarityJudge.IsNegated(text, cycle.First) || marked.HasInSentence("down", cycle.First))
            {
                continue;
            }

            var parts = text.Concepts.Where(hit => text.Breaks.Sentence[hit.First] == text.Breaks.Sentence[cycle.First] && Parts.Contains(hit.Name)).Select(hit => hit.Name).Distinct().Order(StringComparer.Ordinal);
            var perYear = double.Parse(Marked.Meaning(cycle), CultureInfo.InvariantCulture);
            yield return new Claim(
                ContradictionKind.Number, $"cycle {label} {string.Join(' ', parts)}", AnalysisTexts.AboutCycle.With(label), new Stand.Figure(perYear, CycleFactor),
                AnalysisTexts.SaysCycle.With(perYear), marked.Hearing, cycle.First);
        }
    }

    private static IEnumerable<Claim> Waits(Marked marked)
    {
        var text = marked.Text;
        foreach (var (hours, first, written) in Times(marked))
        {
            var clause = text.Breaks.Clause[first];
            if (marked.SubjectOf("waits", clause) is { } label && marked.IsNow(clause) && marked.Has("wait-words", clause) && !PolarityJudge.IsNegated(text, first) && !marked.HasInSentence("cycles", first))
                yield return new Claim(
                    ContradictionKind.Number, $"wait {label}", AnalysisTexts.AboutWait.With(label), new Stand.Figure(hours, WaitFactor), written, marked.Hearing, first);
        }
    }

    private static IEnumerable<(double Hours, int First, string Written)> Times(Marked marked)
    {
        var (text, units) = (marked.Text, marked.Words.Hours);
        var numbers = Numbers.In(text, marked.Words.Numbers).ToDictionary(number => number.Last);
        for (var word = 1; word < text.Words.Length; word++)
        {
            if (!units.TryGetValue(text.Words[word].Stem, out var hours))
                continue;
            if (numbers.TryGetValue(word, out var number))
                yield return (number.Value * hours, number.First, $"{number.Written} {text.Words[word].Raw}");
            else if (text.Words[word - 1].Raw is "a" or "an" or "the" or "same")
                yield return (hours, word - 1, $"{text.Words[word - 1].Raw} {text.Words[word].Raw}");
        }
    }
}
