namespace RoadmapBot.Planning.Optimising;

/// <summary>Prices of a Lagrangian relaxation, none below zero, with the slope of the bound by each; and the subgradient steps that lower the bound.</summary>
internal sealed class Prices(int count)
{
    private const double FirstStep = 1;
    private const double LastStep = 0.02;

    /// <summary>How much of the last way is kept: successive slopes point to and fro, their mean points on.</summary>
    private const double Momentum = 0.5;

    private readonly double[] _now = new double[count];
    private readonly double[] _slope = new double[count];
    private readonly double[] _way = new double[count];

    public double this[int at] => _now[at];

    public void SetSlope(int at, double slope) => _slope[at] = slope;

    public void AddSlope(int at, double part) => _slope[at] += part;

    /// <summary>Goes step by step to lower bounds, and ends at the prices of the lowest.</summary>
    /// <param name="bound">The bound at the present prices; sets every slope.</param>
    /// <param name="known">A worth that has been reached: no bound is lower.</param>
    /// <returns>The lowest bound.</returns>
    public double Lower(Func<double> bound, double known, int rounds)
    {
        var (lowest, lowestAt) = (double.MaxValue, _now.ToArray());
        for (var round = 0; round < rounds && lowest >= known + 1; round++)
        {
            var met = bound();
            if (met < lowest)
            {
                lowest = met;
                _now.CopyTo(lowestAt, 0);
            }
            Step((met - known) * FirstStep * Math.Pow(LastStep / FirstStep, (double)round / rounds));
        }
        lowestAt.CopyTo(_now, 0);
        return lowest;
    }

    private void Step(double size)
    {
        var norm = 0.0;
        for (var at = 0; at < count; at++)
        {
            if (_now[at] == 0 && _slope[at] > 0)
                _slope[at] = 0;
            _way[at] = (Momentum * _way[at]) + ((1 - Momentum) * _slope[at]);
            norm += _way[at] * _way[at];
        }
        for (var at = 0; at < count && norm > 0; at++)
            _now[at] = Math.Max(0, _now[at] - (size / norm * _way[at]));
    }
}
