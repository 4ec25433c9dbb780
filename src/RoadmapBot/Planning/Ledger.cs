using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>What is taken of the quarters' budgets and of the teams' months, while a schedule grows.</summary>
internal sealed class Ledger(Limits limits)
{
    private readonly long[] _spent = new long[limits.Calendar.Quarters.Count];
    private readonly Dictionary<Team, long[]> _worked = Enum.GetValues<Team>().ToDictionary(team => team, _ => new long[Phases.Horizon]);

    /// <summary>The limits that the candidate would break, earliest first; none where it fits.</summary>
    public IReadOnlyList<Obstacle> Check(Candidate candidate, int month)
    {
        var obstacles = new List<(int Month, Obstacle Obstacle)>();
        if (limits.BudgetPerQuarter is { } budget)
        {
            foreach (var (quarter, amount) in Spending(candidate, month).Where(part => part.Amount > 0))
                if (_spent[quarter.Index] + amount - (budget * quarter.Months / 3) is > 0 and var missing)
                    obstacles.Add((quarter.FirstMonth, new Obstacle.Budget(quarter, missing)));
        }
        foreach (var (team, hours) in candidate.Hours.Where(one => limits.Hours.ContainsKey(one.Team)))
            for (var at = 0; at < candidate.Months; at++)
                if (Apportionment.Part(hours, candidate.Months, at) is > 0 and var part && _worked[team][month + at] + part - limits.Hours[team] is > 0 and var missing)
                    obstacles.Add((month + at, new Obstacle.Hours(team, limits.Calendar.At(month + at), missing)));
        return [.. obstacles.OrderBy(one => one.Month).Select(one => one.Obstacle)];
    }

    /// <summary>Hours that IT's own people cannot give, were the candidate to begin then.</summary>
    public int Bought(Candidate candidate, int month)
    {
        if (limits.OwnHours is not { } own || candidate.Hours.FirstOrDefault(one => one.Team is Team.It) is not { } it)
            return 0;
        long bought = 0;
        for (var at = 0; at < candidate.Months; at++)
            bought += Math.Clamp(_worked[Team.It][month + at] + Apportionment.Part(it.Hours, candidate.Months, at) - own, 0, Apportionment.Part(it.Hours, candidate.Months, at));
        return (int)bought;
    }

    public void Take(Candidate candidate, int month)
    {
        foreach (var (quarter, amount) in Spending(candidate, month))
            _spent[quarter.Index] += amount;
        foreach (var (team, hours) in candidate.Hours)
            for (var at = 0; at < candidate.Months; at++)
                _worked[team][month + at] += Apportionment.Part(hours, candidate.Months, at);
    }

    private IEnumerable<(FiscalQuarter Quarter, long Amount)> Spending(Candidate candidate, int month) =>
        Apportionment.Money(candidate.Once, candidate.PerYear, month, candidate.Months)
            .GroupBy(part => limits.Calendar.At(part.Month))
            .Select(quarter => (quarter.Key, quarter.Sum(part => part.Amount)));
}
