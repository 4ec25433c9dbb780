using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis;

/// <summary>
/// Health of a domain. Score: 100, times (1 - L*I/50) for each of its gaps, so that one gap of the highest severity halves it and no number of gaps makes it
/// negative; each person who praised something in the domain gives back a tenth of what is missing to 100, at most three times. Confidence: 100 times the
/// smaller of 1 and (people who spoke of the domain / 4), times heard / (heard + left open) statements about it; 0 where nobody spoke of it.
/// </summary>
internal static class HealthRules
{
    private const int FullHearing = 4;
    private const int MostPraise = 3;

    public static IReadOnlyList<Health> Score(Lexicon lexicon, IReadOnlyList<Hearing> hearings, IReadOnlyList<Gap> gaps, IReadOnlyList<Reading> leftOpen) =>
        [.. Enum.GetValues<Domain>().Select(domain => Score(lexicon, domain, hearings, gaps, leftOpen))];

    private static Health Score(Lexicon lexicon, Domain domain, IReadOnlyList<Hearing> hearings, IReadOnlyList<Gap> gaps, IReadOnlyList<Reading> leftOpen)
    {
        bool IsIn(string concept) => lexicon.Concepts[concept].Domain == domain;
        var ours = gaps.Where(gap => gap.Domain == domain).ToArray();
        var cited = ours.SelectMany(gap => gap.Evidence).Select(receipt => receipt.Voice);
        var spoke = hearings.Where(hearing => hearing.Text.Concepts.Any(hit => IsIn(hit.Name)) || hearing.AskedOf.Any(IsIn)).ToArray();
        var people = spoke.Select(hearing => hearing.Voice?.Id ?? "").Concat(cited).Distinct().Count();
        var praise = spoke.Where(hearing => Praises(hearing, IsIn)).Select(hearing => hearing.Voice?.Id).Distinct().Count();

        var score = ours.Aggregate(1.0, (health, gap) => health * (1 - gap.Severity.Score() / 50.0));
        for (var i = 0; i < Math.Min(praise, MostPraise); i++)
            score += (1 - score) / 10;
        var open = leftOpen.Count(question => question.Concepts.Any(hit => IsIn(hit.Name)))
            + spoke.Count(hearing => hearing.Text.Clauses.All(clause => clause.Polarity is Polarity.Unknown));
        var heard = Math.Max(spoke.Length, ours.Length > 0 ? 1 : 0);
        var confidence = heard == 0 ? 0 : Math.Min(1, people / (double)FullHearing) * heard / (heard + open);
        return new Health(domain, (int)Math.Round(100 * score), (int)Math.Round(100 * confidence));
    }

    private static bool Praises(Hearing hearing, Func<string, bool> isIn)
    {
        for (var i = 0; i < hearing.Text.Clauses.Count; i++)
            if (hearing.Text.Clauses[i].Polarity is Polarity.Strength && hearing.SubjectsOf(i).Things.Any(isIn))
                return true;
        return false;
    }
}
