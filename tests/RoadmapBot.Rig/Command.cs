using System.Diagnostics;
using System.Globalization;

namespace RoadmapBot.Rig;

/// <summary>The command line: <c>quick</c>, <c>full</c> or <c>mutants</c>, the ids of figures (all where none is named), <c>--seed</c> and a number.</summary>
internal static class Command
{
    private const int Seed = 20261123;

    /// <returns>0 where every figure is met.</returns>
    public static async Task<int> Main(string[] args)
    {
        var size = args.Contains("full") ? Size.Full : Size.Quick;
        var seed = args.SkipWhile(argument => argument is not "--seed").Skip(1).FirstOrDefault() is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : Seed;
        var named = All.Figures.Where(figure => args.Contains(figure.Id)).ToArray();
        IReadOnlyList<Figure> figures = named.Length > 0 ? named : All.Figures;
        await using var servers = new Servers();
        var met = 0;
        if (args.Contains("mutants"))
            return await Mutants(named.Length > 0 ? [.. Mutant.All.Where(mutant => args.Contains(mutant.Figure))] : Mutant.All, seed, servers);
        Console.WriteLine($"seed {seed}, {size}, {Environment.ProcessorCount} processors");
        foreach (var figure in figures)
        {
            if (figure.Needs() is { } mend)
            {
                Console.WriteLine($"{figure.Id,-4} NOT RUN  {mend}");
                continue;
            }

            var watch = Stopwatch.StartNew();
            var result = await figure.MeasureSafely(new Run(BotProgram.Own, size, seed, servers));
            Console.WriteLine($"{figure.Id,-4} {(result.Faults.Count == 0 ? "met" : "NOT MET"),-8} {figure.Title}: {result.Done} ({watch.Elapsed.TotalSeconds:f0} s)");
            foreach (var fault in result.Faults.Take(10))
                Console.WriteLine($"     {fault}");
            met += result.Faults.Count == 0 ? 1 : 0;
        }

        return met == figures.Count ? 0 : 1;
    }

    /// <returns>0 where each is caught by its figure.</returns>
    private static async Task<int> Mutants(IReadOnlyList<Mutant> mutants, int seed, Servers servers)
    {
        var caught = 0;
        var folder = Directory.CreateTempSubdirectory("roadmapbot-mutant-").FullName;
        foreach (var mutant in mutants)
        {
            var program = await mutant.Build(folder);
            var result = await All.Figures.Single(figure => figure.Id == mutant.Figure).MeasureSafely(new Run(program, Size.Quick, seed, servers));
            Console.WriteLine($"{mutant.Figure,-4} {(result.Faults.Count > 0 ? "caught" : "NOT CAUGHT"),-10} {mutant.Name}: {result.Done}; {(result.Faults is [var first, ..] ? first : "no fault")}");
            caught += result.Faults.Count > 0 ? 1 : 0;
        }

        Directory.Delete(folder, recursive: true);

        return caught == mutants.Count ? 0 : 1;
    }
}
