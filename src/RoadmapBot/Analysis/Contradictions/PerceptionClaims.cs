using RoadmapBot.Analysis.Language;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis.Contradictions;

/// <summary>What executives praise, and what the people who work with it complain of.</summary>
internal static class PerceptionClaims
{
    public static IEnumerable<Claim> In(Marked marked)
    {
        var (hearing, concepts) = (marked.Hearing, marked.Words.Lexicon.Concepts);
        var isAbove = hearing.Voice?.Role is Role.Executive;
        if (!isAbove && hearing.Voice?.Role is Role.It or Role.Msp)
            yield break;
        for (var i = 0; i < hearing.Text.Clauses.Length; i++)
        {
            var clause = hearing.Text.Clauses[i];
            var liked = clause.Polarity is Polarity.Strength && !Enumerable.Range(clause.Words.First, clause.Words.Last - clause.Words.First).Any(word => hearing.Text.Words[word].Raw is "only" or "if");
            if (!liked && clause is not { Polarity: Polarity.Problem, IsWanted: false } || liked != isAbove || hearing.SubjectsOf(i) is not { Nearness: Nearness.Own or Nearness.Asked } subjects || marked.Has("owns", i) || marked.Has("owned-by", i))
                continue;
            foreach (var thing in subjects.Things.Where(thing => concepts[thing] is { Domain: not null, IsIncidental: false }).Order(StringComparer.Ordinal))
                yield return new Claim(
                    ContradictionKind.Perception, thing, concepts[thing].Label, new Stand.Liked(liked), liked ? AnalysisTexts.SaysLiked : AnalysisTexts.SaysDisliked, hearing, clause.Words.First);
        }
    }
}
