namespace RoadmapBot.Analysis.Language;

/// <summary>
/// Says how each clause is meant, from its cues: what a negator reaches is turned round, an ought or a hope is no strength, and a clause that says only
/// "that is fixed" takes back the problem before it.
/// </summary>
internal static class PolarityJudge
{
    /// <summary>How many words a negator reaches, at most to the end of its clause.</summary>
    private const int Reach = 7;

    /// <summary>A problem word farther from its negator is no praise: "nobody sits by the printer that jams".</summary>
    private const int CloseReach = 3;

    public static Clause[] Judge(Reading reading)
    {
        var clauses = Runs(reading).Select(run => Judge(reading, run)).ToArray();
        for (var i = 1; i < clauses.Length; i++)
            if (clauses[i].IsFixed && !reading.Concepts.Any(hit => clauses[i].Words.Holds(hit.First)))
                TakeBack(reading, clauses, i);
        return clauses;
    }

    /// <summary>True where a negator that stands before the word, in its clause, reaches it.</summary>
    public static bool IsNegated(Reading reading, int word, int reach = Reach)
    {
        var clause = reading.Breaks.Clause[word];
        foreach (var negator in reading.Cues)
            if (negator.Kind is Cue.Negator && negator.Last <= word
                && word - negator.Last < reach && reading.Breaks.Clause[negator.First] == clause && !IsStopped(reading, negator.Last, word))
                return true;
        return false;
    }

    private static bool IsStopped(Reading reading, int from, int to)
    {
        foreach (var cue in reading.Cues)
            if (cue.Kind is Cue.Stop && cue.First >= from && cue.First < to)
                return true;
        return false;
    }

    private static IEnumerable<Run> Runs(Reading reading)
    {
        for (var first = 0; first < reading.Words.Length;)
        {
            var last = first + 1;
            while (last < reading.Words.Length && reading.Breaks.Clause[last] == reading.Breaks.Clause[first])
                last++;
            yield return new Run(first, last);
            first = last;
        }
    }

    private static Clause Judge(Reading reading, Run run)
    {
        bool Has(Cue kind) => Behind(kind, run.Last);
        bool Behind(Cue kind, int word)
        {
            foreach (var cue in reading.Cues)
                if (cue.Kind == kind && cue.First >= run.First && cue.First < word)
                    return true;
            return false;
        }

        var (good, bad, wanted, praised, dealtWith) = (false, false, false, false, false);
        foreach (var cue in reading.Cues)
        {
            if (!run.Holds(cue.First))
                continue;
            var turned = IsNegated(reading, cue.First);
            var before = Behind(Cue.Past, cue.First);
            switch (cue.Kind)
            {
                case Cue.Problem or Cue.Lack:
                    good |= before || IsNegated(reading, cue.First, CloseReach);
                    bad |= !turned && !before;
                    dealtWith |= before;
                    break;
                case Cue.Strength:
                    bad |= turned || before || Behind(Cue.Ought, cue.First);
                    good |= !turned && !before && !Has(Cue.Ought) && !Has(Cue.Hedge);
                    break;
                case Cue.Duty:
                    bad |= turned || before;
                    break;
                case Cue.Understatement:
                    bad |= !before;
                    break;
                case Cue.Praise:
                    praised = true;
                    break;
                case Cue.Want:
                    wanted |= !turned;
                    break;
                case Cue.Fixed:
                    bad |= turned || Behind(Cue.Ought, cue.First);
                    dealtWith |= !turned && !Has(Cue.Ought) && !Has(Cue.Persists) && !Has(Cue.Plan) && !Has(Cue.Want);
                    break;
            }
        }
        var polarity = praised || dealtWith ? Polarity.Strength
            : bad || wanted ? Polarity.Problem
            : Has(Cue.Unknown) ? Polarity.Unknown
            : Has(Cue.Plan) ? Polarity.Plan
            : good ? Polarity.Strength
            : Polarity.Neutral;
        return new Clause(run, reading.Words[run.First].Start, reading.Words[run.Last - 1].End, polarity, Has(Cue.Plan), wanted && !bad, dealtWith);
    }

    /// <summary>"We had outages, but that was sorted in spring": the clauses before it in the sentence, or else the sentence before, are past too.</summary>
    private static void TakeBack(Reading reading, Clause[] clauses, int at)
    {
        var sentence = reading.Breaks.Sentence[clauses[at].Words.First];
        var opens = reading.Breaks.Sentence[clauses[at - 1].Words.First] != sentence;
        for (var i = at - 1; i >= 0 && reading.Breaks.Sentence[clauses[i].Words.First] == (opens ? sentence - 1 : sentence); i--)
            if (clauses[i].Polarity is Polarity.Problem or Polarity.Neutral)
                clauses[i] = clauses[i] with { Polarity = Polarity.Strength };
    }
}
