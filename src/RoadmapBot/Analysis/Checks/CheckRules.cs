using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Contradictions;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Checks;

/// <summary>Holds checklists against what people said. A hope, a plan or an ought is no yes.</summary>
internal static class CheckRules
{
    private const int MostReceipts = 3;

    public static IReadOnlyList<Check> Check(IReadOnlyList<Checklist> lists, IReadOnlyList<Hearing> hearings)
    {
        var heard = hearings.Where(hearing => hearing.Text.Words.Length > 0).ToArray();
        return [.. lists.AsParallel().AsOrdered().Select(list => Check(list, heard))];
    }

    private static Check Check(Checklist list, Hearing[] hearings)
    {
        var missing = Receipts(hearings, hearing => list.None.SelectMany(signal => SignalMatcher.Find(hearing, signal)).Select(sign => sign.First));
        return new Check(list.Id, list.Title, list.Source, list.IsGate, [.. list.Points.Select(point => Check(point, hearings, missing))]);
    }

    private static CheckedPoint Check(Point point, Hearing[] hearings, IReadOnlyList<Receipt> missing)
    {
        var yes = Receipts(hearings, hearing => Yes(point, hearing));
        IReadOnlyList<Receipt> no = [.. Receipts(hearings, hearing => point.No.SelectMany(signal => SignalMatcher.Find(hearing, signal)).Select(sign => sign.First)).Except(yes)];
        if (yes.Count == 0 && no.Count == 0)
            no = missing;
        var result = (yes.Count, no.Count) switch { (0, 0) => CheckResult.NotHeard, (_, 0) => CheckResult.Yes, (0, _) => CheckResult.No, _ => CheckResult.Disputed };
        return new CheckedPoint(point.Text, result, point.Question, UnknownRules.NameOf(point.Role), point.Csf, point.Kpi, [.. yes.Take(MostReceipts), .. no.Take(MostReceipts)]);
    }

    /// <summary>Words at which the hearing says yes.</summary>
    private static IEnumerable<int> Yes(Point point, Hearing hearing)
    {
        var text = hearing.Text;
        if (hearing.AsksForWishes)
            yield break;
        foreach (var hit in text.Concepts)
            if (point.Has.Contains(hit.Name) && IsFact(text, hit.First) && !text.Denials.Any(denial => denial.Concept == hit.Name)
                && (ExistenceClaims.IsClaimed(text, hit) || text.ClauseAt(hit.First).Polarity is Polarity.Strength))
            {
                yield return hit.First;
            }

        foreach (var says in point.Yes.OfType<Signal.Says>().Where(says => hearing.IsBy(says.By) && (says.Asked.Count == 0 || says.Asked.Any(hearing.AskedOf.Contains))))
            foreach (var runs in says.Pattern.Matches(text))
                if (runs.All(run => IsFact(text, run.First) && !PolarityJudge.IsNegated(text, run.First)) && (says.About.Count == 0 || hearing.InSentence(runs[0].First).Concat(hearing.AskedOf).Any(says.About.Contains)))
                    yield return runs[0].First;
        foreach (var sign in point.Yes.OfType<Signal.Speaks>().SelectMany(signal => SignalMatcher.Find(hearing, signal)))
            yield return sign.First;
    }

    private static bool IsFact(Reading text, int word) => text.ClauseAt(word) is { Polarity: Polarity.Neutral or Polarity.Strength, IsWanted: false } && !text.Cues.Any(cue =>
        cue.Kind is Cue.Ought or Cue.Want or Cue.Hedge or Cue.Plan && text.Breaks.Clause[cue.First] == text.Breaks.Clause[word]);

    private static IReadOnlyList<Receipt> Receipts(IEnumerable<Hearing> hearings, Func<Hearing, IEnumerable<int>> words) =>
        [.. hearings.SelectMany(hearing => words(hearing).Take(1).Select(word => new Receipt(hearing.Voice?.Id ?? "", hearing.Id, hearing.Text.Quote(word, word))))];
}
