using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis;

/// <summary>Collects what people say went wrong in past projects, or would do differently.</summary>
internal static class LessonRules
{
    /// <summary>A lesson quotes at most so many sentences of an answer.</summary>
    private const int MostSentences = 3;

    private const string Project = "project";

    public static IReadOnlyList<Lesson> Collect(GapCatalogue catalogue, IReadOnlyList<Hearing> hearings) =>
        [.. hearings.AsParallel().AsOrdered().Where(hearing => hearing.Voice is not null && hearing.Text.Words.Length > 2 && !UnknownRules.KnowsNothing(hearing))
            .Select(hearing => Span(catalogue.Lessons, hearing) is { } span ? LessonOf(catalogue, hearing, span) : null).OfType<Lesson>()];

    /// <summary>The words that hold the lesson; null where there is none.</summary>
    private static Run? Span(LessonSigns signs, Hearing hearing)
    {
        var text = hearing.Text;
        if (signs.Asked.Any(pattern => pattern.Matches(hearing.Topic).Any()))
            return new Run(0, Math.Max(1, Array.FindLastIndex(text.Breaks.Sentence, sentence => sentence < MostSentences) + 1));
        var said = signs.Said.SelectMany(pattern => pattern.Matches(text)).Select(runs => runs[0])
            .Where(run => text.ClauseAt(run.First).Polarity is not (Polarity.Strength or Polarity.Plan) && !PolarityJudge.IsNegated(text, run.First)).ToArray();
        return said.Length == 0 ? null : said.MinBy(run => run.First);
    }

    private static Lesson LessonOf(GapCatalogue catalogue, Hearing hearing, Run span)
    {
        var known = catalogue.Lexicon.Concepts;
        var concepts = ThingsOf(hearing.Text) is { Length: > 0 } own ? own : ThingsOf(hearing.Topic);
        return new Lesson(
            new Receipt(hearing.Voice!.Id, hearing.Id, hearing.Text.Quote(span.First, span.Last - 1)), concepts,
            [.. concepts.Select(name => known[name].Domain!.Value).Distinct()], [.. concepts.Select(name => known[name].Label).Distinct()],
            GuardOf(catalogue.Lessons, hearing.Text, span));

        string[] ThingsOf(Reading reading) =>
        [
            .. reading.Concepts.Where(hit => hit.Name != Project && known[hit.Name].Domain is not null)
                .OrderByDescending(hit => hit.Last - hit.First).ThenBy(hit => hit.First).Select(hit => hit.Name).Distinct(),
        ];
    }

    /// <summary>By what is said in the quoted sentences.</summary>
    private static string? GuardOf(LessonSigns signs, Reading text, Run span)
    {
        var (first, last) = (text.Breaks.Sentence[span.First], text.Breaks.Sentence[span.Last - 1]);
        Polarity[] told = [.. text.Clauses.Where(clause => IsQuoted(clause.Words.First)).Select(clause => clause.Polarity)];
        return told.Contains(Polarity.Strength) && !told.Contains(Polarity.Problem) ? null
            : signs.Guards.FirstOrDefault(guard => guard.Signs.Any(sign => sign.Matches(text).Any(runs => IsQuoted(runs[0].First))))?.Text ?? signs.Otherwise;

        bool IsQuoted(int word) => text.Breaks.Sentence[word] >= first && text.Breaks.Sentence[word] <= last;
    }
}
