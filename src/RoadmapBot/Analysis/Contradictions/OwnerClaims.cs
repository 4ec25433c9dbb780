using RoadmapBot.Analysis.Language;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis.Contradictions;

/// <summary>"Milan looks after the backups", "the backups are with the provider", "nobody owns the backups".</summary>
internal static class OwnerClaims
{
    /// <summary>An answer to "who?" names the owner within its first words.</summary>
    private const int ShortAnswer = 6;

    public static IEnumerable<Claim> In(Marked marked)
    {
        var text = marked.Text;
        foreach (var owns in marked.Of("owns"))
            if (Thing(marked, owns.Last, text.Words.Length, owns.First) is { } thing && OwnerBefore(marked, owns.First) is { } owner)
                yield return Of(marked, owns.First, thing, owner);
        foreach (var owned in marked.Of("owned-by"))
            if (Thing(marked, 0, owned.First, owned.First) is { } thing && OwnerBehind(marked, owned.Last) is { } owner)
                yield return Of(marked, owned.First, thing, owner);
        foreach (var job in marked.Of("possessive"))
            if (job.First > 0 && IsPossessed(marked, job.First - 1) && Thing(marked, 0, job.First, job.First) is { } thing && OwnerBefore(marked, job.First) is { } owner)
                yield return Of(marked, job.First, thing, owner);
        if (marked.IsAsked("asks-owner") && !marked.Of("owns").Concat(marked.Of("owned-by")).Any() && text.Clauses.Length > 0 && AskedThing(marked) is { } asked
            && text.Clauses[0].Words.Last - text.Clauses[0].Words.First <= ShortAnswer && OwnerBehind(marked, 0) is { } named)
        {
            yield return Of(marked, 0, asked, named);
        }
    }

    private static Claim Of(Marked marked, int word, string thing, Stand.Owners owner) => new(
        ContradictionKind.Ownership, thing, marked.Words.Lexicon.Concepts[thing].Label, owner,
        owner.Names.Count == 0 ? AnalysisTexts.SaysNobody : string.Join(", ", owner.Names.Order(StringComparer.Ordinal)), marked.Hearing, word);

    /// <summary>The first thing in that part of the clause that can have an owner; else what was asked about.</summary>
    private static string? Thing(Marked marked, int from, int to, int at)
    {
        var (text, clause) = (marked.Text, marked.Text.Breaks.Clause[at]);
        if (!marked.IsNow(clause) && text.Clauses[clause].Polarity is not Polarity.Unknown || PolarityJudge.IsNegated(text, at) && !marked.Has("nobody", clause)
            || text.Cues.Any(cue => cue.Kind is Cue.Hedge or Cue.Want && text.Breaks.Clause[cue.First] == clause))
        {
            return null;
        }

        var own = text.Concepts.Where(hit => hit.First >= from && hit.Last <= to && text.Breaks.Clause[hit.First] == clause && marked.Words.Ownable.Contains(hit.Name))
            .OrderBy(hit => hit.First).ThenByDescending(hit => hit.Last - hit.First).Select(hit => hit.Name).FirstOrDefault();
        var names = Capitals(text, text.Words.Length, at).Where(word => word >= from && word < to);
        return own is null ? text.Concepts.Any(hit => hit.First >= from && hit.Last <= to && text.Breaks.Clause[hit.First] == clause && marked.Words.Lexicon.Concepts[hit.Name].Domain is not null) ? null : AskedThing(marked)
            : names.Any() && from > 0 ? null : own; // "the servers in Halden" are not the servers
    }

    private static string? AskedThing(Marked marked) => marked.IsAsked("asks-owner")
        ? marked.Hearing.Topic.Concepts.Where(hit => marked.Words.Ownable.Contains(hit.Name)).OrderByDescending(hit => hit.Last - hit.First).ThenBy(hit => hit.First).Select(hit => hit.Name).FirstOrDefault()
        : null;

    private static Stand.Owners? OwnerBefore(Marked marked, int before)
    {
        var clause = marked.Text.Breaks.Clause[before];
        var first = marked.Text.Clauses[clause].Words.First;
        return Owner(marked, Math.Max(first, before - 6), before, NamesBefore(marked, before));
    }

    private static Stand.Owners? OwnerBehind(Marked marked, int from)
    {
        if (from >= marked.Text.Words.Length)
            return null;
        var clause = marked.Text.Clauses[marked.Text.Breaks.Clause[Math.Max(0, from - 1)]];
        var to = Math.Min(clause.Words.Last, from + 7);
        return Owner(marked, from, to, Capitals(marked.Text, to, from).Where(word => word >= from));
    }

    /// <summary>"Milan and Ada" directly before the verb.</summary>
    private static IEnumerable<int> NamesBefore(Marked marked, int before)
    {
        var capitals = Capitals(marked.Text, before, before).ToHashSet();
        for (var word = before - 1; word >= 0 && (capitals.Contains(word) || marked.Text.Words[word].Raw is "and" or "also" or "now" or "alone" or "really" or "usually"); word--)
            if (capitals.Contains(word))
                yield return word;
    }

    private static Stand.Owners? Owner(Marked marked, int from, int to, IEnumerable<int> capitals)
    {
        bool IsIn(Hit mark) => mark.First >= from && mark.Last <= to;
        if (marked.Of("nobody").Any(IsIn))
            return new Stand.Owners(new HashSet<string>(), false);
        var names = capitals.Where(word => !marked.Stands("parties", word)).Select(word => marked.Text.Text[marked.Text.Words[word].Start..marked.Text.Words[word].End])
            .Select(name => name.Split('\'', '’')[0]).ToHashSet(StringComparer.Ordinal);
        if (names.Count > 0)
            return new Stand.Owners(names, false);
        var parties = marked.Of("parties").Where(IsIn).Select(Marked.Meaning).ToHashSet(StringComparer.Ordinal);
        if (parties.Count == 0 && Enumerable.Range(from, to - from).Any(word => marked.Text.Words[word].Raw is "i" or "me" or "we" or "us" or "mine" or "ours" or "my" or "our") && PartyOf(marked.Hearing.Voice) is { } own)
            parties.Add(own);
        return parties.Count > 0 ? new Stand.Owners(parties, true) : null;
    }

    /// <summary>Names: words with a capital that neither open a sentence nor are always written so. The first word counts where it is no common word.</summary>
    private static IEnumerable<int> Capitals(Reading text, int to, int inClauseOf) => Enumerable.Range(0, Math.Min(to, text.Words.Length)).Where(word =>
        text.Breaks.Clause[word] == text.Breaks.Clause[Math.Min(inClauseOf, text.Words.Length - 1)] && char.IsUpper(text.Text[text.Words[word].Start]) && text.Words[word].Raw is not ("i" or Word.TheDepartment)
        && !text.Text[text.Words[word].Start..text.Words[word].End].Skip(1).Any(char.IsUpper)
        && (word > 0 && text.Breaks.Sentence[word - 1] == text.Breaks.Sentence[word] || !text.HitsAt(word).Any() && !Common.Contains(text.Words[word].Raw)));

    private static readonly HashSet<string> Common =
        ["the", "our", "my", "a", "an", "that", "this", "it", "we", "they", "he", "she", "you", "there", "so", "and", "but", "well", "yes", "no", "backups", "security", "each", "every", "all", "as", "in", "at", "for", "officially", "honestly", "actually", "probably", "i'm", "that's", "it's", "if", "when", "someone", "somebody", "whoever", "different", "passwords", "software", "updates", "licences", "licenses", "reports", "reporting", "contracts"];

    private static bool IsPossessed(Marked marked, int word) =>
        marked.Text.Text[marked.Text.Words[word].Start..marked.Text.Words[word].End] is var written && (written.Contains('\'', StringComparison.Ordinal) || written.Contains('’', StringComparison.Ordinal))
        || marked.Text.Words[word].Raw is "my" or "our" || marked.Stands("nobody", word);

    private static string? PartyOf(Voice? voice) => voice?.Role switch
    {
        Role.It => "IT",
        Role.Msp => "the provider",
        _ => voice?.Department,
    };
}
