using System.Globalization;
using System.Text;
using RoadmapBot.Analysis.Catalogue;

namespace RoadmapBot.Analysis.Classifying;

/// <summary>Measures how well the classifier reads examples that it has not learned from.</summary>
/// <param name="Least">The probability from which a gap is reported.</param>
/// <param name="Precision">Of the gaps reported, the share that the example is labelled with.</param>
/// <param name="Recall">Of the labels, the share that was reported.</param>
/// <param name="FalseAlarms">The share of near misses with any gap reported.</param>
internal sealed record HoldOut(float Least, double Precision, double Recall, double FalseAlarms)
{
    private static readonly float[] Steps = [0.1f, 0.15f, 0.2f, 0.25f, 0.3f, 0.4f, 0.5f, 0.6f];

    /// <param name="every">Each nth example is left out of learning and read afterwards.</param>
    public static string Text(GapCatalogue catalogue, IReadOnlyList<Example> examples, int every)
    {
        var learned = Learner.Learn(catalogue, [.. examples.Where((_, index) => index % every != 0)], "");
        var text = new StringBuilder("reported from  precision  recall  near misses with a gap").AppendLine();
        foreach (var row in Measure(catalogue, learned, [.. examples.Where((_, index) => index % every == 0)]))
            text.AppendLine(CultureInfo.InvariantCulture, $"{row.Least,13:f2}  {row.Precision,9:p0}  {row.Recall,6:p0}  {row.FalseAlarms,22:p0}");
        return text.ToString();
    }

    public static IReadOnlyList<HoldOut> Measure(GapCatalogue catalogue, GapClassifier classifier, IReadOnlyList<Example> examples)
    {
        var read = examples.AsParallel().AsOrdered().Select(example =>
        {
            var hearing = Learner.HearingOf(catalogue, example);
            return (example, Shown: AnswerScores.Of(classifier, hearing, Steps[0]));
        }).ToArray();
        var labels = examples.Sum(example => example.Gaps.Count);
        return [.. Steps.Select(least =>
        {
            var reported = read.SelectMany(item => item.Shown.Where(shown => shown.Probability >= least).Select(shown => item.example.Gaps.Contains(shown.Gap))).ToArray();
            var misses = read.Where(item => item.example.Gaps.Count == 0).ToArray();
            return new HoldOut(
                least, Share(reported.Count(right => right), reported.Length), Share(reported.Count(right => right), labels),
                Share(misses.Count(item => item.Shown.Any(shown => shown.Probability >= least)), misses.Length));
        })];
    }

    private static double Share(int part, int all) => all == 0 ? 0 : part / (double)all;
}
