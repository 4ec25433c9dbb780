using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>How far an order stands when its formula's parts are weighed differently.</summary>
/// <param name="Views">How many other weightings were tried.</param>
/// <param name="Top">How many initiatives count as the first ones.</param>
/// <param name="Tau">Kendall's tau, the mean over all views: 1 is always the same order, 0 is chance.</param>
internal sealed record Stability(int Views, int Top, double Tau);

/// <summary>Weighs each part of the formula between half and one and a half times as much, many times over, from a fixed seed.</summary>
internal static class Robustness
{
    private const int Seed = 45;
    private const int Tries = 200;

    /// <param name="facts">In the order that the plain formula gives.</param>
    /// <returns>The whole order's stability, and for each initiative in per cent how often it stays among the first, or behind them.</returns>
    public static (Stability Stability, IReadOnlyList<int> Stays) Of(IReadOnlyList<PriorityFacts> facts, PriorityMethod method)
    {
        var random = new Random(Seed);
        var top = Math.Min(facts.Count, Math.Clamp(facts.Count / 3, 3, 10));
        var (stays, tau) = (new int[facts.Count], 0.0);
        for (var view = 0; view < Tries; view++)
        {
            var views = new Views(Turn(random), Turn(random), Turn(random), Turn(random));
            double[] scores = [.. facts.Select(one => PriorityRules.Score(method, one, views))];
            int[] order = [.. Enumerable.Range(0, facts.Count).OrderByDescending(index => scores[index])]; // stable: what is equal stays as it was
            for (var place = 0; place < order.Length; place++)
                stays[order[place]] += (place < top) == (order[place] < top) ? 1 : 0;
            tau += Tau(order);
        }
        return (new Stability(Tries, top, Math.Round(tau / Tries, 2)), [.. stays.Select(count => count * 100 / Tries)]);
    }

    /// <summary>(pairs in the same order - pairs turned round) / all pairs, against 0, 1, 2 and so on; 1 where there is no pair.</summary>
    internal static double Tau(IReadOnlyList<int> order)
    {
        var (same, pairs) = (0, order.Count * (order.Count - 1) / 2);
        for (var first = 0; first < order.Count; first++)
            for (var second = first + 1; second < order.Count; second++)
                same += order[first] < order[second] ? 1 : 0;
        return pairs == 0 ? 1 : ((2.0 * same) - pairs) / pairs;
    }

    private static double Turn(Random random) => 0.5 + random.NextDouble();
}
