using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Classifying;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis;

/// <summary>A catalogue entry shown by one hearing, at its most telling place.</summary>
internal sealed record Finding(GapEntry Entry, Hearing Hearing, Sign Sign)
{
    public Receipt Receipt() => new(Hearing.Voice?.Id ?? "", Hearing.Id, Hearing.Text.Passage(Sign.First, Sign.Last));
}

/// <summary>Says which catalogue entries a hearing shows: those that the classifier recognises, and for entries that it has not learned those whose signals fire.</summary>
internal static class GapFinder
{
    /// <summary>A sentence is the proof of at most so many gaps; the plainest stay.</summary>
    private const int MostPerSentence = 3;

    /// <summary>A fainter sign counts only where it is the doubt of a whole answer that shows nothing plainer.</summary>
    private const int LeastWeight = 3;

    private const int Plainest = 6;

    /// <summary>Less likely gaps are not looked at further.</summary>
    private const float Faintest = 0.05f;

    /// <summary>
    /// How sure it is that an answer shows a gap, as log odds: what the classifier says of this gap and of any gap, and whether one of the gap's own signals agrees.
    /// A logistic regression on interviews that were not learned from (<c>tests/RoadmapBot.Tests/Analysis/Interviews</c>); praise is held against it besides, since a
    /// strength that is called a gap costs more trust than a gap that is missed.
    /// </summary>
    private const float OfGap = 0.64f, OfAny = 0.23f, OfSignal = 1.39f, OfPraise = -0.7f, Otherwise = -1.24f, MostOfAny = 5;

    /// <summary>Set where a reader of drafts from published assessments found nine in ten gaps supported; a lower one adds about as much that is wrong as right.</summary>
    private const float Least = -0.15f;

    /// <summary>An answer that hardly shows any gap shows none, however near its words are to one: what is well is told with the same nouns.</summary>
    private const float LeastOfAny = 0.35f;

    /// <summary>"None." or "Nothing to speak of." to a question about trouble.</summary>
    private const int ShortDenial = 5;

    public static IEnumerable<Finding> Find(GapCatalogue catalogue, Hearing hearing)
    {
        var places = new Places(hearing.Text);
        var fired = Fired([.. Signs(catalogue, hearing, places).Where(finding => !IsCountered(hearing, places, finding))]);
        if (catalogue.Classifier is { } classifier)
            fired.AddRange(Recognised(catalogue, classifier, hearing, places).Where(finding => !IsCountered(hearing, places, finding)));
        return fired.GroupBy(finding => SentenceOf(finding.Sign.Last, hearing))
            .SelectMany(MostTelling)
            .GroupBy(finding => finding.Entry)
            .Select(group => group.OrderByDescending(finding => finding.Sign.Weight).ThenBy(finding => finding.Sign.First).First());
    }

    /// <summary>The signals in the hearing of entries that were not learned.</summary>
    private static IEnumerable<Finding> Signs(GapCatalogue catalogue, Hearing hearing, Places places) => catalogue.Unlearned.Candidates(places, hearing)
        .SelectMany(candidate => SignalMatcher.FindPossible(hearing, places, candidate.Signal).Select(sign => new Finding(candidate.Of, hearing, sign)));

    private static IEnumerable<Finding> Recognised(GapCatalogue catalogue, GapClassifier classifier, Hearing hearing, Places places) =>
        from shown in AnswerScores.Of(classifier, hearing, Faintest)
        let entry = catalogue.Find(shown.Gap)
        where entry is not null && shown.Any >= LeastOfAny
        let sure = Sureness(hearing, places, entry, shown)
        where sure >= Least
        select new Finding(entry, hearing, new Sign(null, (int)MathF.Ceiling(Plainest / (1 + MathF.Exp(-sure))), hearing.Text.FirstWordOf(shown.First), hearing.Text.LastWordOf(shown.Last)));

    private static float Sureness(Hearing hearing, Places places, GapEntry entry, Shown shown)
    {
        var sure = Otherwise + (OfGap * LogOdds(shown.Probability)) + (OfAny * Math.Clamp(LogOdds(shown.Any), -MostOfAny, MostOfAny));
        if (sure + OfSignal < Least)
            return sure; // looking for signals takes time, and they would not help
        return sure + (IsSigned(hearing, places, entry, shown) ? OfSignal : 0) + (IsGood(hearing, shown.First, shown.Last) ? OfPraise : 0);
    }

    private static float LogOdds(float probability) => MathF.Log(probability / MathF.Max(1 - probability, 1e-6f));

    private static bool IsSigned(Hearing hearing, Places places, GapEntry entry, Shown shown) => entry.Signals.Any(signal =>
        SignalMatcher.Find(hearing, places, signal).Any(sign => SentenceOf(sign.Last, hearing) >= shown.First && SentenceOf(sign.Last, hearing) <= shown.Last));

    private static bool IsTroubled(Hearing hearing, int first, int last) => Clauses(hearing, first, last).Any(clause => clause.Polarity is Polarity.Problem or Polarity.Unknown);

    private static bool Doubts(Hearing hearing, int first, int last) => hearing.Text.Cues.Any(cue => SentenceOf(cue.First, hearing) is var sentence && sentence >= first && sentence <= last
        && hearing.Text.ClauseAt(cue.First).Polarity is Polarity.Neutral && cue.Kind is Cue.Negator or Cue.Lack or Cue.Hedge or Cue.Ought);

    private static IEnumerable<Clause> Clauses(Hearing hearing, int first, int last) =>
        hearing.Text.Clauses.Where(clause => SentenceOf(clause.Words.First, hearing) is var sentence && sentence >= first && sentence <= last);

    /// <summary>A stretch that praises and holds no doubt, or an answer that denies the trouble that was asked about, shows nothing, whatever words are in it.</summary>
    private static bool IsGood(Hearing hearing, int first, int last) => !IsTroubled(hearing, first, last) && (Doubts(hearing, first, last)
        ? hearing.AsksForTrouble && hearing.Text.Words.Length <= ShortDenial
        : hearing.AsksForStrengths || Clauses(hearing, first, last).Any(clause => clause.Polarity is Polarity.Strength or Polarity.Plan));

    private static List<Finding> Fired(List<Finding> found)
    {
        if (found.Exists(finding => finding.Sign.Weight >= LeastWeight))
            found.RemoveAll(finding => finding.Sign.Weight < LeastWeight);
        else
            found.RemoveAll(finding => finding.Sign.Signal is not Signal.Speaks { Way: Way.Doubted });
        return found;
    }

    private static IEnumerable<Finding> MostTelling(IEnumerable<Finding> inSentence)
    {
        var each = inSentence.GroupBy(finding => finding.Entry).Select(group => group.MaxBy(finding => finding.Sign.Weight)!).ToArray();
        var specific = each.Where(finding => !finding.Entry.IsGeneral).ToArray();
        return (specific.Length > 0 ? specific : each)
            .OrderByDescending(finding => finding.Sign.Weight).ThenBy(finding => finding.Entry.Id, StringComparer.Ordinal).Take(MostPerSentence);
    }

    private static bool IsCountered(Hearing hearing, Places places, Finding finding) => finding.Entry.Counters.Any(counter =>
        SignalMatcher.Find(hearing, places, counter).Any(sign => SentenceOf(sign.Last, hearing) == SentenceOf(finding.Sign.Last, hearing)));

    private static int SentenceOf(int word, Hearing hearing) => hearing.Text.Breaks.Sentence[word];
}
