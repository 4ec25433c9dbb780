namespace RoadmapBot.Planning.Optimising;

/// <summary>
/// Chooses things of most profit that fit into several limits at once. Every limit gets a price at which taking just what still gains is nearly the best; from
/// there the search goes depth first over the things, those whose gain or loss is greatest first, and gives up where departing from the prices has cost too much.
/// </summary>
/// <param name="prices">One for each limit, kept from one call to the next: the next knapsack of the same quarter is much like the last.</param>
internal sealed class Knapsack(int most, double[] prices)
{
    private const int PriceSteps = 12;

    private readonly double[] _profit = new double[most];
    private readonly double[] _gain = new double[most];
    private readonly double[] _key = new double[most];
    private readonly int[] _order = new int[most];
    private readonly bool[] _taken = new bool[most];
    private readonly bool[] _best = new bool[most];
    private readonly long[] _use = new long[most * prices.Length];
    private readonly long[] _left = new long[prices.Length];
    private int _count;
    private int _steps;
    private double _most;

    public void Clear() => _count = 0;

    /// <returns>Where its uses are to be written, one for each limit.</returns>
    public Span<long> Add(double profit)
    {
        _profit[_count] = profit;
        return _use.AsSpan(_count++ * prices.Length, prices.Length);
    }

    /// <summary>Whether the thing of that number, in the order in which they were added, is in the best choice that the last <see cref="Solve"/> met.</summary>
    public bool IsTaken(int number) => _best[number];

    /// <summary>The profit of the best choice, or a little more than it.</summary>
    /// <param name="steps">After so many the bound by prices has to do; zero for that bound at once.</param>
    public double Solve(ReadOnlySpan<long> limits, int steps)
    {
        limits.CopyTo(_left);
        var known = Greedy();
        var bound = Price(limits, known);
        if (steps == 0 || bound <= known)
            return Math.Max(bound, known);
        for (var i = 0; i < _count; i++)
            (_order[i], _key[i]) = (i, -Math.Abs(_gain[i]));
        Array.Sort(_key, _order, 0, _count);
        limits.CopyTo(_left);
        (_steps, _most) = (steps, known);
        Array.Clear(_taken);
        Search(0, 0, bound);
        return _steps < 0 ? bound : _most;
    }

    /// <summary>Takes what gains most at the last prices, as long as it fits.</summary>
    private double Greedy()
    {
        for (var i = 0; i < _count; i++)
            (_order[i], _key[i]) = (i, -_profit[i] / (1e-9 + Paid(i)));
        Array.Sort(_key, _order, 0, _count);
        Array.Clear(_best);
        var profit = 0.0;
        foreach (var thing in _order.AsSpan(0, _count))
        {
            if (!Fits(thing))
                continue;
            Take(thing, 1);
            _best[thing] = true;
            profit += _profit[thing];
        }
        return profit;
    }

    /// <summary>Subgradient steps towards prices with the lowest bound; those are kept.</summary>
    private double Price(ReadOnlySpan<long> limits, double known)
    {
        Span<double> lowestAt = stackalloc double[prices.Length];
        Span<double> slope = stackalloc double[prices.Length];
        var lowest = double.MaxValue;
        for (var round = 0; round < PriceSteps; round++)
        {
            var bound = Gains(limits, slope);
            if (bound < lowest)
            {
                lowest = bound;
                prices.CopyTo(lowestAt);
            }
            var norm = 0.0;
            for (var limit = 0; limit < slope.Length; limit++)
                norm += slope[limit] * slope[limit];
            if (norm == 0 || lowest <= known)
                break;
            var size = 0.9 * (bound - known) / norm;
            for (var limit = 0; limit < slope.Length; limit++)
                prices[limit] = Math.Max(0, prices[limit] - (size * slope[limit] / Math.Max(1, limits[limit])));
        }
        lowestAt.CopyTo(prices);
        return Gains(limits, slope);
    }

    /// <returns>The bound at the present prices.</returns>
    /// <param name="slope">What is left of each limit if all that gains is taken, as a share of the limit.</param>
    private double Gains(ReadOnlySpan<long> limits, Span<double> slope)
    {
        var bound = 0.0;
        for (var limit = 0; limit < limits.Length; limit++)
        {
            bound += prices[limit] * limits[limit];
            slope[limit] = limits[limit];
        }
        for (var i = 0; i < _count; i++)
        {
            _gain[i] = _profit[i] - Paid(i);
            if (_gain[i] <= 0)
                continue;
            bound += _gain[i];
            for (var limit = 0; limit < limits.Length; limit++)
                slope[limit] -= _use[(i * prices.Length) + limit];
        }
        for (var limit = 0; limit < limits.Length; limit++)
            slope[limit] = prices[limit] == 0 && slope[limit] > 0 ? 0 : slope[limit] / Math.Max(1, limits[limit]);
        return bound;
    }

    /// <param name="bound">Of everything that goes on from here: falls by every gain that is left and every loss that is taken.</param>
    private void Search(int at, double profit, double bound)
    {
        if (--_steps < 0 || bound <= _most + 1e-9)
            return;
        if (at == _count)
        {
            if (profit > _most)
            {
                _most = profit;
                _taken.AsSpan(0, _count).CopyTo(_best);
            }
            return;
        }
        var thing = _order[at];
        var isGain = _gain[thing] > 0;
        if (!isGain)
            Search(at + 1, profit, bound);
        if (Fits(thing))
        {
            Take(thing, 1);
            _taken[thing] = true;
            Search(at + 1, profit + _profit[thing], isGain ? bound : bound + _gain[thing]);
            _taken[thing] = false;
            Take(thing, -1);
        }
        if (isGain)
            Search(at + 1, profit, bound - _gain[thing]);
    }

    private double Paid(int thing)
    {
        var paid = 0.0;
        for (var limit = 0; limit < prices.Length; limit++)
            paid += prices[limit] * _use[(thing * prices.Length) + limit];
        return paid;
    }

    private bool Fits(int thing)
    {
        for (var limit = 0; limit < prices.Length; limit++)
            if (_use[(thing * prices.Length) + limit] > _left[limit])
                return false;
        return true;
    }

    private void Take(int thing, int sign)
    {
        for (var limit = 0; limit < prices.Length; limit++)
            _left[limit] -= sign * _use[(thing * prices.Length) + limit];
    }
}
