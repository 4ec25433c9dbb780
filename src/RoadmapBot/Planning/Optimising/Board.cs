namespace RoadmapBot.Planning.Optimising;

/// <param name="Cell">A limit: the budget or one team's hours of one quarter.</param>
internal readonly record struct Use(int Cell, long Amount);

/// <summary>A start that keeps every limit as long as nothing else is chosen.</summary>
internal sealed record Placement(int Start, int End, long Worth, Use[] Uses);

/// <summary>A portfolio by numbers: projects in an order in which each comes after what it stands on, and what each of their starts takes.</summary>
internal sealed class Board
{
    private readonly long[] _least;

    public Board(Portfolio portfolio)
    {
        Quarters = portfolio.Quarters;
        Resources = portfolio.Hours.Count + 1;
        Projects = InOrder(portfolio.Projects);
        var numbers = Projects.Index().ToDictionary(one => one.Item.Id, one => one.Index, StringComparer.Ordinal);
        After = [.. Projects.Select(project => project.After.Where(numbers.ContainsKey).Select(id => numbers[id]).ToArray())];
        Limits = new long[Quarters * Resources];
        for (var quarter = 0; quarter < Quarters; quarter++)
            for (var resource = 0; resource < Resources; resource++)
                Limits[CellOf(quarter, resource)] = resource == 0 ? portfolio.Budget[quarter] : portfolio.Hours[resource - 1][quarter];

        IsForced = [.. Projects.Select(project => project.IsForced)];
        for (var i = Projects.Count - 1; i >= 0; i--)
            foreach (var before in IsForced[i] ? After[i] : [])
                IsForced[before] = true;
        var ready = new int[Projects.Count];
        Placements = new Placement[Projects.Count][];
        for (var i = 0; i < Projects.Count; i++)
        {
            ready[i] = After[i].Select(before => ready[before]).DefaultIfEmpty(0).Max();
            var project = Projects[i];
            Placements[i] =
            [
                .. from start in Enumerable.Range(ready[i], Math.Max(0, Quarters - project.Quarters + 1 - ready[i]))
                   let end = start + project.Quarters - 1
                   where !(start > project.StartBy) && !(end > project.FinishBy) && After[i].All(before => Placements[before].Length > 0)
                   let uses = UsesOf(project, start)
                   where uses.All(use => use.Amount <= Limits[use.Cell])
                   select new Placement(start, end, portfolio.Worth(project, start), uses),
            ];
            ready[i] = Placements[i].Length > 0 ? Placements[i][0].End + 1 : Quarters;
        }
        _least = Leasts();
    }

    public int Quarters { get; }

    /// <summary>Money and the teams.</summary>
    public int Resources { get; }

    public IReadOnlyList<Project> Projects { get; }

    /// <summary>Numbers of projects, smaller than the project's own.</summary>
    public int[][] After { get; }

    /// <summary>By start, the earliest first; empty for what can never be done.</summary>
    public Placement[][] Placements { get; }

    /// <summary>What has to be chosen, and what that stands on.</summary>
    public bool[] IsForced { get; }

    public long[] Limits { get; }

    public int CellOf(int quarter, int resource) => (quarter * Resources) + resource;

    /// <summary>The least that the project takes of a quarter's limits in any of its placements that run in it.</summary>
    public void Least(int project, int quarter, Span<long> uses) => _least.AsSpan(((project * Quarters) + quarter) * Resources, Resources).CopyTo(uses);

    public Optimum Result(Placement?[]? chosen, long bound, bool isProven)
    {
        var worth = chosen?.Sum(one => one?.Worth ?? 0) ?? 0;
        var starts = chosen?.Index().Where(one => one.Item is not null).ToDictionary(one => Projects[one.Index].Id, one => one.Item!.Start, StringComparer.Ordinal);
        return new Optimum(starts, worth, isProven ? worth : bound, isProven);
    }

    private Use[] UsesOf(Project project, int start)
    {
        var uses = new List<Use>();
        for (var quarter = start; quarter < Quarters; quarter++)
        {
            var own = quarter - start;
            uses.Add(new Use(CellOf(quarter, 0), own < project.Quarters ? project.Cost[own] : project.Running));
            for (var team = 1; team < Resources && own < project.Quarters; team++)
                uses.Add(new Use(CellOf(quarter, team), project.Hours[team - 1][own]));
        }
        return [.. uses.Where(use => use.Amount > 0)];
    }

    private long[] Leasts()
    {
        var least = new long[Projects.Count * Quarters * Resources];
        var takes = new long[Quarters * Resources];
        for (var i = 0; i < Projects.Count; i++)
        {
            var own = least.AsSpan(i * takes.Length, takes.Length);
            own.Fill(long.MaxValue);
            foreach (var placement in Placements[i])
            {
                Array.Clear(takes);
                foreach (var use in placement.Uses)
                    takes[use.Cell] = use.Amount;
                for (var cell = CellOf(placement.Start, 0); cell < CellOf(placement.End + 1, 0); cell++)
                    own[cell] = Math.Min(own[cell], takes[cell]);
            }
        }
        return least;
    }

    /// <summary>Forced first, then by value, each after what it stands on.</summary>
    private static List<Project> InOrder(IReadOnlyList<Project> projects)
    {
        var waiting = projects.OrderByDescending(project => project.IsForced).ThenByDescending(project => project.Value).ThenBy(project => project.Id, StringComparer.Ordinal).ToList();
        var ordered = new List<Project>();
        while (waiting.Count > 0)
        {
            var open = waiting.Select(project => project.Id).ToHashSet(StringComparer.Ordinal);
            var next = waiting.FirstOrDefault(project => !project.After.Any(open.Contains)) ?? throw new ArgumentException("the dependencies run in a circle", nameof(projects));
            waiting.Remove(next);
            ordered.Add(next);
        }
        return ordered;
    }
}
