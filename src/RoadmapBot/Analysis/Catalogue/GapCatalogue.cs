using System.Collections.Frozen;
using System.Text.RegularExpressions;
using RoadmapBot.Analysis.Classifying;
using RoadmapBot.Analysis.Contradictions;
using RoadmapBot.Analysis.Support;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>Everything that the analyst knows beforehand, loaded once from <c>prompts/catalogue</c>.</summary>
/// <param name="Entries">In the order of their ids.</param>
/// <param name="Classifier">Learned from the examples; null only while it is being learned.</param>
internal sealed partial record GapCatalogue(Lexicon Lexicon, IReadOnlyList<GapEntry> Entries, ObjectiveRules Objectives, SignalIndex Index, ClaimWords Claims, SupportCatalogue Support,
    GapClassifier? Classifier)
{
    private const int Most = 5;

    private readonly FrozenDictionary<string, GapEntry> _byId = Entries.ToFrozenDictionary(entry => entry.Id, StringComparer.Ordinal);

    public GapEntry? Find(string id) => _byId.GetValueOrDefault(id);

    /// <param name="folder">The catalogue's folder.</param>
    /// <exception cref="YamlFaultsException">
    /// Something is wrong in the files; lists every fault, or those of the words alone where nothing can be judged without them.
    /// </exception>
    public static GapCatalogue Load(string folder) => Load(folder, LearnedFile.Read);

    /// <param name="folder">The catalogue's folder.</param>
    /// <exception cref="YamlFaultsException">As for <see cref="Load(string)"/>.</exception>
    public static GapCatalogue LoadUnlearned(string folder) => Load(folder, (_, _) => null);

    private static GapCatalogue Load(string folder, Func<string, ICollection<YamlFault>, GapClassifier?> learned)
    {
        var faults = new List<YamlFault>();
        if (Lexicon.Read(folder, faults) is not { } lexicon)
            throw new YamlFaultsException(faults);
        var objectives = ObjectiveRules.Read(folder, lexicon, faults);
        var claims = ClaimWords.Read(folder, lexicon, faults);
        var support = SupportCatalogue.Read(folder, lexicon, faults);
        var entries = new List<GapEntry>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in YamlFiles.Names(folder, "gaps-*.yaml", faults))
        {
            if (YamlFiles.Load(folder, file, faults) is not { } root)
                continue;
            var domain = root.Choice<Domain>("domain");
            foreach (var entry in root.Maps("gaps"))
            {
                var id = entry.Id(ids);
                entries.Add(Read(id, entry.At($"gap {id}"), domain, lexicon));
            }
            root.Close();
        }
        GapEntry[] all = [.. entries.OrderBy(entry => entry.Id, StringComparer.Ordinal)];
        var classifier = learned(folder, faults);
        return faults.Count == 0 ? new GapCatalogue(lexicon, all, objectives, new SignalIndex(all), claims!, support!, classifier) : throw new YamlFaultsException(faults);
    }

    private static GapEntry Read(string id, YamlMap entry, Domain domain, Lexicon lexicon)
    {
        if (entry.Maps("signals", plain: "says").Count == 0)
            entry.Fault("\"signals\" holds none.", "Say what shows the gap.");
        var csf = entry.Has("csf") ? entry.Text("csf") : null;
        if (csf is { Length: > 0 } && !CsfCategory().IsMatch(csf))
            entry.Fault("csf", $"\"csf\" is \"{csf}\".", "Write a category of CSF 2.0 such as PR.AA, or leave it out.");
        var read = new GapEntry(
            id, entry.Text("title"), entry.Text("statement"), domain, entry.Choice<GapKind>("kind"), csf,
            entry.Number("likelihood", 1, Most), entry.Number("impact", 1, Most), entry.Flag("general"), entry.Flag("growth"),
            entry.SomeOf<ObjectiveClass>("serves"), SignalsOf(entry, "signals", lexicon), SignalsOf(entry, "counters", lexicon),
            entry.Patterns("worse", lexicon), entry.Filled("initiatives"), AskOf(entry));
        entry.Filled("serves");
        entry.Close();
        return read;
    }

    private static FollowUp? AskOf(YamlMap entry)
    {
        if (entry.Map("ask") is not { } ask)
            return null;
        var read = new FollowUp(ask.Text("question"), ask.Choice<Role>("role"));
        ask.Close();
        return read;
    }

    private static Signal[] SignalsOf(YamlMap entry, string key, Lexicon lexicon) =>
        [.. entry.Maps(key, plain: "says").SelectMany(signal => SignalsOf(signal, lexicon))];

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

    [GeneratedRegex("^(GV|ID|PR|DE|RS|RC)\\.[A-Z]{2}$")]
    private static partial Regex CsfCategory();
}
