using System.Numerics;

namespace RoadmapBot.Analysis.Classifying;

/// <param name="Shows">Indexes of the labels that it shows; empty where it shows none.</param>
internal sealed record Sample(IReadOnlyCollection<Feature> Features, int[] Shows);

/// <summary>
/// Learns a <see cref="GapClassifier"/>: multinomial logistic regression with a ridge penalty, by accelerated gradient descent (Nesterov 1983) over all samples at
/// once. Nothing is left to chance, so the same samples give the same weights.
/// </summary>
internal static class Training
{
    private static readonly int[] FirstLabel = [0];

    /// <param name="Rounds">Steps of the descent; on interviews that were not learned from, fewer find less and many more err more.</param>
    /// <param name="Rate">How far one step goes. The slope of the mean loss over so many different samples is so flat that forty is safe.</param>
    /// <param name="Ridge">The penalty on the squares of the weights.</param>
    /// <param name="Least">A feature that fewer samples have is not looked at.</param>
    /// <param name="Positive">How much more a sample that shows a gap counts than one that shows none.</param>
    /// <param name="Smallest">Weights nearer to zero are left out.</param>
    internal sealed record Settings(int Rounds = 150, float Rate = 40, float Ridge = 3e-6f, int Least = 2, float Positive = 4, float Smallest = 0.15f)
    {
        /// <summary>For the one question whether there is any gap, whose slope is steep.</summary>
        public Settings ForAny() => this with { Rate = Rate / 8, Rounds = 2 * Rounds, Positive = 1 };
    }

    public static GapClassifier Learn(IReadOnlyList<string> labels, IReadOnlyList<Sample> samples, string fingerprint, Settings settings)
    {
        var counts = new Dictionary<Feature, int>();
        foreach (var feature in samples.SelectMany(sample => sample.Features))
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        Feature[] features = [.. counts.Where(pair => pair.Value >= settings.Least).Select(pair => pair.Key)
            .OrderBy(feature => feature.Kind).ThenBy(feature => feature.Name, StringComparer.Ordinal).ThenBy(feature => feature.With, StringComparer.Ordinal)];
        float[] rarity = [.. features.Select(feature => MathF.Log((1f + samples.Count) / (1f + counts[feature])) + 1)];
        var index = features.Index().ToDictionary(item => item.Item, item => item.Index);
        var rows = samples.Select(sample => RowOf(sample.Features, index, rarity)).ToArray();
        var gaps = Descend([.. samples.Zip(rows, (sample, row) => (sample.Shows, row))], features.Length, labels.Count, settings);
        var any = Descend([.. samples.Zip(rows, (sample, row) => (sample.Shows.Length > 0 ? FirstLabel : [], row))], features.Length, FirstLabel.Length, settings.ForAny());
        float AnyOf(int row) => any[row][0] - any[row][^1];
        return new GapClassifier(
            labels, gaps[^1], AnyOf(features.Length), features.Index().ToDictionary(item => item.Item, item => Kept(item.Index, rarity[item.Index], AnyOf(item.Index), gaps[item.Index], settings.Smallest)), fingerprint);
    }

    /// <returns>For each feature, and last for all samples alike, the weight of each label, and last of none.</returns>
    private static float[][] Descend((int[] Shows, (int Feature, float Value)[] Row)[] samples, int features, int labels, Settings settings)
    {
        var (weights, ahead, slopes) = (Table(features + 1, labels + 1), Table(features + 1, labels + 1), Table(features + 1, labels + 1));
        var slope = new float[labels + 1];
        var momentum = 1f;
        for (var round = 0; round < settings.Rounds; round++)
        {
            foreach (var row in slopes)
                Array.Clear(row);
            foreach (var (shows, row) in samples)
            {
                SlopeOf(shows, row, ahead, slope, settings.Positive);
                AddScaled(slopes[^1], slope, 1f / samples.Length);
                foreach (var (feature, value) in row)
                    AddScaled(slopes[feature], slope, value / samples.Length);
            }
            var next = (1 + MathF.Sqrt(1 + (4 * momentum * momentum))) / 2;
            for (var i = 0; i < weights.Length; i++)
                Step(weights[i], ahead[i], slopes[i], settings.Rate, i == weights.Length - 1 ? 0 : settings.Ridge, (momentum - 1) / next);
            momentum = next;
        }
        return weights;
    }

    private static float[][] Table(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new float[columns])];

    private static (int Feature, float Value)[] RowOf(IEnumerable<Feature> seen, Dictionary<Feature, int> index, float[] rarity)
    {
        var known = seen.Where(index.ContainsKey).Select(feature => index[feature]).Order().ToArray();
        var length = MathF.Max(MathF.Sqrt(known.Sum(feature => rarity[feature] * rarity[feature])), 1e-6f);
        return [.. known.Select(feature => (feature, rarity[feature] / length))];
    }

    /// <summary>How far the prediction is off, for each label.</summary>
    private static void SlopeOf(int[] shows, (int Feature, float Value)[] row, float[][] weights, float[] slope, float positive)
    {
        weights[^1].CopyTo(slope, 0);
        foreach (var (feature, value) in row)
            AddScaled(slope, weights[feature], value);
        GapClassifier.Normalise(slope);
        if (shows.Length == 0)
            slope[^1] -= 1;
        foreach (var label in shows)
            slope[label] -= 1f / shows.Length;
        if (shows.Length > 0)
            for (var label = 0; label < slope.Length; label++)
                slope[label] *= positive;
    }

    private static FeatureWeights Kept(int number, float rarity, float any, float[] weights, float smallest)
    {
        var kept = weights.Index().Where(item => MathF.Abs(item.Item) >= smallest).ToArray();
        return new FeatureWeights(number, rarity, any, [.. kept.Select(item => (ushort)item.Index)], [.. kept.Select(item => item.Item)]);
    }

    /// <summary>Adds to each number of one row that of another of equal length, times <paramref name="scale"/>.</summary>
    public static void AddScaled(float[] target, float[] source, float scale)
    {
        var i = 0;
        for (; i <= target.Length - Vector<float>.Count; i += Vector<float>.Count)
            (new Vector<float>(target, i) + (new Vector<float>(source, i) * scale)).CopyTo(target, i);
        for (; i < target.Length; i++)
            target[i] += source[i] * scale;
    }

    /// <summary>One step against the slope from the point ahead, and a new point ahead in the direction of the step.</summary>
    private static void Step(float[] weights, float[] ahead, float[] slopes, float rate, float ridge, float momentum)
    {
        for (var i = 0; i < weights.Length; i++)
        {
            var stepped = ahead[i] - (rate * (slopes[i] + (ridge * ahead[i])));
            ahead[i] = stepped + (momentum * (stepped - weights[i]));
            weights[i] = stepped;
        }
    }
}
