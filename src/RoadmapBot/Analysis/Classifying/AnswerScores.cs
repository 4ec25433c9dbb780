namespace RoadmapBot.Analysis.Classifying;

/// <summary>Where in an answer a gap shows most, and how likely it is.</summary>
/// <param name="First">The first sentence of the stretch.</param>
/// <param name="Last">Its last sentence.</param>
/// <param name="Nothing">How likely the stretch shows no gap at all.</param>
internal readonly record struct Shown(string Gap, float Probability, float Nothing, int First, int Last);

/// <summary>Reads an answer sentence by sentence, by pairs of sentences and as a whole, and keeps for each gap the stretch that shows it most.</summary>
internal static class AnswerScores
{
    /// <param name="signs">The signals found in the answer.</param>
    /// <param name="least">Less likely ones are left out.</param>
    public static IReadOnlyList<Shown> Of(GapClassifier classifier, Hearing hearing, IReadOnlyList<Finding> signs, float least)
    {
        var around = classifier.Known(Features.Around(hearing));
        var sentences = Enumerable.Range(0, hearing.Text.Sentences).Select(sentence => classifier.Known(Features.Of(hearing, signs, sentence))).ToArray();
        var best = new Shown[classifier.Labels.Count];
        foreach (var (first, last) in Stretches(sentences.Length))
        {
            var known = new HashSet<FeatureWeights>(around, ReferenceEqualityComparer.Instance);
            for (var i = first; i <= last; i++)
                known.UnionWith(sentences[i]);
            var scores = classifier.Score(known);
            for (var label = 0; label < best.Length; label++)
                if (scores[label] >= least && scores[label] > best[label].Probability)
                    best[label] = new Shown(classifier.Labels[label], scores[label], scores[^1], first, last);
        }
        return [.. best.Where(shown => shown.Probability > 0)];
    }

    private static IEnumerable<(int First, int Last)> Stretches(int sentences)
    {
        for (var length = 1; length <= Math.Min(2, sentences); length++)
            for (var first = 0; first + length <= sentences; first++)
                yield return (first, first + length - 1);
        if (sentences > 2)
            yield return (0, sentences - 1);
    }
}
