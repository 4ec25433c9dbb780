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

    public static HashSet<FeatureWeights> NewKnown() => new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds what the feature says, where it is known.</summary>
    public void AddKnown(Feature feature, HashSet<FeatureWeights> known)
    {
        if (Features.TryGetValue(feature, out var weights))
            known.Add(weights);
    }

    /// <param name="scores">To be filled: for each label its probability, and last that of none.</param>
    public void Score(HashSet<FeatureWeights> known, float[] scores)
    {
        Bias.CopyTo(scores, 0);
        var length = 0f;
        foreach (var feature in known)
            length += feature.Rarity * feature.Rarity;
        length = MathF.Max(MathF.Sqrt(length), 1e-6f);
        foreach (var (rarity, labels, weights) in known)
            for (var i = 0; i < labels.Length; i++)
                scores[labels[i]] += weights[i] * (rarity / length);
        Normalise(scores);
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
