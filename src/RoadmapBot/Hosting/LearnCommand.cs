using System.CommandLine;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Classifying;
using RoadmapBot.Discovery;

namespace RoadmapBot.Hosting;

/// <summary>
/// <c>learn FOLDER [--hold-out 5]</c>: learns from the examples of a catalogue's folder which answer shows which gap, and writes <c>learned.bin</c> there. With
/// <c>--hold-out n</c> it writes nothing: it leaves out every nth example, learns from the others and says how well it reads those left out.
/// Exit code 2 and the faults on the error output where the folder cannot be used.
/// </summary>
internal static class LearnCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The catalogue's folder: prompts/catalogue." };
        var holdOut = new Option<int?>("--hold-out") { Description = "Write nothing; leave out every nth example, and say how well those are read." };
        var command = new Command("learn", "Learn from the catalogue's examples which answer shows which gap.") { folder, holdOut };
        command.SetAction(line => Run(line.GetRequiredValue(folder), line.GetValue(holdOut), line.InvocationConfiguration.Output, line.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string folder, int? holdOut, TextWriter output, TextWriter error)
    {
        try
        {
            var catalogue = GapCatalogue.LoadUnlearned(folder);
            var faults = new List<YamlFault>();
            var examples = Example.Read(folder, catalogue.Entries.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal), faults);
            if (faults.Count > 0)
                throw new YamlFaultsException(faults);
            if (holdOut is { } every)
            {
                output.WriteLine(HoldOut.Text(catalogue, examples, Math.Max(2, every)));
                return 0;
            }
            var classifier = Learner.Learn(catalogue, examples, Learner.Fingerprint(folder));
            LearnedFile.Write(folder, classifier);
            output.WriteLine($"Learned {classifier.Labels.Count} gaps from {examples.Count} examples: {classifier.Features.Count} features.");
            return 0;
        }
        catch (Exception fault) when (fault is YamlFaultsException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(fault.Message);
            return 2;
        }
    }
}
