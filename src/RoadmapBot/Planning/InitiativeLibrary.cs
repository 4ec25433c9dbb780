using System.Globalization;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Catalogue;

namespace RoadmapBot.Planning;

/// <summary>A rough price: a range once and an amount per year, each a fixed part and parts for each person, device and site.</summary>
internal sealed record CostModel(Range Fixed, Range PerHead, Range PerDevice, Range PerSite, long YearlyFixed, long YearlyPerHead, long YearlyPerSite, string Basis);

/// <summary>Whole units of the currency.</summary>
internal readonly record struct Range(long Low, long High);

/// <summary>An initiative that any organisation might need.</summary>
/// <param name="Resources">1 (little) to 5 (much).</param>
/// <param name="StaffDays">Working days of the organisation's own people.</param>
/// <param name="After">Ids of entries that come first, where they are planned too.</param>
/// <param name="About">Concepts by which a stated amount is known to belong to it.</param>
internal sealed record InitiativeEntry(
    string Id, string Title, string Objective, Domain Domain, int Months, IReadOnlyList<string> Milestones, CostModel Cost, string Return,
    IReadOnlyList<Outcome> Outcomes, string Owner, IReadOnlyList<string> Handoffs, IReadOnlyList<string> Effects, IReadOnlyList<string> NeedsFromTeams,
    IReadOnlyList<string> TeamsNeed, int Resources, int StaffDays, IReadOnlyList<string> After, IReadOnlyList<string> About);

/// <summary>What can be done about the catalogue's gaps, and how it is measured; loaded once from <c>prompts/catalogue</c>.</summary>
internal sealed record InitiativeLibrary(IReadOnlyDictionary<string, InitiativeEntry> Entries, IReadOnlyDictionary<string, Kpi> Kpis, GapCatalogue Gaps)
{
    private const int LongestMonths = 18;

    /// <exception cref="CatalogueException">A file is missing or faulty, or a name in it leads nowhere.</exception>
    public static InitiativeLibrary Load(string folder, GapCatalogue gaps)
    {
        var kpis = KpisOf(YamlEntry.Load(Path.Combine(folder, "kpis.yaml")));
        var file = YamlEntry.Load(Path.Combine(folder, "initiatives.yaml"));
        var entries = new Dictionary<string, InitiativeEntry>(StringComparer.Ordinal);
        var sources = file.Entries("initiatives");
        file.NothingElse();
        foreach (var source in sources)
        {
            var entry = Read(source, kpis, gaps.Lexicon);
            if (!entries.TryAdd(entry.Id, entry))
                throw source.Fault("the id is there twice: choose another.");
        }
        foreach (var source in sources)
            if (entries[source.Text("id")].After.FirstOrDefault(id => !entries.ContainsKey(id)) is { } unknown)
                throw source.Fault($"\"after\" names the unknown initiative \"{unknown}\": add it, or correct the name.");
        foreach (var source in sources)
            if (Reaches(entries, source.Text("id"), source.Text("id"), []))
                throw source.Fault("\"after\" leads back to the initiative itself: remove one of the steps of that circle.");
        foreach (var gap in gaps.Entries)
            if (gap.Initiatives.FirstOrDefault(id => !entries.ContainsKey(id)) is { } unknown)
                throw new CatalogueException(
                    $"gaps-{gap.Domain.ToString().ToLowerInvariant()}.yaml ({gap.Id}): \"initiatives\" names the unknown initiative \"{unknown}\": add it to initiatives.yaml, or correct the name.");
        return new InitiativeLibrary(entries, kpis, gaps);
    }

    private static bool Reaches(Dictionary<string, InitiativeEntry> entries, string from, string goal, HashSet<string> seen) =>
        entries[from].After.Any(id => id == goal || (seen.Add(id) && Reaches(entries, id, goal, seen)));

    private static Dictionary<string, Kpi> KpisOf(YamlEntry file)
    {
        var kpis = new Dictionary<string, Kpi>(StringComparer.Ordinal);
        foreach (var entry in file.Entries("kpis"))
        {
            var kpi = new Kpi(entry.Text("id"), entry.Choice<KpiCategory>("category"), entry.Text("name"), entry.Text("unit"), entry.Text("target"));
            entry.NothingElse();
            if (!kpis.TryAdd(kpi.Id, kpi))
                throw entry.Fault("the id is there twice: choose another.");
        }
        file.NothingElse();
        return kpis;
    }

    private static InitiativeEntry Read(YamlEntry source, Dictionary<string, Kpi> kpis, Lexicon lexicon)
    {
        var entry = new InitiativeEntry(
            source.Text("id"), source.Text("title"), source.Text("objective"), source.Choice<Domain>("domain"), source.Number("months", 1, LongestMonths),
            Filled(source, "steps"), CostOf(source.Entry("cost")), source.Text("returns"), OutcomesOf(source, kpis), source.Text("owner"),
            Filled(source, "handoffs"), Filled(source, "effects"), Filled(source, "needs"), Filled(source, "gives"),
            source.Number("resources", 1, 5), source.Number("days", 1, 1000), source.Texts("after"), source.Texts("about"));
        if (entry.About.FirstOrDefault(name => !lexicon.Concepts.ContainsKey(name)) is { } unknown)
            throw source.Fault($"\"about\" names the unknown concept \"{unknown}\": add it to a lexicon file, or correct the name.");
        source.NothingElse();
        return entry;
    }

    private static string[] Filled(YamlEntry source, string key) =>
        source.Texts(key) is { Length: > 0 } texts ? texts : throw source.Fault($"\"{key}\" is missing: list at least one.");

    private static Outcome[] OutcomesOf(YamlEntry source, Dictionary<string, Kpi> kpis)
    {
        var outcomes = source.Entry("outcomes");
        var read = outcomes.Keys.Select(kpi => kpis.ContainsKey(kpi)
            ? new Outcome(kpi, null, outcomes.Text(kpi))
            : throw outcomes.Fault($"\"outcomes\" names the unknown KPI \"{kpi}\": add it to kpis.yaml, or correct the name.")).ToArray();
        return read.Length > 0 ? read : throw source.Fault("\"outcomes\" is empty: name a KPI and its target.");
    }

    private static CostModel CostOf(YamlEntry cost)
    {
        var model = new CostModel(
            RangeOf(cost, "fixed"), RangeOf(cost, "perHead"), RangeOf(cost, "perDevice"), RangeOf(cost, "perSite"), Amount(cost, "yearly"),
            Amount(cost, "yearlyPerHead"), Amount(cost, "yearlyPerSite"), cost.Text("basis"));
        cost.NothingElse();
        return model;
    }

    private static long Amount(YamlEntry cost, string key) => cost.Number(key, 0, int.MaxValue, whereAbsent: 0);

    private static Range RangeOf(YamlEntry cost, string key)
    {
        var ends = cost.Texts(key).Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : -1).ToArray();
        return ends switch
        {
            [] => default,
            [var low and >= 0, var high] when high >= low => new Range(low, high),
            _ => throw cost.Fault($"\"{key}\" must be [low, high], whole numbers and not negative."),
        };
    }
}
