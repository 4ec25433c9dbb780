using System.Collections.Frozen;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Roadmaps.Questions;

/// <summary>
/// A text as what it is searched by: the things that the lexicon knows, so that "MFA" finds "a second factor", and the stems of all other words.
/// What says only how something is asked is left out.
/// </summary>
internal static class Words
{
    /// <summary>They carry no meaning by themselves, or every passage has them.</summary>
    private static readonly FrozenSet<string> Light = Set(
        """
        a about all also am an and any anything are as at be been being but by can could did do does done else ever every for from going had has have he her here his how i if in into is it its
        just let like many may me mean means might more most much must my need needs no not now of off on one only or other our out over per please road roadmap map plan plans planned planning
        same say says she should so some something still tell than that the their them then there these they thing things this those to too under until up us very was we were what whats when where
        whether which while who whom whose why will with within would yes yet you your initiative initiatives project projects s t get gets got happen happens happening
        """);

    /// <summary>They say what kind of answer is wanted, and name nothing.</summary>
    private static readonly FrozenSet<string> Asking = Set(
        """
        accountable affect affected after already amount approved based before begin begins behind benefit block blocked block blocks budget build builds change changed changes charge come comes complete
        completed cost costs date delayed depend depends different due each end ends euro euros evidence expensive far finish finished first follow follows fiscal gain handles hold holds how important
        job last late lead leads leading long look looks looking money month months moment much new next on out overall own owner owns pay people phase plan prerequisite price priorities priority progress put quarter
        ready reason reasons rationale relies rely required responsible return returns roi run runs said save saves schedule second shall short mid medium soon spend spending stand stands start started starts state status step
        supposed take takes term third time today top total track urgent wait waits waiting work worth year years q1 q2 q3 q4 january february march april june july august september october november december
        """);

    /// <param name="isAsked">Leaves out what only says which kind of answer is wanted.</param>
    public static IReadOnlyList<string> Of(Lexicon lexicon, string text, bool isAsked)
    {
        var reading = lexicon.Reader.Read(text);
        var terms = new List<string>();
        for (var at = 0; at < reading.Words.Length; at++)
        {
            if (reading.Concepts.Where(hit => hit.First == at && IsThing(lexicon, hit, reading, isAsked)).OrderByDescending(hit => hit.Last).FirstOrDefault() is { Name: not null } thing)
            {
                terms.Add($"@{thing.Name}");
                at = thing.Last - 1;
            }
            else if (IsTelling(reading.Words[at], isAsked))
            {
                terms.Add(Term(reading.Words[at]));
            }
        }

        return terms;
    }

    /// <summary>Every concept and every stem, also of the words within a concept: what is searched has to be found either way.</summary>
    public static IEnumerable<string> InPassage(Lexicon lexicon, string text)
    {
        var reading = lexicon.Reader.Read(text);
        return reading.Concepts.Where(hit => lexicon.Concepts[hit.Name].Domain is not null).Select(hit => $"@{hit.Name}")
            .Concat(reading.Words.Where(word => IsTelling(word, isAsked: false)).Select(Term));
    }

    private static bool IsThing(Lexicon lexicon, Hit hit, Reading reading, bool isAsked) =>
        lexicon.Concepts[hit.Name] is { Domain: not null } && Enumerable.Range(hit.First, hit.Last - hit.First).Any(at => IsTelling(reading.Words[at], isAsked) && !IsRenewal(reading.Words[at]));

    /// <summary>Its stem; a replacement is a renewal, and to renew.</summary>
    private static string Term(Word word) =>
        word.IsDigits ? word.Raw : IsRenewal(word) ? "renew" : word.Stem;

    private static bool IsRenewal(Word word) => word.Raw.StartsWith("renew", StringComparison.OrdinalIgnoreCase) || word.Raw.StartsWith("replac", StringComparison.OrdinalIgnoreCase);

    private static bool IsTelling(Word word, bool isAsked) =>
        !Light.Contains(word.Raw) && !(isAsked && (Asking.Contains(word.Raw) || (word.IsDigits && word.Raw.Length == 4 && word.Raw.StartsWith("20", StringComparison.Ordinal))));

    private static FrozenSet<string> Set(string words) => words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
