using System.Globalization;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Conversation;

namespace RoadmapBot.Analysis.Contradictions;

/// <summary>"All laptops are encrypted"; "half of the laptops are not encrypted".</summary>
internal static class ShareClaims
{
    public static IEnumerable<Claim> In(Marked marked)
    {
        var text = marked.Text;
        var shares = marked.Of("shares").Select(mark => (Of: double.Parse(Marked.Meaning(mark), CultureInfo.InvariantCulture), mark.First, mark.Last))
            .Concat(Numbers.In(text, marked.Words.Numbers).Where(number => number.Value <= 100 && OutageClaims.IsPercent(text, number)).Select(number => (Of: number.Value, number.First, number.Last)))
            .GroupBy(share => text.Breaks.Clause[share.First]);
        foreach (var inClause in shares)
        {
            var share = inClause.OrderBy(share => share.First).ThenByDescending(share => share.Last).First();
            if (Concept(marked, inClause.Key) is not { } concept || !marked.IsNow(inClause.Key) || PolarityJudge.IsNegated(text, share.First) || marked.Has("cycles", inClause.Key))
                continue;
            var of = share.Of > 0 && IsTurned(marked, concept, share.Last) ? 100 - share.Of : share.Of;
            var label = marked.Words.Subjects["shared"][concept.Name];
            yield return new Claim(
                ContradictionKind.Number, $"share {label} {Population(marked, share.First)} {marked.Scope(share.First, text.Words.Length)}".TrimEnd(), AnalysisTexts.AboutShare.With(label),
                new Stand.Share(of / 100), AnalysisTexts.SaysShare.With(of), marked.Hearing, share.First);
        }
    }

    private static Hit? Concept(Marked marked, int clause) =>
        marked.Text.Concepts.Where(hit => marked.Text.Breaks.Clause[hit.First] == clause && marked.Words.Subjects["shared"].ContainsKey(hit.Name)).Select(hit => (Hit?)hit).FirstOrDefault();

    /// <summary>The share is of those without: "a third have no second step", "half are unencrypted".</summary>
    private static bool IsTurned(Marked marked, Hit concept, int from) =>
        marked.Text.Denials.Contains(new Denial(concept.Name, concept.First)) || PolarityJudge.IsNegated(marked.Text, concept.First)
        || marked.Text.Words[concept.First].Raw.StartsWith("un", StringComparison.Ordinal)
        || marked.Text.Cues.Any(cue => cue.Kind is Cue.Lack && cue.First >= from && marked.Text.Breaks.Clause[cue.First] == marked.Text.Breaks.Clause[concept.First]);

    /// <summary>Of what it is a share: the nearest counted thing or people behind it.</summary>
    private static string Population(Marked marked, int from)
    {
        var clause = marked.Text.Breaks.Clause[from];
        return marked.Of("counted").Concat(marked.Of("people")).Where(mark => mark.First >= from && marked.Text.Breaks.Clause[mark.First] == clause)
            .OrderBy(mark => mark.First).ThenByDescending(mark => mark.Last).Select(Marked.Meaning).FirstOrDefault() is { } named && named is not "employees" ? named : "people";
    }
}
