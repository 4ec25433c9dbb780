using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Contradictions;

/// <summary>"We have a written plan", "there is no plan".</summary>
internal static class ExistenceClaims
{
    private const int Reach = 4;

    public static IEnumerable<Claim> In(Marked marked)
    {
        var (text, concepts) = (marked.Text, marked.Words.Lexicon.Concepts);
        foreach (var hit in text.Concepts.Where(hit => concepts[hit.Name].IsClaimable))
            if (text.Denials.Contains(new Denial(hit.Name, hit.First)))
                yield return Of(marked, hit, false);
            else if (text.ClauseAt(hit.First).Polarity is Polarity.Neutral or Polarity.Strength && IsClaimed(text, hit))
                yield return Of(marked, hit, true);
    }

    /// <summary>A claim of existence with nothing but small words between.</summary>
    public static bool IsClaimed(Reading text, Hit hit) => text.Cues.Any(cue => cue.Kind is Cue.Have
        && cue.Last <= hit.First && hit.First - cue.Last <= Reach && text.Breaks.Clause[cue.First] == text.Breaks.Clause[hit.First]
        && !PolarityJudge.IsNegated(text, cue.First) && !PolarityJudge.IsNegated(text, hit.First)
        && Enumerable.Range(cue.Last, hit.First - cue.Last).All(word => text.CueAt(word) is { Kind: Cue.Light or Cue.Strength }));

    private static Claim Of(Marked marked, Hit hit, bool exists) => new(
        ContradictionKind.Existence, hit.Name, marked.Words.Lexicon.Concepts[hit.Name].Label, new Stand.Exists(exists, marked.Restriction(hit)),
        exists ? AnalysisTexts.SaysExists : AnalysisTexts.SaysMissing, marked.Hearing, hit.First);
}
