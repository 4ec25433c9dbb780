using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis;

/// <summary>The register of what is still open: questions that were left open, answers that know nothing, and what nobody spoke of.</summary>
internal static class UnknownRules
{
    /// <summary>How many of the weightiest unmentioned entries are asked about.</summary>
    private const int MostUnheard = 5;

    public static IReadOnlyList<Unknown> Register(GapCatalogue catalogue, Testimony testimony, IReadOnlyList<Hearing> hearings, IReadOnlyCollection<string> found)
    {
        var answered = hearings.Where(hearing => !KnowsNothing(hearing)).Select(hearing => hearing.Topic.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var leftOpen = testimony.Voices.SelectMany(voice => voice.LeftOpen.Select(question => (voice, question)));
        var unsure = hearings.Where(hearing => hearing.Voice is not null && KnowsNothing(hearing)).Select(hearing => (hearing.Voice!, hearing.Topic.Text));
        var open = leftOpen.Concat(unsure).Where(item => !answered.Contains(item.Item2))
            .Select(item => new Unknown(item.Item2, WhoKnows(testimony, item.Item1)));
        return [.. open.Concat(Unheard(catalogue, hearings, found)).DistinctBy(unknown => unknown.Question)];
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

    private static bool KnowsNothing(Hearing hearing) => hearing.Text.Clauses.Any(clause => clause.Polarity is Polarity.Unknown)
        && hearing.Text.Clauses.All(clause => clause.Polarity is Polarity.Unknown or Polarity.Neutral);

    /// <summary>Somebody else of the same role, else IT, else who runs IT from outside.</summary>
    private static string WhoKnows(Testimony testimony, Voice left) =>
        ((Role[])[left.Role, Role.It, Role.Msp])
            .Select(role => testimony.Voices.FirstOrDefault(voice => voice.Id != left.Id && voice.Role == role))
            .OfType<Voice>().FirstOrDefault()?.Title ?? AnalysisTexts.AskIt;

    internal static string NameOf(Role role) => role switch
    {
        Role.Executive => AnalysisTexts.AskExecutive,
        Role.DepartmentHead => AnalysisTexts.AskDepartmentHead,
        Role.EndUser => AnalysisTexts.AskEndUser,
        Role.Msp => AnalysisTexts.AskMsp,
        _ => AnalysisTexts.AskIt,
    };
}
