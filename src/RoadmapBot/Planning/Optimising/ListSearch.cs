namespace RoadmapBot.Planning.Optimising;

/// <summary>
/// A good choice quickly: projects take their earliest places one after another, in a list; then the list is changed here and there, and what is better, or
/// for a while not much worse, is kept. The same seed gives the same choice.
/// </summary>
internal sealed class ListSearch(Board board)
{
    private const int Seed = 20260101;

    /// <summary>How much worse, in parts of the best, the first changes may be.</summary>
    private const double Tolerance = 0.02;

    private readonly Room _room = new(board.Limits);
    private readonly bool[] _isTried = new bool[board.Projects.Count];
    private readonly Placement?[] _chosen = new Placement?[board.Projects.Count];

    /// <returns>The best choice that was met; null where none had everything that is forced.</returns>
    public Placement?[]? Best(int rounds)
    {
        var random = new Random(Seed);
        var list = Enumerable.Range(0, board.Projects.Count).OrderByDescending(i => board.IsForced[i]).ThenByDescending(Density).ToArray();
        var now = Decode(list);
        var (best, kept) = (now, now is null ? null : _chosen.ToArray());
        var tried = new int[list.Length];
        for (var round = 0; round < rounds && list.Length > 1; round++)
        {
            list.CopyTo(tried, 0);
            Move(tried, random.Next(list.Length), random.Next(list.Length));
            var worth = Decode(tried);
            if (worth is null || worth < now - (long)((now ?? 0) * Tolerance * (rounds - round) / rounds))
                continue;
            (now, list, tried) = (worth, tried, list);
            if (best is null || worth > best)
                (best, kept) = (worth, _chosen.ToArray());
        }
        return kept;
    }

    /// <summary>Worth for the share of the limits that it takes.</summary>
    private double Density(int project) => board.Placements[project] is [var first, ..]
        ? first.Worth / (0.01 + first.Uses.Sum(use => (double)use.Amount / Math.Max(1, board.Limits[use.Cell])))
        : 0;

    private long? Decode(int[] list)
    {
        _room.Clear();
        Array.Clear(_isTried);
        Array.Clear(_chosen);
        var isWhole = true;
        var worth = 0L;
        foreach (var project in list)
            Place(project);
        for (var i = 0; i < list.Length; i++)
        {
            worth += _chosen[i]?.Worth ?? 0;
            isWhole &= !board.IsForced[i] || _chosen[i] is not null;
        }
        return isWhole ? worth : null;
    }

    private void Place(int project)
    {
        if (_isTried[project])
            return;
        _isTried[project] = true;
        var ready = 0;
        foreach (var before in board.After[project])
        {
            Place(before);
            if (_chosen[before] is not { } done)
                return;
            ready = Math.Max(ready, done.End + 1);
        }
        foreach (var placement in board.Placements[project])
        {
            if (placement.Start < ready || !_room.Holds(placement))
                continue;
            _room.Take(placement);
            _chosen[project] = placement;
            return;
        }
    }

    private static void Move(int[] list, int from, int to)
    {
        var moved = list[from];
        if (from < to)
            Array.Copy(list, from + 1, list, from, to - from);
        else
            Array.Copy(list, to, list, to + 1, from - to);
        list[to] = moved;
    }
}
