using System.Collections.Frozen;

namespace RoadmapBot.Analysis.Classifying;

/// <summary>What one feature says about each gap that it bears on.</summary>
/// <param name="Number">Counted from zero among the features of a classifier.</param>
/// <param name="Rarity">Its inverse document frequency among the examples.</param>
/// <param name="Any">How much it speaks for there being any gap at all.</param>
/// <param name="Labels">Indexes of gaps, with their <paramref name="Weights"/>.</param>
internal sealed record FeatureWeights(int Number, float Rarity, float Any, ushort[] Labels, float[] Weights)
{
    /// <summary>With weights to be filled in.</summary>
    public FeatureWeights(int number, float rarity, float any, ushort[] labels)
        : this(number, rarity, any, labels, new float[labels.Length])
    {
    }
}

/// <summary>
/// Says which gap, or none, a stretch of an answer most likely shows: a multinomial logistic regression over its features, weighted by rarity and brought to length one. Apart from
/// that, and on the same features, how likely it shows any: what is well is told in much the same words as what is not.
/// Learned from the examples in <c>prompts/catalogue/examples</c> by <see cref="Training"/>.
/// </summary>
/// <param name="Labels">Ids of gaps.</param>
/// <param name="Bias">One for each label, and the last for none of them.</param>
/// <param name="AnyBias">For any of them.</param>
/// <param name="Fingerprint">Of everything that it was learned from.</param>
internal sealed record GapClassifier(IReadOnlyList<string> Labels, float[] Bias, float AnyBias, IReadOnlyDictionary<Feature, FeatureWeights> Features, string Fingerprint)
{
    private readonly FrozenSet<string> _labels = Labels.ToFrozenSet(StringComparer.Ordinal);
    private readonly Row[] _rows = [.. Features.Values.OrderBy(weights => weights.Number).Select(weights => Row.Of(weights, Labels.Count + 1))];

    /// <summary>Weights for adding up: all of them where most are not zero, which is quicker than one by one, and else those that are not, with their labels.</summary>
    private readonly record struct Row(float Rarity, float Any, float[] Weights, ushort[]? Labels)
    {
        public static Row Of(FeatureWeights weights, int labels)
        {
            if (weights.Labels.Length * 4 < labels)
                return new Row(weights.Rarity, weights.Any, weights.Weights, weights.Labels);
            var all = new float[labels];
            foreach (var (label, weight) in weights.Labels.Zip(weights.Weights))
                all[label] = weight;
            return new Row(weights.Rarity, weights.Any, all, null);
        }
    }

    public bool Knows(string gap) => _labels.Contains(gap);

    /// <summary>Adds the feature's number, where it is known.</summary>
    public void AddKnown(Feature feature, List<int> known)
    {
        if (Features.TryGetValue(feature, out var weights))
            known.Add(weights.Number);
    }

    /// <param name="known">Numbers of features, each once.</param>
    /// <param name="scores">To be filled: for each label its probability, and last that of none.</param>
    /// <returns>How likely there is any gap.</returns>
    public float Score(ReadOnlySpan<int> known, float[] scores)
    {
        var any = AnyBias;
        Bias.CopyTo(scores, 0);
        var length = 0f;
        foreach (var number in known)
            length += _rows[number].Rarity * _rows[number].Rarity;
        length = MathF.Max(MathF.Sqrt(length), 1e-6f);
        foreach (var number in known)
        {
            var row = _rows[number];
            var scale = row.Rarity / length;
            any += row.Any * scale;
            if (row.Labels is null)
                Training.AddScaled(scores, row.Weights, scale);
            else
                for (var i = 0; i < row.Labels.Length; i++)
                    scores[row.Labels[i]] += row.Weights[i] * scale;
        }
        Normalise(scores);
        return 1 / (1 + MathF.Exp(-any));
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
