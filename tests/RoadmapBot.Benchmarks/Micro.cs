using BenchmarkDotNet.Attributes;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Planning.Optimising;

namespace RoadmapBot.Benchmarks;

/// <summary>The two hot paths at a small size, for comparing one change with the next.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class Micro
{
    private readonly GapCatalogue _catalogue = GapCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "prompts", "catalogue"));
    private readonly Testimony _testimony = SeededTestimony.Of(1, 5, 30, 1_000);
    private readonly Portfolio _portfolio = SeededPortfolio.Of(1, 12, 8, 2);

    [Benchmark]
    public int Analyse() => Analyst.Analyse(_testimony, _catalogue, new DateOnly(2027, 1, 1)).Gaps.Count;

    [Benchmark]
    public long Optimise() => Optimiser.Optimise(_portfolio, Effort.Usual).Worth;
}
