namespace RoadmapBot.Planning.Optimising;

/// <summary>
/// An upper bound by Lagrangian relaxation. A project is cut into as many parts as it has quarters, and each quarter chooses its parts by itself, in whole
/// parts and within all its limits. What holds the quarters together has a price instead: that a project is done once at most; that a quarter's budget carries
/// the running cost too; that at any time no more of a project is done than of what it stands on. Any prices give a bound; <see cref="Tune"/> finds good ones.
/// A project's worth is shared among its parts, the earlier a little more, so that a share depends on nothing but the part's quarter.
/// </summary>
internal sealed class QuarterBound
{
    /// <summary>Keeps sums of fractions from cutting a whole number off.</summary>
    public const double Rounding = 1e-6;

    private const int SharpSteps = 40_000;
    private const int NodeSteps = 4_000;

    private readonly Board _board;
    private readonly Knapsack[] _knapsacks;
    private readonly Prices _prices;
    private readonly (int Project, int Before)[] _waits;

    /// <summary>For each project, each placement: the profit of its parts at the present prices.</summary>
    private readonly double[][][] _parts;

    /// <summary>For each wait, each quarter: its prices from that quarter on, added up.</summary>
    private readonly double[][] _tails;

    private readonly (double Profit, Placement? Of)[] _offers;
    private readonly bool[] _isDone;

    public QuarterBound(Board board)
    {
        _board = board;
        _knapsacks = [.. Enumerable.Range(0, board.Quarters).Select(_ => new Knapsack(board.Projects.Count, new double[board.Resources]))];
        _waits = [.. board.After.SelectMany((befores, project) => befores.Select(before => (project, before)))];
        _prices = new Prices(board.Projects.Count + (board.Quarters * (1 + _waits.Length)));
        _parts = [.. board.Placements.Select((places, i) => places.Select(_ => new double[board.Projects[i].Quarters]).ToArray())];
        _tails = [.. _waits.Select(_ => new double[board.Quarters + 1])];
        _offers = new (double, Placement?)[board.Projects.Count * board.Quarters];
        _isDone = new bool[_offers.Length];
    }

    /// <summary>Looks for prices that bring the bound down towards <paramref name="known"/>, a worth that a choice has reached.</summary>
    /// <returns>The lowest bound that was met.</returns>
    public long Tune(long known, int rounds)
    {
        var (none, room) = (new Placement?[_board.Projects.Count], new Room(_board.Limits));
        var lowest = _prices.Lower(() =>
        {
            Price();
            var bound = Over(none, 0, room, double.MinValue, SharpSteps);
            Slope();
            return bound;
        }, known, rounds);
        Price();
        return (long)Math.Floor(lowest + Rounding);
    }

    /// <summary>What no choice that goes on from the decided projects is worth more than.</summary>
    /// <param name="chosen">The first <paramref name="decided"/> are decided: a placement, or null for not done.</param>
    /// <param name="room">What they leave of the limits.</param>
    /// <param name="enough">The bound need not be sharper than this; it may be left as soon as it is not above.</param>
    public double Over(Placement?[] chosen, int decided, Room room, double enough) => Over(chosen, decided, room, enough, NodeSteps);

    private double Over(Placement?[] chosen, int decided, Room room, double enough, int steps)
    {
        Array.Clear(_offers);
        Array.Clear(_isDone);
        var bound = 0.0;
        for (var i = 0; i < decided; i++)
            bound += chosen[i]?.Worth ?? 0;
        for (var i = decided; i < chosen.Length; i++)
            if (Offer(i, chosen, decided, room))
                bound += _prices[i];
        for (var wait = 0; wait < _waits.Length; wait++)
            if (_waits[wait].Project >= decided && _waits[wait].Before < decided && chosen[_waits[wait].Before] is { } done)
                bound += _tails[wait][done.End + 1];
        var rough = new double[_board.Quarters];
        for (var quarter = 0; quarter < rough.Length; quarter++)
        {
            bound += PriceOf(quarter) * room.Left(_board.CellOf(quarter, 0));
            bound += rough[quarter] = Fill(quarter, decided, room, 0);
        }
        for (var quarter = 0; quarter < rough.Length && bound > enough; quarter++)
            bound += Fill(quarter, decided, room, steps) - rough[quarter];
        return bound;
    }

    /// <summary>Puts the project's best part before each quarter.</summary>
    /// <returns>False where it can no longer be done.</returns>
    private bool Offer(int project, Placement?[] chosen, int decided, Room room)
    {
        var ready = 0;
        foreach (var before in _board.After[project])
        {
            if (before >= decided)
                continue;
            if (chosen[before] is not { } done)
                return false;
            ready = Math.Max(ready, done.End + 1);
        }
        var isOpen = false;
        for (var at = 0; at < _board.Placements[project].Length; at++)
        {
            var placement = _board.Placements[project][at];
            if (placement.Start < ready || !room.Holds(placement))
                continue;
            isOpen = true;
            for (var quarter = placement.Start; quarter <= placement.End; quarter++)
            {
                ref var offer = ref _offers[(project * _board.Quarters) + quarter];
                var profit = _parts[project][at][quarter - placement.Start];
                if (profit > offer.Profit)
                    offer = (profit, placement);
            }
        }
        return isOpen;
    }

    /// <summary>The profit of the quarter's own best choice of parts.</summary>
    private double Fill(int quarter, int decided, Room room, int steps)
    {
        Span<long> left = stackalloc long[_board.Resources];
        for (var resource = 0; resource < left.Length; resource++)
            left[resource] = room.Left(_board.CellOf(quarter, resource));
        var knapsack = _knapsacks[quarter];
        knapsack.Clear();
        for (var i = decided; i < _board.Projects.Count; i++)
            if (_offers[(i * _board.Quarters) + quarter] is { Profit: > 0 } offer)
                _board.Least(i, quarter, knapsack.Add(offer.Profit));
        var profit = knapsack.Solve(left, steps);
        var number = 0;
        for (var i = decided; i < _board.Projects.Count; i++)
            if (_offers[(i * _board.Quarters) + quarter].Profit > 0)
                _isDone[(i * _board.Quarters) + quarter] = knapsack.IsTaken(number++);
        return profit;
    }

    /// <summary>By how much each price's condition is kept or broken by the quarters' choices.</summary>
    private void Slope()
    {
        var share = new double[_isDone.Length];
        for (var i = 0; i < _board.Projects.Count; i++)
            _prices.SetSlope(i, 1);
        for (var quarter = 0; quarter < _board.Quarters; quarter++)
            _prices.SetSlope(_board.Projects.Count + quarter, 1);
        for (var at = 0; at < share.Length; at++)
        {
            if (!_isDone[at] || _offers[at].Of is not { } placement)
                continue;
            var (project, quarter) = Math.DivRem(at, _board.Quarters);
            share[at] = 1.0 / (placement.End - placement.Start + 1);
            _prices.AddSlope(project, -share[at]);
            foreach (var (when, amount) in Money(placement).Where(part => part.Quarter == quarter || part.Quarter > placement.End))
                _prices.AddSlope(_board.Projects.Count + when, -amount * (when == quarter ? 1 : share[at]) / Math.Max(1, _board.Limits[_board.CellOf(when, 0)]));
        }
        for (var wait = 0; wait < _waits.Length; wait++)
        {
            var ahead = 0.0;
            for (var quarter = 0; quarter < _board.Quarters; quarter++)
            {
                ahead -= share[(_waits[wait].Project * _board.Quarters) + quarter];
                _prices.SetSlope(WaitOf(wait, quarter), ahead);
                ahead += share[(_waits[wait].Before * _board.Quarters) + quarter];
            }
        }
    }

    private void Price()
    {
        for (var i = 0; i < _parts.Length; i++)
            for (var at = 0; at < _parts[i].Length; at++)
            {
                var (placement, parts) = (_board.Placements[i][at], _parts[i][at]);
                var running = Money(placement).Where(part => part.Quarter > placement.End).Sum(part => PriceOf(part.Quarter) * part.Amount);
                var slope = (double)_board.Projects[i].Value / parts.Length;
                for (var own = 0; own < parts.Length; own++)
                    parts[own] = ((placement.Worth - _prices[i] - running) / parts.Length) + (slope * (((parts.Length - 1) / 2.0) - own));
                foreach (var (quarter, amount) in Money(placement).Where(part => part.Quarter <= placement.End))
                    parts[quarter - placement.Start] -= PriceOf(quarter) * amount;
            }
        for (var wait = 0; wait < _waits.Length; wait++)
        {
            for (var quarter = _board.Quarters - 1; quarter >= 0; quarter--)
                _tails[wait][quarter] = _tails[wait][quarter + 1] + _prices[WaitOf(wait, quarter)];
            Shift(_waits[wait].Project, quarter => -_tails[wait][quarter]);
            Shift(_waits[wait].Before, quarter => _tails[wait][quarter + 1]);
        }
    }

    private void Shift(int project, Func<int, double> by)
    {
        for (var at = 0; at < _parts[project].Length; at++)
            for (var own = 0; own < _parts[project][at].Length; own++)
                _parts[project][at][own] += by(_board.Placements[project][at].Start + own) / _parts[project][at].Length;
    }

    /// <summary>Of a whole unit of the currency in that quarter.</summary>
    private double PriceOf(int quarter) => _prices[_board.Projects.Count + quarter] / Math.Max(1, _board.Limits[_board.CellOf(quarter, 0)]);

    private int WaitOf(int wait, int quarter) => _board.Projects.Count + (_board.Quarters * (1 + wait)) + quarter;

    private IEnumerable<(int Quarter, long Amount)> Money(Placement placement) =>
        placement.Uses.Where(use => use.Cell % _board.Resources == 0).Select(use => (use.Cell / _board.Resources, use.Amount));
}
