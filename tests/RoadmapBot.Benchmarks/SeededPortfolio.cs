using RoadmapBot.Planning.Optimising;

namespace RoadmapBot.Benchmarks;

/// <summary>
/// Portfolios drawn from a seed, in the proportions of the initiative library: most take one or two quarters, prices from 2,000 to 100,000 with few high ones,
/// running costs of up to a third a year, and four teams of which the first has the most to do. Each limit holds 60 to 160 % of what all projects together would
/// take if they were spread evenly over the quarters, so that some limits bind and others do not.
/// </summary>
internal static class SeededPortfolio
{
    private const double LeastRoom = 0.6;
    private const double MostRoom = 1.6;

    /// <param name="links">The chance that a project stands on an earlier one; at most three.</param>
    /// <param name="decided">The chance of each: forced, to start by, to finish by some quarter.</param>
    public static Portfolio Of(int seed, int projects, int quarters, int teams, double links = 0.03, double decided = 0.05)
    {
        var random = new Random(seed);
        Project[] drawn = [.. Enumerable.Range(0, projects).Select(number => Draw(random, number, quarters, teams, links, decided))];
        long Room(double needed) => (long)(needed * (LeastRoom + ((MostRoom - LeastRoom) * random.NextDouble())));
        var budget = Room((drawn.Sum(one => one.Cost.Sum()) / (double)quarters) + (drawn.Sum(one => one.Running) / 2.0));
        var hours = Enumerable.Range(0, teams).Select(team => Room(drawn.Sum(one => one.Hours[team].Sum()) / (double)quarters)).ToArray();
        return new Portfolio(
            [.. Enumerable.Repeat(budget, quarters)], [.. hours.Select(limit => (IReadOnlyList<long>)[.. Enumerable.Repeat(limit, quarters)])],
            [.. drawn.Select(one => one with { IsForced = one.IsForced && one.After.Count == 0 && one.Cost.Max() <= budget && one.Running <= budget && one.Hours.Index().All(team => team.Item.Max() <= hours[team.Index]) })]);
    }

    private static Project Draw(Random random, int number, int quarters, int teams, double links, double decided)
    {
        var length = Math.Min(quarters, random.Next(100) switch { < 34 => 1, < 88 => 2, < 97 => 3, _ => 4 });
        var cost = (long)(2_000 * Math.Pow(10, Math.Pow(random.NextDouble(), 1.5) * 1.7));
        long Days(int team) => team == 0 ? (long)(3 * Math.Pow(10, Math.Pow(random.NextDouble(), 1.7))) : random.NextDouble() < 0.7 ? (long)Math.Pow(10, random.NextDouble() * 1.2) : 0;
        return new Project(
            Name(number), random.Next(300, 1_200), length, Spread(cost, length), cost * random.Next(4) / 40, [.. Enumerable.Range(0, teams).Select(team => Spread(8 * Days(team), length))],
            [.. Enumerable.Range(0, number).Where(_ => random.NextDouble() < links).Take(3).Select(Name)],
            random.NextDouble() < decided ? random.Next(quarters) : null, random.NextDouble() < decided ? random.Next(quarters / 2, quarters) : null, random.NextDouble() < decided);
    }

    private static string Name(int number) => $"p{number:00}";

    private static long[] Spread(long whole, int parts) => [.. Enumerable.Range(0, parts).Select(part => (whole * (part + 1) / parts) - (whole * part / parts))];
}
