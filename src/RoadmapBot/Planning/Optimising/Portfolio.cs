namespace RoadmapBot.Planning.Optimising;

/// <summary>An initiative that may be chosen, in whole quarters.</summary>
/// <param name="Value">Not negative; what one quarter of having it is worth, in points of its score.</param>
/// <param name="Quarters">How long it takes; at least one.</param>
/// <param name="Cost">In whole units of the currency for each of its own quarters; as many as <paramref name="Quarters"/>.</param>
/// <param name="Running">In whole units of the currency for each quarter from its end on.</param>
/// <param name="Hours">For each team of the portfolio, for each of its own quarters.</param>
/// <param name="After">Ids of projects that are chosen too and end before this one starts. Those that the portfolio does not hold are ignored.</param>
/// <param name="StartBy">The last quarter, counted from zero, in which it may start if it is chosen; null for any.</param>
/// <param name="FinishBy">The last quarter, counted from zero, in which it may end if it is chosen; null for any.</param>
/// <param name="IsForced">It has to be chosen. What is forced out is simply not in the portfolio.</param>
internal sealed record Project(
    string Id, long Value, int Quarters, IReadOnlyList<long> Cost, long Running, IReadOnlyList<IReadOnlyList<long>> Hours, IReadOnlyList<string> After,
    int? StartBy = null, int? FinishBy = null, bool IsForced = false);

/// <summary>What to choose from, and what to keep within.</summary>
/// <param name="Budget">Whole units of the currency for each quarter; its length is the horizon.</param>
/// <param name="Hours">For each team, for each quarter.</param>
/// <param name="Projects">Their ids are unique and their dependencies free of circles.</param>
internal sealed record Portfolio(IReadOnlyList<long> Budget, IReadOnlyList<IReadOnlyList<long>> Hours, IReadOnlyList<Project> Projects)
{
    public int Quarters => Budget.Count;

    /// <summary>
    /// What a project is worth if it starts then: its value for every quarter from the one in which it ends to the horizon's last, so that the same thing
    /// done later is worth less by the share of the quarters that are lost.
    /// </summary>
    public long Worth(Project project, int start) => project.Value * (Quarters - start - project.Quarters + 1);
}

/// <summary>The best choice that was found, and how good any choice can be at most.</summary>
/// <param name="Starts">The first quarter, counted from zero, of every chosen project; null where no choice keeps every limit, or none was found.</param>
/// <param name="Worth">By <see cref="Portfolio.Worth"/>, added up; zero where there is no choice.</param>
/// <param name="Bound">No choice is worth more. Equal to <paramref name="Worth"/> where <paramref name="IsProven"/>.</param>
/// <param name="IsProven">The choice is the best there is; or, without one, none exists.</param>
internal sealed record Optimum(IReadOnlyDictionary<string, int>? Starts, long Worth, long Bound, bool IsProven)
{
    /// <summary>How much more than this choice the best one can be worth at most, in per cent of the bound; zero where it is proven.</summary>
    public double GapPercent => IsProven || Bound == 0 ? 0 : 100.0 * (Bound - Worth) / Bound;
}
