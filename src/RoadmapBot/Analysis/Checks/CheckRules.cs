using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Contradictions;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Checks;

/// <summary>Holds checklists against what people said. A hope, a plan or an ought is no yes.</summary>
internal static class CheckRules
{
    private const int MostReceipts = 3;

    public static IReadOnlyList<Check> Check(Checklists lists, IReadOnlyList<Hearing> hearings)
    {
        var answers = hearings.AsParallel().AsOrdered().SelectMany(hearing => AnswersOf(lists, hearing)).AsSequential().ToLookup(answer => answer.To, answer => answer.Receipt);
        return [.. lists.All.Select(list => new Check(list.Id, list.Title, list.Source, list.IsGate, [.. list.Points.Select(point => Check(list, point, answers))]))];
    }

    private static CheckedPoint Check(Checklist list, Point point, ILookup<Answered, Receipt> answers)
    {
        Receipt[] yes = [.. answers[new Answered(list.Id, point.Id, true)]];
        Receipt[] no = [.. answers[new Answered(list.Id, point.Id, false)].Except(yes)];
        if (yes.Length == 0 && no.Length == 0)
            no = [.. answers[new Answered(list.Id, null, false)]];
        var result = (yes.Length, no.Length) switch { (0, 0) => CheckResult.NotHeard, (_, 0) => CheckResult.Yes, (0, _) => CheckResult.No, _ => CheckResult.Disputed };
        return new CheckedPoint(point.Text, result, point.Question, UnknownRules.NameOf(point.Role), point.Csf, point.Kpi, [.. yes.Take(MostReceipts), .. no.Take(MostReceipts)]);
    }

    /// <summary>All that the hearing says yes or no to, each at its first word.</summary>
    private static IEnumerable<(Answered To, Receipt Receipt)> AnswersOf(Checklists lists, Hearing hearing) =>
        WordsOf(lists, hearing, new Places(hearing.Text)).GroupBy(answer => answer.To, answer => answer.Word)
            .Select(words => (words.Key, new Receipt(hearing.Voice?.Id ?? "", hearing.Id, hearing.Text.Quote(words.Min(), words.Min()))));

    private static IEnumerable<(Answered To, int Word)> WordsOf(Checklists lists, Hearing hearing, Places places)
    {
        foreach (var hit in hearing.AsksForWishes ? [] : hearing.Text.Concepts)
            foreach (var having in lists.Having[hit.Name])
                if (IsThere(hearing.Text, hit))
                    yield return (having, hit.First);
        foreach (var (to, signal) in lists.Signals.Candidates(places, hearing))
        {
            if (to.IsYes && hearing.AsksForWishes)
                continue;
            foreach (var word in to.IsYes && signal is Signal.Says says ? Claimed(hearing, places, says) : SignalMatcher.Find(hearing, places, signal).Select(sign => sign.First))
                yield return (to, word);
        }
    }

    private static bool IsThere(Reading text, Hit hit) => IsFact(text, hit.First) && !text.Denials.Any(denial => denial.Concept == hit.Name)
        && (ExistenceClaims.IsClaimed(text, hit) || text.ClauseAt(hit.First).Polarity is Polarity.Strength);

    private static IEnumerable<int> Claimed(Hearing hearing, Places places, Signal.Says says) =>
        says.Pattern.Matches(places)
            .Where(runs => runs.All(run => IsFact(hearing.Text, run.First) && !PolarityJudge.IsNegated(hearing.Text, run.First))
                && (says.About.Count == 0 || hearing.InSentence(runs[0].First).Concat(hearing.AskedOf).Any(says.About.Contains)))
            .Select(runs => runs[0].First);

    private static bool IsFact(Reading text, int word) => text.ClauseAt(word) is { Polarity: Polarity.Neutral or Polarity.Strength, IsWanted: false } && !text.Cues.Any(cue =>
        cue.Kind is Cue.Ought or Cue.Want or Cue.Hedge or Cue.Plan && text.Breaks.Clause[cue.First] == text.Breaks.Clause[word]);
}
