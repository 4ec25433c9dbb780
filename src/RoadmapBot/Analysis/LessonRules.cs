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
        [.. hearings.Where(hearing => hearing.Voice is not null && hearing.Text.Words.Length > 2 && !UnknownRules.KnowsNothing(hearing))
            .Select(hearing => Span(catalogue.Lessons, hearing) is { } span ? LessonOf(catalogue.Lexicon, hearing, span) : null).OfType<Lesson>()];

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

    private static Lesson LessonOf(Lexicon lexicon, Hearing hearing, Run span)
    {
        var concepts = hearing.Text.Concepts.Where(hit => hit.Name != Project && lexicon.Concepts[hit.Name].Domain is not null)
            .OrderByDescending(hit => hit.Last - hit.First).ThenBy(hit => hit.First).Select(hit => hit.Name).Distinct().ToArray();
        return new Lesson(
            new Receipt(hearing.Voice!.Id, hearing.Id, hearing.Text.Quote(span.First, span.Last - 1)), concepts,
            [.. concepts.Select(name => lexicon.Concepts[name].Domain!.Value).Distinct()], [.. concepts.Select(name => lexicon.Concepts[name].Label).Distinct()]);
    }
}
