using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Benchmarks;

/// <summary>
/// How long everything that a large organisation has said takes to become a gap analysis and a roadmap. Each scale runs in a process of its own, so that its
/// peak of memory is its own; the catalogue is loaded before the clock starts.
/// </summary>
internal static partial class AnalysisFigure
{
    private const int People = 500;
    private const int AnswersEach = 30;
    private const int PainPoints = 100_000;

    private static readonly double[] Scales = [0.01, 0.1, 0.5, 1];

    /// <param name="Texts">Answers and pain points.</param>
    /// <param name="Split">Seconds to read every text once with a plain regular expression: what any analysis costs at least.</param>
    /// <param name="Processor">Seconds of processor time for analysis and plan together: what they take on a machine that has nothing else to do.</param>
    /// <param name="Peak">Of the working set, in MB.</param>
    private sealed record Measured(double Scale, int Texts, long Characters, int Gaps, int Initiatives, double Split, double Analyse, double Plan, double Processor, double Peak);

    /// <summary>Prints the table of all scales.</summary>
    public static void Print(int seed)
    {
        Console.WriteLine($"seed {seed}; {People} people x {AnswersEach} answers + {PainPoints:N0} pain points at 100 %; {Environment.ProcessorCount} processors");
        Console.WriteLine($"{"scale",6} {"texts",8} {"gaps",5} {"init.",6} {"split s",8} {"analyse s",10} {"plan s",7} {"total s",8} {"cpu s",7} {"x split",8} {"peak MB",8} {"exponent",9}");
        Measured? before = null;
        foreach (var scale in Scales)
        {
            var now = Apart(scale, seed);
            var growth = before is null ? "" : (Math.Log(Total(now) / Total(before)) / Math.Log((double)now.Texts / before.Texts)).ToString("F2", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{scale,6:P0} {now.Texts,8} {now.Gaps,5} {now.Initiatives,6} {now.Split,8:F3} {now.Analyse,10:F2} {now.Plan,7:F2} {Total(now),8:F2} {now.Processor,7:F2} {Total(now) / now.Split,8:F0} {now.Peak,8:F0} {growth,9}"));
            before = now;
        }
        Console.WriteLine("exponent: of the time over the number of texts, from the line above; 1 is linear. split: every text once through a regular expression that splits words.");
    }

    /// <summary>One scale, in this process; its result as one line of JSON.</summary>
    public static void PrintOne(double scale, int seed) => Console.WriteLine(JsonSerializer.Serialize(Measure(scale, seed)));

    private static double Total(Measured one) => one.Analyse + one.Plan;

    private static Measured Apart(double scale, int seed)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["analysis-one", scale.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<Measured>(said)! : throw new InvalidOperationException($"The run at {scale:P0} failed with exit code {process.ExitCode}.");
    }

    private static Measured Measure(double scale, int seed)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "prompts", "catalogue");
        var library = InitiativeLibrary.Load(folder, GapCatalogue.Load(folder));
        var testimony = SeededTestimony.Of(seed, (int)(People * scale), AnswersEach, (int)(PainPoints * scale));
        string[] texts = [.. testimony.Voices.SelectMany(voice => voice.Statements).Select(statement => statement.Text), .. testimony.PainPoints.Select(point => point.Text)];
        var clock = TimeProvider.System;
        var frame = PlanningFrame.From(new DateOnly(2027, 1, 1), "USD");

        var began = clock.GetTimestamp();
        var words = texts.Sum(text => NoWord().Split(text).Length);
        var split = clock.GetElapsedTime(began).TotalSeconds;
        var worked = Environment.CpuUsage.TotalTime;
        began = clock.GetTimestamp();
        var analysis = Analyst.Analyse(testimony, library.Gaps, frame.Start);
        var analysed = clock.GetElapsedTime(began).TotalSeconds;
        began = clock.GetTimestamp();
        var plan = Planner.Plan(analysis, testimony, library, frame);
        var planned = clock.GetElapsedTime(began).TotalSeconds;
        return words > 0 && analysis.Gaps.Count > 0 && plan.Initiatives.Count > 0
            ? new Measured(scale, texts.Length, texts.Sum(text => (long)text.Length), analysis.Gaps.Count, plan.Initiatives.Count, split, analysed, planned, (Environment.CpuUsage.TotalTime - worked).TotalSeconds, Process.GetCurrentProcess().PeakWorkingSet64 / 1e6)
            : throw new InvalidOperationException("Nothing was found in the synthetic testimony.");
    }

    [GeneratedRegex(@"\W+")]
    private static partial Regex NoWord();
}
