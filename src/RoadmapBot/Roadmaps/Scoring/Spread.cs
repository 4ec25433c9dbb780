namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>How scores of 1 to 5 lie: the middle one, the middle half, the ends.</summary>
/// <param name="Lower">The first quartile.</param>
/// <param name="Upper">The third quartile.</param>
internal sealed record Spread(int Lowest, double Lower, double Median, double Upper, int Highest)
{
    public int Range => Highest - Lowest;

    /// <summary>The interquartile range.</summary>
    public double MiddleHalf => Upper - Lower;

    /// <param name="scores">At least one.</param>
    public static Spread Of(IEnumerable<int> scores)
    {
        var sorted = scores.Order().ToArray();
        return new Spread(sorted[0], Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75), sorted[^1]);
    }

    /// <summary>Linear between the two nearest scores: type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996) 361–365.</summary>
    private static double Quantile(int[] sorted, double part)
    {
        var at = (sorted.Length - 1) * part;
        var below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
