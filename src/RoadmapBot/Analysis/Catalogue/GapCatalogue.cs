using System.Collections.Frozen;
using RoadmapBot.Analysis.Checks;
using RoadmapBot.Analysis.Classifying;
using RoadmapBot.Analysis.Contradictions;
using RoadmapBot.Analysis.Support;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>Everything that the analyst knows beforehand, loaded once from <c>prompts/catalogue</c>.</summary>
/// <param name="Entries">In the order of their ids.</param>
/// <param name="Unlearned">The signals of entries that the classifier does not know.</param>
/// <param name="Classifier">Learned from the examples; null only while it is being learned.</param>
internal sealed record GapCatalogue(Lexicon Lexicon, IReadOnlyList<GapEntry> Entries, ObjectiveRules Objectives, SignalIndex<GapEntry> Unlearned, ClaimWords Claims, SupportCatalogue Support, Checklists Checks, InactionClasses Inaction, LessonSigns Lessons,
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
        var checks = Checklists.Read(folder, lexicon, faults);
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
        var lessons = LessonSigns.Read(folder, lexicon, faults);
        if (faults.Count > 0)
            throw new YamlFaultsException(faults); // what cannot be read is no unknown gap as well
        var inaction = InactionClasses.Read(folder, lexicon, [.. all.Select(entry => entry.Id)], faults);
        return faults.Count == 0 ? new GapCatalogue(lexicon, all, objectives, new SignalIndex<GapEntry>(lexicon.Symbols, all.Where(entry => classifier?.Knows(entry.Id) is not true).SelectMany(entry => entry.Signals.Select(signal => (entry, signal)))), claims!, support!, checks, inaction!, lessons!, classifier) : throw new YamlFaultsException(faults);
    }

    private static GapEntry Read(string id, YamlMap entry, Domain domain, Lexicon lexicon)
    {
        if (entry.Maps("signals", plain: "says").Count == 0)
            entry.Fault("\"signals\" holds none.", "Say what shows the gap.");
        var read = new GapEntry(
            id, entry.Text("title"), entry.Text("statement"), domain, entry.Choice<GapKind>("kind"), entry.Csf(),
            entry.Number("likelihood", 1, Most), entry.Number("impact", 1, Most), entry.Flag("general"), entry.Flag("growth"),
            entry.SomeOf<ObjectiveClass>("serves"), entry.Signals("signals", lexicon), entry.Signals("counters", lexicon),
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
}
