using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Discovery;

namespace RoadmapBot.Planning;

/// <summary>What can be done about the catalogue's gaps, and how it is measured; loaded once from <c>prompts/catalogue</c>.</summary>
internal sealed record InitiativeLibrary(IReadOnlyDictionary<string, InitiativeEntry> Entries, IReadOnlyDictionary<string, Kpi> Kpis, GapCatalogue Gaps)
{
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
            (maps[id], entries[id]) = (map, InitiativeReader.Read(id, map, kpis, gaps.Lexicon));
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
}
