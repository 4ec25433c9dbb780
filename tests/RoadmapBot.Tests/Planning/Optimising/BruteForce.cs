using RoadmapBot.Planning.Optimising;

namespace RoadmapBot.Tests.Planning.Optimising;

/// <summary>The rules of a choice, written down once more and plainly, for the optimiser to be held against.</summary>
internal static class BruteForce
{
    /// <returns>The worth of the best of all choices; null where none keeps every limit.</returns>
    public static long? Best(Portfolio portfolio)
    {
        long? best = null;
        foreach (var starts in All(portfolio, 0))
            if (Broken(portfolio, starts) is null && Worth(portfolio, starts) is var worth && !(worth <= best))
                best = worth;
        return best;
    }

    /// <returns>The first rule that the choice breaks, in words; null where it keeps all.</returns>
    public static string? Broken(Portfolio portfolio, IReadOnlyDictionary<string, int> starts)
    {
        var projects = portfolio.Projects.ToDictionary(project => project.Id);
        foreach (var project in portfolio.Projects)
        {
            if (!starts.TryGetValue(project.Id, out var start))
            {
                if (project.IsForced)
                    return $"{project.Id} is forced and not chosen";
                continue;
            }
            if (start < 0 || start + project.Quarters > portfolio.Quarters)
                return $"{project.Id} runs beyond the horizon";
            if (start > project.StartBy || start + project.Quarters - 1 > project.FinishBy)
                return $"{project.Id} misses its deadline";
            if (project.After.Where(projects.ContainsKey).FirstOrDefault(id => !starts.TryGetValue(id, out var first) || first + projects[id].Quarters > start) is { } before)
                return $"{project.Id} starts before {before} has ended";
        }
        for (var quarter = 0; quarter < portfolio.Quarters; quarter++)
        {
            if (Running(portfolio, starts, quarter).Sum(one => one.Own < one.Project.Quarters ? one.Project.Cost[one.Own] : one.Project.Running) > portfolio.Budget[quarter])
                return $"quarter {quarter} is over its budget";
            for (var team = 0; team < portfolio.Hours.Count; team++)
                if (Running(portfolio, starts, quarter).Where(one => one.Own < one.Project.Quarters).Sum(one => one.Project.Hours[team][one.Own]) > portfolio.Hours[team][quarter])
                    return $"team {team} is over its hours in quarter {quarter}";
        }
        return null;
    }

    public static long Worth(Portfolio portfolio, IReadOnlyDictionary<string, int> starts) =>
        portfolio.Projects.Where(project => starts.ContainsKey(project.Id)).Sum(project => project.Value * (portfolio.Quarters - (starts[project.Id] + project.Quarters - 1)));

    private static IEnumerable<(Project Project, int Own)> Running(Portfolio portfolio, IReadOnlyDictionary<string, int> starts, int quarter) =>
        portfolio.Projects.Where(project => starts.TryGetValue(project.Id, out var start) && start <= quarter).Select(project => (project, quarter - starts[project.Id]));

    private static IEnumerable<Dictionary<string, int>> All(Portfolio portfolio, int from)
    {
        if (from == portfolio.Projects.Count)
        {
            yield return [];
            yield break;
        }
        var project = portfolio.Projects[from];
        foreach (var rest in All(portfolio, from + 1))
        {
            yield return rest;
            for (var start = 0; start + project.Quarters <= portfolio.Quarters; start++)
                yield return new(rest) { [project.Id] = start };
        }
    }
}
