using System.Globalization;
using BenchmarkDotNet.Running;
using RoadmapBot.Benchmarks;

const int Seed = 20261123;
const int Seeds = 100;

switch (args)
{
    case ["analysis"]:
        AnalysisFigure.Print(Seed);
        return 0;
    case ["analysis-one", var scale, var seed]:
        AnalysisFigure.PrintOne(double.Parse(scale, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
        return 0;
    case ["turns"]:
        await TurnsFigure.Print();
        return 0;
    case ["bare-endpoint", var address]:
        await BareEndpoint.Serve(address);
        return 0;
    case ["optimiser"]:
        OptimiserFigure.Print(Seeds);
        return 0;
    case ["model"]:
        await ModelFigure.Print(Seed);
        return 0;
    case ["micro"]:
        BenchmarkRunner.Run<Micro>();
        return 0;
    default:
        Console.Error.WriteLine("Say what to measure: analysis, optimiser, turns, model, or micro for BenchmarkDotNet on the hot paths.");
        return 2;
}
