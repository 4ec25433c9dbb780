using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis;

/// <summary>
/// The register of what is still open: questions that were left open, answers that know nothing, and what nobody spoke of. A question whose subject somebody
/// else told about is open no more; questions on one subject are one; nobody is to answer more than a few.
/// </summary>
internal static class UnknownRules
{
    /// <summary>How many of the weightiest unmentioned entries are asked about.</summary>
    private const int MostUnheard = 5;

    /// <summary>What one role or person can be asked to answer.</summary>
    private const int MostForOne = 5;

    /// <summary>Fewer words tell too little to close another's question.</summary>
    private const int LeastWords = 6;

    /// <summary>Of the words of two questions, so many in a hundred are the same where they ask the same.</summary>
    private const int SameWords = 60;

    private sealed record Open(string Question, string Ask, string? Subject, HashSet<string> Stems);

    public static IReadOnlyList<Unknown> Register(GapCatalogue catalogue, Testimony testimony, IReadOnlyList<Hearing> hearings, IReadOnlyCollection<string> found)
    {
        var known = hearings.Where(hearing => hearing.Voice is not null && !KnowsNothing(hearing)).ToArray();
        var answered = known.Select(hearing => hearing.Topic.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var told = known.Where(hearing => hearing.Text.Words.Length >= LeastWords).Select(hearing => hearing.MainTopic()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var leftOpen = testimony.Voices.SelectMany(voice => voice.LeftOpen.Select(question => (voice, question)));
        var unsure = hearings.Where(hearing => hearing.Voice is not null && KnowsNothing(hearing)).Select(hearing => (hearing.Voice!, hearing.Topic.Text));
        var open = leftOpen.Concat(unsure).Where(item => !answered.Contains(item.Item2))
            .Select(item => OpenOf(catalogue.Lexicon, item.Item2, WhoKnows(testimony, item.Item1)))
            .Where(item => item.Subject is null || !told.Contains(item.Subject))
            .Concat(Unheard(catalogue, hearings, found).Select(item => OpenOf(catalogue.Lexicon, item.Question, item.Ask)));
        return
        [
            .. Merged(open).GroupBy(item => item.First.Ask).OrderBy(group => group.Key, StringComparer.Ordinal)
                .SelectMany(group => group.OrderByDescending(item => item.Times).Take(MostForOne)).Select(item => new Unknown(item.First.Question, item.First.Ask)),
        ];
    }

    /// <summary>The role as whom to ask it is named.</summary>
    public static string NameOf(Role role) => role switch
    {
        Role.Executive => AnalysisTexts.AskExecutive,
        Role.DepartmentHead => AnalysisTexts.AskDepartmentHead,
        Role.EndUser => AnalysisTexts.AskEndUser,
        Role.Msp => AnalysisTexts.AskMsp,
        _ => AnalysisTexts.AskIt,
    };

    public static bool KnowsNothing(Hearing hearing) => hearing.Text.Clauses.Any(clause => clause.Polarity is Polarity.Unknown)
        && hearing.Text.Clauses.All(clause => clause.Polarity is Polarity.Unknown or Polarity.Neutral);

    /// <summary>Questions that ask the same are one, as the first of them puts it, with how many there were.</summary>
    private static List<(Open First, int Times)> Merged(IEnumerable<Open> open)
    {
        var merged = new List<(Open First, int Times)>();
        foreach (var item in open)
            if (merged.FindIndex(other => IsSame(other.First, item)) is var at and >= 0)
                merged[at] = (merged[at].First, merged[at].Times + 1);
            else
                merged.Add((item, 1));
        return merged;
    }

    private static bool IsSame(Open one, Open other) =>
        one.Question.Equals(other.Question, StringComparison.OrdinalIgnoreCase) || (one.Subject is not null && one.Subject == other.Subject)
        || 100 * one.Stems.Intersect(other.Stems).Count() >= SameWords * one.Stems.Union(other.Stems).Count();

    private static Open OpenOf(Lexicon lexicon, string question, string ask)
    {
        var reading = lexicon.Reader.ReadQuestion(question);
        return new Open(question, ask, lexicon.MainTopic(reading), reading.Words.Select(word => word.Stem).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The follow-up questions of entries that weigh most among those whose subject nobody mentioned.</summary>
    private static IEnumerable<Unknown> Unheard(GapCatalogue catalogue, IReadOnlyList<Hearing> hearings, IReadOnlyCollection<string> found)
    {
        var mentioned = hearings.SelectMany(hearing => hearing.Text.Concepts.Select(hit => hit.Name).Concat(hearing.AskedOf)).ToHashSet(StringComparer.Ordinal);
        return catalogue.Entries
            .Where(entry => entry.Ask is not null && !found.Contains(entry.Id) && !IsMentioned(entry, mentioned))
            .OrderByDescending(entry => entry.Likelihood * entry.Impact).ThenBy(entry => entry.Id, StringComparer.Ordinal)
            .Take(MostUnheard)
            .Select(entry => new Unknown(entry.Ask!.Question, NameOf(entry.Ask.Role)));
    }

    private static bool IsMentioned(GapEntry entry, HashSet<string> mentioned) =>
        entry.Signals.OfType<Signal.Speaks>().SelectMany(signal => signal.Concepts).Any(mentioned.Contains);

    /// <summary>Somebody else of the same role, else IT, else who runs IT from outside; what a provider is asked about its client is for a provider alone.</summary>
    private static string WhoKnows(Testimony testimony, Voice left) => left.Role is Role.Msp
        ? AnalysisTexts.AskMsp
        : ((Role[])[left.Role, Role.It, Role.Msp])
            .Select(role => testimony.Voices.FirstOrDefault(voice => voice.Id != left.Id && voice.Role == role))
            .OfType<Voice>().FirstOrDefault()?.Title ?? AnalysisTexts.AskIt;
}
