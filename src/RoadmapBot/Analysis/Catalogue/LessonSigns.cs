using RoadmapBot.Analysis.Language;
using RoadmapBot.Discovery;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>How a lesson from a past project is known, and what guards the next one; from <c>lessons.yaml</c>.</summary>
/// <param name="Asked">Questions whose whole answer is one.</param>
/// <param name="Said">What makes one of any other sentence.</param>
/// <param name="Guards">The first that fits counts.</param>
/// <param name="Otherwise">The guard of every other lesson.</param>
internal sealed record LessonSigns(IReadOnlyList<Pattern> Asked, IReadOnlyList<Pattern> Said, IReadOnlyList<GuardSigns> Guards, string Otherwise)
{
    public static LessonSigns? Read(string folder, Lexicon lexicon, ICollection<YamlFault> faults)
    {
        if (YamlFiles.Load(folder, "lessons.yaml", faults) is not { } file)
            return null;
        var read = new LessonSigns(file.Patterns("asked", lexicon), file.Patterns("said", lexicon), [.. file.Maps("guards").Select(guard => GuardOf(guard, lexicon))], file.Text("otherwise"));
        file.Close();
        return read;
    }

    private static GuardSigns GuardOf(YamlMap guard, Lexicon lexicon)
    {
        if (guard.Filled("signs").Count == 0)
            guard.Fault("\"signs\" holds none.", "Say by which words it is known.");
        var read = new GuardSigns(guard.Patterns("signs", lexicon), guard.Text("text"));
        guard.Close();
        return read;
    }
}

/// <param name="Signs">One of them is said in the lesson.</param>
/// <param name="Text">What an initiative does about it.</param>
internal sealed record GuardSigns(IReadOnlyList<Pattern> Signs, string Text);
