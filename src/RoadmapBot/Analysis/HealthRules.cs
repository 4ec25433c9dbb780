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

    /// <param name="Heard">One bit for each domain that the hearing speaks of, or is asked of.</param>
    /// <param name="Praised">One for each in which it praises something.</param>
    private readonly record struct Touch(string? Voice, int Heard, int Praised, bool IsUnknown);

    public static IReadOnlyList<Health> Score(Lexicon lexicon, IReadOnlyList<Hearing> hearings, IReadOnlyList<Gap> gaps, IReadOnlyList<Reading> leftOpen)
    {
        var touches = hearings.AsParallel().AsOrdered().Select(hearing => TouchOf(lexicon, hearing)).ToArray();
        return [.. Enum.GetValues<Domain>().Select(domain => Score(
            domain, [.. touches.Where(touch => (touch.Heard & BitOf(domain)) != 0)], [.. gaps.Where(gap => gap.Domain == domain)],
            leftOpen.Count(question => (BitsOf(lexicon, question.Names) & BitOf(domain)) != 0)))];
    }

    private static Touch TouchOf(Lexicon lexicon, Hearing hearing)
    {
        var praised = 0;
        for (var i = 0; i < hearing.Text.Clauses.Length; i++)
            if (hearing.Text.Clauses[i].Polarity is Polarity.Strength)
                praised |= BitsOf(lexicon, hearing.SubjectsOf(i).Things);
        return new Touch(
            hearing.Voice?.Id, BitsOf(lexicon, hearing.Text.Concepts.Select(hit => hit.Name)) | BitsOf(lexicon, hearing.AskedOf), praised,
            Array.TrueForAll(hearing.Text.Clauses, clause => clause.Polarity is Polarity.Unknown));
    }

    private static int BitsOf(Lexicon lexicon, IEnumerable<string> concepts) => concepts.Aggregate(0, (bits, name) => bits | (lexicon.Concepts[name].Domain is { } domain ? BitOf(domain) : 0));

    private static int BitOf(Domain domain) => 1 << (int)domain;

    private static Health Score(Domain domain, IReadOnlyList<Touch> spoke, IReadOnlyList<Gap> gaps, int leftOpen)
    {
        var people = spoke.Select(touch => touch.Voice ?? "").Concat(gaps.SelectMany(gap => gap.Evidence).Select(receipt => receipt.Voice)).Distinct().Count();
        var praise = spoke.Where(touch => (touch.Praised & BitOf(domain)) != 0).Select(touch => touch.Voice).Distinct().Count();
        var score = gaps.Aggregate(1.0, (health, gap) => health * (1 - gap.Severity.Score() / 50.0));
        for (var i = 0; i < Math.Min(praise, MostPraise); i++)
            score += (1 - score) / 10;
        var open = leftOpen + spoke.Count(touch => touch.IsUnknown);
        var heard = Math.Max(spoke.Count, gaps.Count > 0 ? 1 : 0);
        var confidence = heard == 0 ? 0 : Math.Min(1, people / (double)FullHearing) * heard / (heard + open);
        return new Health(domain, (int)Math.Round(100 * score), (int)Math.Round(100 * confidence));
    }
}
