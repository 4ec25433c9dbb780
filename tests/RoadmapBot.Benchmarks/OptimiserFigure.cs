using RoadmapBot.Planning.Optimising;

namespace RoadmapBot.Benchmarks;

/// <summary>Seconds and gap to the bound over seeded portfolios of the largest size that the optimiser is made for.</summary>
internal static class OptimiserFigure
{
    private const int Projects = 40;
    private const int Quarters = 12;
    private const int Teams = 4;

    public static void Print(int seeds)
    {
        var effort = Effort.Usual;
        Console.WriteLine($"{Projects} projects, {Quarters} quarters, {Teams} teams; seeds 1 to {seeds}; {effort}; baseline: the first list alone, without search");
        Console.WriteLine($"{"seed",4} {"chosen",6} {"worth",9} {"baseline",9} {"x base",6} {"bound",9} {"gap %",6} {"proven",6} {"s",6}");
        Optimiser.Optimise(SeededPortfolio.Of(0, Projects, Quarters, Teams), effort); // the first run compiles
        var clock = TimeProvider.System;
        var runs = new List<(double Seconds, double Processor, Optimum Best)>();
        for (var seed = 1; seed <= seeds; seed++)
        {
            var portfolio = SeededPortfolio.Of(seed, Projects, Quarters, Teams);
            var plain = Optimiser.Optimise(portfolio, new Effort(0, 1, 0));
            var worked = Environment.CpuUsage.TotalTime;
            var began = clock.GetTimestamp();
            var best = Optimiser.Optimise(portfolio, effort);
            runs.Add((clock.GetElapsedTime(began).TotalSeconds, (Environment.CpuUsage.TotalTime - worked).TotalSeconds, best));
            Console.WriteLine(FormattableString.Invariant(
                $"{seed,4} {best.Starts?.Count,6} {best.Worth,9} {plain.Worth,9} {(double)best.Worth / Math.Max(1, plain.Worth),6:F3} {best.Bound,9} {best.GapPercent,6:F2} {(best.IsProven ? "yes" : ""),6} {runs[^1].Seconds,6:F2}"));
        }
        double[] seconds = [.. runs.Select(run => run.Seconds).Order()];
        double[] processor = [.. runs.Select(run => run.Processor).Order()];
        double[] gaps = [.. runs.Select(run => run.Best.GapPercent).Order()];
        Console.WriteLine(FormattableString.Invariant(
            $"seconds: median {seconds[seeds / 2]:F2}, longest {seconds[^1]:F2}; processor seconds: median {processor[seeds / 2]:F2}, longest {processor[^1]:F2}; gap: median {gaps[seeds / 2]:F2} %, largest {gaps[^1]:F2} %; proven {runs.Count(run => run.Best.IsProven)} of {seeds}; no choice possible {runs.Count(run => run.Best.Starts is null)}"));
    }
}
