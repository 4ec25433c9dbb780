namespace RoadmapBot.Analysis.Language;

/// <summary>Turns a text into a <see cref="Reading"/>. It holds the language: words, lexicon and cues.</summary>
/// <param name="concepts">The things and qualities that people speak of.</param>
/// <param name="questions">The same, and words that name a thing only in a question: "how do you plan?" asks about the strategy.</param>
internal sealed class EvidenceReader(Tokenizer tokenizer, Segmenter segmenter, PhraseBook concepts, PhraseBook questions, PhraseBook cues, Symbols symbols)
{
    /// <summary>How many words may stand between a negator and the thing whose existence it denies.</summary>
    private const int DenialReach = 6;

    public Reading Read(string text) => Read(text, concepts);

    public Reading ReadQuestion(string text) => Read(text, questions);

    private Reading Read(string text, PhraseBook names)
    {
        var words = tokenizer.Words(text);
        var breaks = segmenter.Segment(text, words);
        return new Reading(text, words, breaks, symbols, [.. names.Find(words, breaks.Clause)], [.. cues.FindApart(words, breaks.Clause)])
            .Judged(PolarityJudge.Judge, reading => [.. Denials(reading)]);
    }

    private static IEnumerable<Denial> Denials(Reading reading)
    {
        foreach (var hit in reading.Concepts)
            if (reading.ClauseAt(hit.First).Polarity is not (Polarity.Strength or Polarity.Plan) && (IsDenied(reading, hit) || IsAskedBack(reading, hit)))
                yield return new Denial(hit.Name, hit.First);
    }

    private static bool IsDenied(Reading reading, Hit hit) => reading.Cues.Any(cue => cue.Kind switch
    {
        Cue.Negator or Cue.Lack => SameClause(reading, cue, hit) && (cue.Last <= hit.First
            ? hit.First - cue.Last <= DenialReach && OnlyLight(reading, cue.Last, hit.First) && !(cue.Kind is Cue.Lack && PolarityJudge.IsNegated(reading, cue.First))
            : cue.Kind is Cue.Lack && cue.First - hit.Last is >= 0 and <= 3 && !PolarityJudge.IsNegated(reading, cue.First)),
        _ => false,
    });

    /// <summary>"What plan?"</summary>
    private static bool IsAskedBack(Reading reading, Hit hit) =>
        hit.First > 0 && reading.Words[hit.First - 1].Raw is "what" or "which" && reading.Breaks.Clause[hit.First - 1] == reading.Breaks.Clause[hit.First]
        && reading.Words[hit.Last - 1].End < reading.Text.Length && reading.Text[reading.Words[hit.Last - 1].End] is '?';

    private static bool SameClause(Reading reading, Hit one, Hit other) => reading.Breaks.Clause[one.First] == reading.Breaks.Clause[other.First];

    private static bool OnlyLight(Reading reading, int from, int to)
    {
        for (var at = from; at < to;)
        {
            if (reading.CueAt(at) is not { Kind: Cue.Light or Cue.Have or Cue.Strength or Cue.Hedge } light)
                return false;
            at = light.Last;
        }
        return true;
    }
}
