using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis;

/// <summary>Something in a hearing that shows a gap.</summary>
/// <param name="Signal">The signal found; null where the classifier recognised the gap.</param>
/// <param name="Weight">1 to 6: how plainly it is said.</param>
/// <param name="First">The first word of what shows it.</param>
/// <param name="Last">The last word of what shows it.</param>
internal sealed record Sign(Signal? Signal, int Weight, int First, int Last);

/// <summary>Finds where a hearing shows a signal. Never in a clause that praises, or that tells of something put right.</summary>
internal static class SignalMatcher
{
    private const int Plain = 6;
    private const int Asked = 5;
    private const int Own = 4;
    private const int Near = 3;
    private const int Faint = 2;

    public static IEnumerable<Sign> Find(Hearing hearing, Signal signal) => Find(hearing, new Places(hearing.Text), signal);

    /// <param name="places">Of the hearing's text.</param>
    public static IEnumerable<Sign> Find(Hearing hearing, Places places, Signal signal) => CanBe(hearing, places, signal) ? FindPossible(hearing, places, signal) : [];

    /// <summary>As <see cref="Find(Hearing, Places, Signal)"/>, for a signal that <see cref="CanBe"/>.</summary>
    public static IEnumerable<Sign> FindPossible(Hearing hearing, Places places, Signal signal) => signal switch
    {
        Signal.Says says => Said(hearing, places, says),
        Signal.Speaks { Way: Way.Lacks } lacks => Lacking(hearing, lacks),
        Signal.Speaks { Way: Way.Doubted } doubted => Doubting(hearing, doubted),
        Signal.Speaks speaks => Spoken(hearing, speaks),
        _ => throw new InvalidOperationException($"unknown signal {signal}"),
    };

    private static IEnumerable<Sign> Said(Hearing hearing, Places places, Signal.Says says)
    {
        foreach (var runs in says.Pattern.Matches(places))
        {
            if (!Array.TrueForAll(runs, run => IsMeant(hearing.Text, run)))
                continue;
            var (first, last) = (runs.Min(run => run.First), runs.Max(run => run.Last) - 1);
            if (says.About.Count == 0)
                yield return new Sign(says, says.Asked.Count > 0 ? Asked : Plain, first, last);
            else if (hearing.InSentence(first).Any(says.About.Contains))
                yield return new Sign(says, Plain, first, last);
            else if (SubjectBefore(hearing, first) is { } subjects && subjects.Things.Overlaps(says.About))
                yield return new Sign(says, subjects.Nearness is Nearness.Asked ? Own : Asked, subjects.Nearness is Nearness.Before ? subjects.From : first, last);
        }
    }

    private static IEnumerable<Sign> Lacking(Hearing hearing, Signal.Speaks lacks)
    {
        foreach (var denial in hearing.Text.Denials.Where(denial => lacks.Concepts.Contains(denial.Concept)))
            yield return new Sign(lacks, Plain, denial.Word, denial.Word);
        if (hearing.AskedOf.Overlaps(lacks.Concepts))
            foreach (var no in hearing.Refusals(lacks.Concepts))
                yield return new Sign(lacks, Near, no.Words.First, no.Words.Last - 1);
    }

    private static IEnumerable<Sign> Spoken(Hearing hearing, Signal.Speaks speaks)
    {
        for (var i = 0; i < hearing.Text.Clauses.Length; i++)
        {
            var clause = hearing.Text.Clauses[i];
            var subjects = hearing.SubjectsOf(i);
            if (!IsWay(hearing, clause, subjects.Nearness, speaks.Way) || !subjects.Things.Overlaps(speaks.Concepts))
                continue;
            var weight = subjects.Nearness switch { Nearness.Own => Own, Nearness.Sentence or Nearness.Asked => Near, _ => Faint };
            yield return new Sign(speaks, weight,
                subjects.Nearness is Nearness.Asked ? clause.Words.First : subjects.From, clause.Words.Last - 1);
        }
    }

    /// <summary>False where the hearing lacks something that the signal asks for; a look that costs little.</summary>
    public static bool CanBe(Hearing hearing, Places places, Signal signal)
    {
        if (signal is Signal.Says says && (!says.Pattern.CanMatch(places) || (says.About.Count > 0 && !hearing.Mentions(says.About))))
            return false;
        if (signal is Signal.Speaks { Way: not (Way.Lacks or Way.Doubted) } speaks && !IsAnyMeant(hearing, speaks.Way))
            return false;
        return hearing.IsBy(signal.By) && (signal.Asked.Count == 0 || signal.Asked.Any(hearing.AskedOf.Contains));
    }

    private static bool IsAnyMeant(Hearing hearing, Way way)
    {
        foreach (var clause in hearing.Text.Clauses)
            if (IsWay(hearing, clause, Nearness.Own, way))
                return true;
        return false;
    }

    private static IEnumerable<Sign> Doubting(Hearing hearing, Signal.Speaks doubted)
    {
        if (hearing.MainTopic() is { } topic && doubted.Concepts.Contains(topic) && hearing.Doubt() is { } clause)
            yield return new Sign(doubted, hearing.SubjectsOf(hearing.Text.Breaks.Clause[clause.Words.First]).Nearness is Nearness.Asked ? Near : Faint, clause.Words.First, clause.Words.Last - 1);
    }

    private static bool IsWay(Hearing hearing, Clause clause, Nearness nearness, Way way) => way switch
    {
        Way.Trouble => clause.Polarity is Polarity.Problem && !clause.IsWanted,
        Way.Wants => clause.IsWanted || (hearing.AsksForWishes && nearness is Nearness.Own && clause.Polarity is Polarity.Neutral or Polarity.Problem && !Denies(hearing.Text, clause)),
        Way.Unsure => clause.Polarity is Polarity.Unknown,
        Way.Praised => clause.Polarity is Polarity.Strength,
        _ => false,
    };

    private static bool Denies(Reading text, Clause clause) => text.Cues.Any(cue => clause.Words.Holds(cue.First) && cue.Kind is Cue.Negator);

    /// <summary>True unless a negator before it turns it round, or its clause praises, plans or tells of something put right.</summary>
    private static bool IsMeant(Reading reading, Run run)
    {
        for (var word = run.First; word < run.Last; word++)
            if (reading.ClauseAt(word).Polarity is Polarity.Plan || (reading.ClauseAt(word).Polarity is Polarity.Strength && !IsGoodInItself(reading, run)))
                return false;
        return !PolarityJudge.IsNegated(reading, run.First);
    }

    /// <summary>A pattern that holds the good word itself ("only she knows how it works well") is meant as it stands.</summary>
    private static bool IsGoodInItself(Reading reading, Run run) =>
        reading.Cues.Any(cue => run.Holds(cue.First) && cue.Kind is Cue.Strength) && !reading.ClauseAt(run.First).IsFixed;

    private static Subjects? SubjectBefore(Hearing hearing, int word)
    {
        var subjects = hearing.SubjectsOf(hearing.Text.Breaks.Clause[word]);
        return subjects.Nearness is Nearness.Own or Nearness.Sentence && hearing.AskedOf.Count > 0
            ? new Subjects(hearing.AskedOf, Nearness.Asked, word)
            : subjects;
    }
}
