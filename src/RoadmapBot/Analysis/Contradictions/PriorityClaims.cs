using RoadmapBot.Analysis.Language;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis.Contradictions;

/// <summary>What an executive or head puts first; the first such statement of each.</summary>
internal static class PriorityClaims
{
    private const int MostWords = 5;

    public static IEnumerable<Claim> In(Marked marked)
    {
        var text = marked.Text;
        if (marked.Hearing.Voice is not { Role: Role.Executive or Role.DepartmentHead } || text.Words.Length == 0)
            yield break;
        var said = marked.Of("first").Where(first => !PolarityJudge.IsNegated(text, first.First)).Select(first => text.Breaks.Sentence[first.First]).ToList();
        if (said.Count == 0 && marked.IsAsked("asks-first") && !marked.IsAsked("asks-owner"))
            said.Add(0);
        if (said.Count == 0 || Subjects(marked, said[0]) is not { Stems.Count: > 0 } subjects)
            yield break;
        var at = Array.IndexOf(text.Breaks.Sentence, said[0]);
        yield return new Claim(ContradictionKind.Priority, "", AnalysisTexts.AboutPriority, new Stand.First(subjects.Stems), subjects.Says, marked.Hearing, at);
    }

    private static int[] Content(Marked marked, int clause) =>
        [.. Enumerable.Range(marked.Text.Clauses[clause].Words.First, marked.Text.Clauses[clause].Words.Last - marked.Text.Clauses[clause].Words.First)
            .Where(word => !marked.Stands("first", word) && !marked.Words.Idle.Contains(marked.Text.Words[word].Stem))];

    /// <summary>Concepts and content words of the clause that puts something first; in an answer to "what first?", of its first clause.</summary>
    private static (HashSet<string> Stems, string Says)? Subjects(Marked marked, int sentence)
    {
        var text = marked.Text;
        var mark = marked.Of("first").FirstOrDefault(first => text.Breaks.Sentence[first.First] == sentence);
        var clause = mark.Last > 0 ? text.Breaks.Clause[mark.First] : text.Breaks.Clause[Array.IndexOf(text.Breaks.Sentence, sentence)];
        if (text.Clauses[clause].Polarity is Polarity.Unknown)
            return null;
        var words = Content(marked, clause);
        if (words.Length == 0 && clause > 0 && text.Breaks.Sentence[text.Clauses[clause - 1].Words.First] == sentence)
            words = Content(marked, --clause);
        var concepts = text.Concepts.Where(hit => text.Breaks.Clause[hit.First] == clause && hit.Name is not "priorities" && marked.Words.Lexicon.Concepts[hit.Name].Domain is not null).ToArray();
        var stems = words.Select(word => text.Words[word].Stem).Concat(concepts.Select(hit => hit.Name)).ToHashSet(StringComparer.Ordinal);
        var says = string.Join(' ', words.Take(MostWords).Select(word => text.Words[word].Raw));
        return (stems, says);
    }
}
