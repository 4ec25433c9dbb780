namespace RoadmapBot.Planning.Optimising;

/// <summary>How long to look: counts, not time, so that the same portfolio always gets the same answer.</summary>
/// <param name="ListRounds">Changes that the first search tries.</param>
/// <param name="BoundRounds">Steps towards good prices for the bound.</param>
/// <param name="Nodes">Part choices that the exact search looks at.</param>
internal sealed record Effort(int ListRounds, int BoundRounds, int Nodes)
{
    public static Effort Usual { get; } = new(40_000, 60, 300);
}

/// <summary>
/// Chooses and times projects so that they are worth most and no limit is broken: a good choice by <see cref="ListSearch"/>, then branch and bound over
/// projects and their starts, cut by <see cref="QuarterBound"/>. Proven where the search ends by itself, else with the bound.
/// </summary>
internal sealed class Optimiser
{
    private readonly Board _board;
    private readonly QuarterBound _bound;
    private readonly Room _room;
    private readonly Placement?[] _chosen;
    private Placement?[]? _best;
    private long _most = -1;
    private int _nodes;

    private Optimiser(Portfolio portfolio, int nodes)
    {
        _board = new Board(portfolio);
        _bound = new QuarterBound(_board);
        _room = new Room(_board.Limits);
        _chosen = new Placement?[_board.Projects.Count];
        _nodes = nodes;
    }

    /// <param name="known">Starts that keep every limit: the answer is worth no less than they are. Null where none are known.</param>
    /// <exception cref="ArgumentException">The dependencies run in a circle.</exception>
    public static Optimum Optimise(Portfolio portfolio, Effort effort, IReadOnlyDictionary<string, int>? known = null) => new Optimiser(portfolio, effort.Nodes).Run(effort, known);

    private Optimum Run(Effort effort, IReadOnlyDictionary<string, int>? known)
    {
        if (Enumerable.Range(0, _chosen.Length).Any(i => _board.IsForced[i] && _board.Placements[i].Length == 0))
            return _board.Result(null, 0, isProven: true);
        Keep(new ListSearch(_board).Best(effort.ListRounds));
        Keep(known is null ? null : [.. _board.Projects.Select((project, i) => known.TryGetValue(project.Id, out var start) ? _board.Placements[i].FirstOrDefault(one => one.Start == start) : null)]);
        var bound = _bound.Tune(Math.Max(0, _most), effort.BoundRounds);
        if (bound > _most)
            Branch(0);
        return _board.Result(_best, bound, isProven: bound <= _most || _nodes >= 0);
    }

    private void Keep(Placement?[]? found)
    {
        if (found?.Sum(one => one?.Worth ?? 0) is { } worth && worth > _most)
            (_most, _best) = (worth, found);
    }

    /// <summary>Decides one project after another: every start that still fits, the earliest first, and then not to do it.</summary>
    private void Branch(int project)
    {
        if (--_nodes < 0)
            return;
        if (project == _chosen.Length)
        {
            Keep([.. _chosen]);
            return;
        }
        if (Math.Floor(_bound.Over(_chosen, project, _room, _most) + QuarterBound.Rounding) <= _most)
            return;
        foreach (var placement in _board.Placements[project])
        {
            if (!_room.Holds(placement) || !_board.After[project].All(before => _chosen[before]?.End < placement.Start))
                continue;
            _room.Take(placement);
            _chosen[project] = placement;
            Branch(project + 1);
            _chosen[project] = null;
            _room.GiveBack(placement);
            if (_nodes < 0)
                return;
        }
        if (!_board.IsForced[project])
            Branch(project + 1);
    }
}
