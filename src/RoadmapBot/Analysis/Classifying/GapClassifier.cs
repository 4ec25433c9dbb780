using System.Collections.Frozen;

namespace RoadmapBot.Analysis.Classifying;

/// <summary>What one feature says about each gap that it bears on.</summary>
/// <param name="Rarity">Its inverse document frequency among the examples.</param>
/// <param name="Labels">Indexes of gaps, with their <paramref name="Weights"/>.</param>
internal sealed record FeatureWeights(float Rarity, ushort[] Labels, float[] Weights)
{
    /// <summary>With weights to be filled in.</summary>
    public FeatureWeights(float rarity, ushort[] labels)
        : this(rarity, labels, new float[labels.Length])
    {
    }
}

/// <summary>
/// Says which gap, or none, a stretch of an answer most likely shows: a multinomial logistic regression over its features, weighted by rarity and brought to length one.
/// Learned from the examples in <c>prompts/catalogue/examples</c> by <see cref="Training"/>.
/// </summary>
/// <param name="Labels">Ids of gaps.</param>
/// <param name="Bias">One for each label, and the last for none of them.</param>
/// <param name="Fingerprint">Of everything that it was learned from.</param>
internal sealed record GapClassifier(IReadOnlyList<string> Labels, float[] Bias, IReadOnlyDictionary<Feature, FeatureWeights> Features, string Fingerprint)
{
    private readonly FrozenSet<string> _labels = Labels.ToFrozenSet(StringComparer.Ordinal);

    public bool Knows(string gap) => _labels.Contains(gap);

    /// <summary>The features that it knows.</summary>
    public HashSet<FeatureWeights> Known(IEnumerable<Feature> seen)
    {
        var known = new HashSet<FeatureWeights>(ReferenceEqualityComparer.Instance);
        foreach (var feature in seen)
            if (Features.TryGetValue(feature, out var weights))
                known.Add(weights);
        return known;
    }

    /// <returns>For each label its probability, and last that of none.</returns>
    public float[] Score(IReadOnlyCollection<FeatureWeights> known)
    {
        var scores = Bias.ToArray();
        var length = 0f;
        foreach (var feature in known)
            length += feature.Rarity * feature.Rarity;
        length = MathF.Max(MathF.Sqrt(length), 1e-6f);
        foreach (var feature in known)
            for (var i = 0; i < feature.Labels.Length; i++)
                scores[feature.Labels[i]] += feature.Weights[i] * (feature.Rarity / length);
        Normalise(scores);
        return scores;
    }

    /// <summary>Softmax.</summary>
    public static void Normalise(float[] scores)
    {
        var most = scores.Max();
        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
            sum += scores[i] = MathF.Exp(scores[i] - most);
        for (var i = 0; i < scores.Length; i++)
            scores[i] /= sum;
    }
}
