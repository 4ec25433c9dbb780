using System.Globalization;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Discovery;

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

    /// <exception cref="YamlFaultsException">Something is wrong in the files, or a name in them leads nowhere; lists every fault.</exception>
    public static InitiativeLibrary Load(string folder, GapCatalogue gaps)
    {
        var faults = new List<YamlFault>();
        var kpis = YamlFiles.Load(folder, "kpis.yaml", faults) is { } kpiFile ? KpisOf(kpiFile) : null;
        if (YamlFiles.Load(folder, "initiatives.yaml", faults) is not { } file || kpis is null)
            throw new YamlFaultsException(faults);

        var entries = new Dictionary<string, InitiativeEntry>(StringComparer.Ordinal);
        var maps = new Dictionary<string, YamlMap>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in file.Maps("initiatives"))
        {
            var id = source.Id(ids);
            var map = source.At($"initiative {id}");
            (maps[id], entries[id]) = (map, Read(id, map, kpis, gaps.Lexicon));
        }
        file.Close();

        foreach (var entry in entries.Values)
        {
            var map = maps[entry.Id];
            foreach (var unknown in entry.After.Where(id => !entries.ContainsKey(id)))
                map.Fault("after", $"\"after\" names the unknown initiative \"{unknown}\".", "Add it, or correct the name.", item: unknown);
            if (Reaches(entries, entry.Id, entry.Id, []))
                map.Fault("after", "\"after\" leads back to the initiative itself.", "Remove one of the steps of that circle.");
        }
        foreach (var gap in gaps.Entries)
            foreach (var unknown in gap.Initiatives.Where(id => !entries.ContainsKey(id)))
                faults.Add(new YamlFault($"gaps-{gap.Domain.ToString().ToLowerInvariant()}.yaml", null, $"gap {gap.Id}",
                    $"\"initiatives\" names the unknown initiative \"{unknown}\".", "Add it to initiatives.yaml, or correct the name."));
        return faults.Count == 0 ? new InitiativeLibrary(entries, kpis, gaps) : throw new YamlFaultsException(faults);
    }

    private static bool Reaches(Dictionary<string, InitiativeEntry> entries, string from, string goal, HashSet<string> seen) =>
        entries.TryGetValue(from, out var entry) && entry.After.Any(id => id == goal || (seen.Add(id) && Reaches(entries, id, goal, seen)));

    private static Dictionary<string, Kpi> KpisOf(YamlMap file)
    {
        var kpis = new Dictionary<string, Kpi>(StringComparer.Ordinal);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in file.Maps("kpis"))
        {
            var id = source.Id(ids);
            var kpi = source.At($"kpi {id}");
            kpis[id] = new Kpi(id, kpi.Choice<KpiCategory>("category"), kpi.Text("name"), kpi.Text("unit"), kpi.Text("target"));
            kpi.Close();
        }
        file.Close();
        return kpis;
    }

    private static InitiativeEntry Read(string id, YamlMap source, Dictionary<string, Kpi> kpis, Lexicon lexicon)
    {
        var entry = new InitiativeEntry(
            id, source.Text("title"), source.Text("objective"), source.Choice<Domain>("domain"), source.Number("months", 1, LongestMonths),
            source.Filled("steps"), CostOf(source), source.Text("returns"), OutcomesOf(source, kpis), source.Text("owner"),
            source.Filled("handoffs"), source.Filled("effects"), source.Filled("needs"), source.Filled("gives"),
            source.Number("resources", 1, 5), source.Number("days", 1, 1000), source.Texts("after"), source.Concepts("about", lexicon));
        source.Close();
        return entry;
    }

    private static Outcome[] OutcomesOf(YamlMap source, Dictionary<string, Kpi> kpis)
    {
        if (source.NeededMap("outcomes") is not { } outcomes)
            return [];
        if (!outcomes.Keys.Any())
            outcomes.Fault("\"outcomes\" holds none.", "Name a KPI and its target.");
        foreach (var unknown in outcomes.Keys.Where(kpi => !kpis.ContainsKey(kpi)))
            outcomes.Fault(unknown, $"\"outcomes\" names the unknown KPI \"{unknown}\".", "Add it to kpis.yaml, or correct the name.");
        return [.. outcomes.Keys.Select(kpi => new Outcome(kpi, null, outcomes.Text(kpi)))];
    }

    private static CostModel CostOf(YamlMap source)
    {
        if (source.NeededMap("cost") is not { } cost)
            return new CostModel(default, default, default, default, 0, 0, 0, "");
        var model = new CostModel(
            RangeOf(cost, "fixed"), RangeOf(cost, "perHead"), RangeOf(cost, "perDevice"), RangeOf(cost, "perSite"), Amount(cost, "yearly"),
            Amount(cost, "yearlyPerHead"), Amount(cost, "yearlyPerSite"), cost.Text("basis"));
        cost.Close();
        return model;
    }

    private static long Amount(YamlMap cost, string key) => cost.Has(key) ? cost.Number(key, 0, int.MaxValue) : 0;

    private static Range RangeOf(YamlMap cost, string key)
    {
        var ends = cost.Texts(key).Select(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (ends is [var low and >= 0, var high] && high >= low)
            return new Range(low, high);
        if (cost.Has(key))
            cost.Fault(key, $"\"{key}\" is no range.", "Write [low, high], whole numbers and not negative.");
        return default;
    }
}
