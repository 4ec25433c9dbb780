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
        var around = GapClassifier.NewKnown();
        Features.Around(hearing, feature => classifier.AddKnown(feature, around));
        var sentences = new HashSet<FeatureWeights>[hearing.Text.Sentences];
        for (var i = 0; i < sentences.Length; i++)
        {
            var known = sentences[i] = GapClassifier.NewKnown();
            Features.Of(hearing, signs, i, feature => classifier.AddKnown(feature, known));
        }
        var best = new Shown[classifier.Labels.Count];
        var scores = new float[classifier.Labels.Count + 1];
        foreach (var (first, last) in Stretches(sentences.Length))
        {
            classifier.Score(Joined(sentences.AsSpan(first..(last + 1)), around), scores);
            for (var label = 0; label < best.Length; label++)
                if (scores[label] >= least && scores[label] > best[label].Probability)
                    best[label] = new Shown(classifier.Labels[label], scores[label], scores[^1], first, last);
        }
        return [.. best.Where(shown => shown.Probability > 0)];
    }

    private static HashSet<FeatureWeights> Joined(ReadOnlySpan<HashSet<FeatureWeights>> sentences, HashSet<FeatureWeights> around)
    {
        if (sentences.Length == 1 && around.Count == 0)
            return sentences[0];
        var joined = new HashSet<FeatureWeights>(around, ReferenceEqualityComparer.Instance);
        foreach (var sentence in sentences)
            joined.UnionWith(sentence);
        return joined;
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
