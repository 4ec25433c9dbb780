using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>Reads signals, as gaps and checklists have them; a plain text is a pattern.</summary>
internal static class SignalNotation
{
    public static Signal[] Signals(this YamlMap entry, string key, Lexicon lexicon) =>
        [.. entry.Maps(key, plain: "says").SelectMany(signal => SignalsOf(signal, lexicon))];

    /// <summary>A category of CSF 2.0; null where the key is absent.</summary>
    public static string? Csf(this YamlMap entry)
    {
        if (!entry.Has("csf"))
            return null;
        var csf = entry.Text("csf");
        if (csf.Length > 0 && !Analysis.Csf.Categories.ContainsKey(csf))
            entry.Fault("csf", $"\"csf\" is \"{csf}\".", "Write a category of CSF 2.0 such as PR.AA, or leave it out.");
        return csf;
    }

    private static Signal[] SignalsOf(YamlMap signal, Lexicon lexicon)
    {
        var (by, asked, about) = (signal.SomeOf<Role>("by"), signal.Concepts("asked", lexicon), signal.Concepts("about", lexicon));
        var says = signal.Patterns("says", lexicon).Select(pattern => new Signal.Says(pattern, about, by, asked)).ToArray<Signal>();
        var ways = Enum.GetValues<Way>().Select(way => new Signal.Speaks(way, signal.Concepts(WayName(way), lexicon), by, asked))
            .Where(speaks => speaks.Concepts.Count > 0).ToArray<Signal>();
        signal.Close();
        if (!signal.Has("says") && !Enum.GetValues<Way>().Any(way => signal.Has(WayName(way))))
            signal.Fault("The signal says nothing.", $"Give it \"says\" or one of: {string.Join(", ", Enum.GetValues<Way>().Select(WayName))}.");
        return [.. says, .. ways];
    }

    private static string WayName(Way way) =>
        way switch { Way.Trouble => "trouble", Way.Lacks => "lacks", Way.Wants => "wants", Way.Unsure => "unsure", Way.Doubted => "doubted", _ => "praised" };
}
