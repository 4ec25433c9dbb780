using System.Text.RegularExpressions;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>Everything that the analyst knows beforehand, loaded once from <c>prompts/catalogue</c>.</summary>
/// <param name="Entries">In the order of their ids.</param>
internal sealed partial record GapCatalogue(Lexicon Lexicon, IReadOnlyList<GapEntry> Entries, ObjectiveRules Objectives, SignalIndex Index)
{
    private const int Most = 5;

    /// <param name="folder">The catalogue's folder.</param>
    /// <exception cref="CatalogueException">A file is missing or faulty; the message says where and how to mend it.</exception>
    public static GapCatalogue Load(string folder)
    {
        var lexicon = Lexicon.Load(folder);
        var entries = new SortedDictionary<string, GapEntry>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "gaps-*.yaml").Order(StringComparer.Ordinal))
        {
            var root = YamlEntry.Load(file);
            var domain = root.Choice<Domain>("domain");
            foreach (var entry in root.Entries("gaps"))
                if (!entries.TryAdd(entry.Text("id"), Read(entry, domain, lexicon)))
                    throw entry.Fault("the id is there twice: choose another.");
            root.NothingElse();
        }
        GapEntry[] all = [.. entries.Values];
        return new GapCatalogue(lexicon, all, ObjectiveRules.Load(folder, lexicon), new SignalIndex(all));
    }

    private static GapEntry Read(YamlEntry entry, Domain domain, Lexicon lexicon)
    {
        var signals = SignalsOf(entry, "signals", lexicon);
        if (signals.Length == 0)
            throw entry.Fault("\"signals\" is missing: say what shows the gap.");
        var csf = entry.OptionalText("csf");
        if (csf is not null && !CsfCategory().IsMatch(csf))
            throw entry.Fault($"\"csf\" says \"{csf}\": it must be a category of CSF 2.0 such as PR.AA, or absent.");
        var ask = entry.OptionalEntry("ask");
        var read = new GapEntry(
            entry.Text("id"), entry.Text("title"), entry.Text("statement"), domain, entry.Choice<GapKind>("kind"), csf,
            entry.Number("likelihood", 1, Most), entry.Number("impact", 1, Most), entry.Flag("general"), entry.Flag("growth"),
            entry.Choices<ObjectiveClass>("serves"), signals, SignalsOf(entry, "counters", lexicon),
            [.. entry.Texts("worse").Select(text => PatternOf(entry, text, lexicon))], entry.Texts("initiatives"),
            ask is null ? null : new FollowUp(ask.Text("question"), ask.Choice<Role>("role")));
        if (read.Serves.Count == 0 || read.Initiatives.Count == 0)
            throw entry.Fault("\"serves\" and \"initiatives\" must each list at least one.");
        ask?.NothingElse();
        entry.NothingElse();
        return read;
    }

    private static Signal[] SignalsOf(YamlEntry entry, string key, Lexicon lexicon) =>
        [.. entry.Entries(key, plain: "says").SelectMany(signal => SignalsOf(signal, lexicon))];

    private static Signal[] SignalsOf(YamlEntry signal, Lexicon lexicon)
    {
        var (by, asked, about) = (signal.Choices<Role>("by"), ConceptsOf(signal, "asked", lexicon), ConceptsOf(signal, "about", lexicon));
        var says = signal.Texts("says").Select(text => new Signal.Says(PatternOf(signal, text, lexicon), about, by, asked)).ToArray<Signal>();
        var ways = Enum.GetValues<Way>().Select(way => new Signal.Speaks(way, ConceptsOf(signal, WayName(way), lexicon), by, asked))
            .Where(speaks => speaks.Concepts.Count > 0).ToArray<Signal>();
        signal.NothingElse();
        if (says.Length + ways.Length == 0)
            throw signal.Fault("a signal must have \"says\", \"trouble\", \"lacks\", \"wants\", \"unsure\", \"praised\" or \"doubted\".");
        return [.. says, .. ways];
    }

    private static string WayName(Way way) =>
        way switch { Way.Trouble => "trouble", Way.Lacks => "lacks", Way.Wants => "wants", Way.Unsure => "unsure", Way.Doubted => "doubted", _ => "praised" };

    private static string[] ConceptsOf(YamlEntry entry, string key, Lexicon lexicon)
    {
        var names = entry.Texts(key);
        return names.FirstOrDefault(name => !lexicon.Concepts.ContainsKey(name)) is { } unknown
            ? throw entry.Fault($"\"{key}\" names the unknown concept \"{unknown}\": add it to a lexicon file, or correct the name.")
            : names;
    }

    private static Pattern PatternOf(YamlEntry entry, string text, Lexicon lexicon)
    {
        try
        {
            return lexicon.Patterns.Parse(text);
        }
        catch (FormatException fault)
        {
            throw entry.Fault(fault.Message + ".");
        }
    }

    [GeneratedRegex("^(GV|ID|PR|DE|RS|RC)\\.[A-Z]{2}$")]
    private static partial Regex CsfCategory();
}
