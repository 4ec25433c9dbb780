namespace RoadmapBot.Planning.Optimising;

/// <summary>What is left of the limits while a choice grows.</summary>
internal sealed class Room(long[] limits)
{
    private readonly long[] _left = [.. limits];

    public long Left(int cell) => _left[cell];

    public bool Holds(Placement placement)
    {
        foreach (var use in placement.Uses)
            if (use.Amount > _left[use.Cell])
                return false;
        return true;
    }

    public void Take(Placement placement)
    {
        foreach (var use in placement.Uses)
            _left[use.Cell] -= use.Amount;
    }

    public void GiveBack(Placement placement)
    {
        foreach (var use in placement.Uses)
            _left[use.Cell] += use.Amount;
    }

    public void Clear() => limits.CopyTo(_left, 0);
}
