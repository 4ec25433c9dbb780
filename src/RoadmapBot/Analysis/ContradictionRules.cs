using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis;

/// <summary>Finds things that one person says exist and another says do not. Shown, never settled here.</summary>
internal static class ContradictionRules
{
    private const int ClaimReach = 4;

    private sealed record Claim(string Concept, bool Exists, Hearing Hearing, int Word);

    public static IReadOnlyList<Contradiction> Find(Lexicon lexicon, IEnumerable<Hearing> hearings) =>
        [.. hearings.Where(hearing => hearing.Voice is not null)
            .SelectMany(hearing => Claims(lexicon, hearing))
            .GroupBy(claim => claim.Concept)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Between(lexicon.Concepts[group.Key], [.. group]))
            .OfType<Contradiction>()];

    private static Contradiction? Between(Concept concept, IReadOnlyList<Claim> claims)
    {
        var denied = claims.Where(claim => !claim.Exists).ToArray();
        var voices = denied.Select(claim => claim.Hearing.Voice!.Id).ToHashSet(StringComparer.Ordinal);
        var claimed = claims.Where(claim => claim.Exists && !voices.Contains(claim.Hearing.Voice!.Id)).ToArray();
        if (denied.Length == 0 || claimed.Length == 0)
            return null;
        var ask = claims.Select(claim => claim.Hearing.Voice!).FirstOrDefault(voice => voice.Role is Role.It)?.Title
            ?? (concept.Domain is Domain.Governance ? AnalysisTexts.AskExecutive : AnalysisTexts.AskIt);
        return new Contradiction(concept.Label, ask, [.. claimed.Concat(denied).Select(ReceiptOf).Distinct()]);
    }

    private static Receipt ReceiptOf(Claim claim) =>
        new(claim.Hearing.Voice!.Id, claim.Hearing.Id, claim.Hearing.Text.Quote(claim.Word, claim.Word));

    private static IEnumerable<Claim> Claims(Lexicon lexicon, Hearing hearing)
    {
        var text = hearing.Text;
        foreach (var hit in text.Concepts.Where(hit => lexicon.Concepts[hit.Name].IsClaimable))
            if (text.Denials.Contains(new Denial(hit.Name, hit.First)))
                yield return new Claim(hit.Name, false, hearing, hit.First);
            else if (text.ClauseAt(hit.First).Polarity is Polarity.Neutral or Polarity.Strength && IsClaimed(text, hit))
                yield return new Claim(hit.Name, true, hearing, hit.First);
    }

    /// <summary>"We have a written plan", with nothing but small words between.</summary>
    private static bool IsClaimed(Reading text, Hit hit) => text.Cues.Any(cue => cue.Kind is Cue.Have
        && cue.Last <= hit.First && hit.First - cue.Last <= ClaimReach && text.Breaks.Clause[cue.First] == text.Breaks.Clause[hit.First]
        && !PolarityJudge.IsNegated(text, cue.First) && !PolarityJudge.IsNegated(text, hit.First)
        && Enumerable.Range(cue.Last, hit.First - cue.Last).All(word => text.HitsAt(word).Any(between => between.Kind is Cue.Light or Cue.Strength)));
}
