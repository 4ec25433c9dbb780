using System.Globalization;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>Reads one entry of <c>initiatives.yaml</c>; what is wrong with it goes to the mapping's faults.</summary>
internal static class InitiativeReader
{
    private const int LongestMonths = 18;
    private const int LongestDays = 1000;
    private const int HoursPerDay = 8;

    private static readonly (string Key, Team Team)[] Teams = [.. Enum.GetValues<Team>().Select(team => (team.ToString().ToLowerInvariant(), team))];

    public static InitiativeEntry Read(string id, YamlMap source, Dictionary<string, Kpi> kpis, Lexicon lexicon)
    {
        var entry = new InitiativeEntry(
            id, source.Text("title"), source.Text("objective"), source.Choice<Domain>("domain"), source.Number("months", 1, LongestMonths),
            source.Filled("steps"), CostOf(source), source.Text("returns"), OutcomesOf(source, kpis), source.Text("owner"),
            source.Filled("handoffs"), source.Filled("effects"), source.Filled("needs"), source.Filled("gives"),
            source.Number("resources", 1, 5), EffortOf(source), source.Texts("after"), source.Concepts("about", lexicon), source.SomeOf<Arrival>("arrivals"));
        source.Close();
        return entry;
    }

    private static TeamHours[] EffortOf(YamlMap source)
    {
        if (source.NeededMap("effort") is not { } effort)
            return [];
        TeamHours[] teams = [.. Teams.Where(team => effort.Has(team.Key)).Select(team => new TeamHours(team.Team, effort.Number(team.Key, 1, LongestDays) * HoursPerDay))];
        if (teams.Length == 0)
            effort.Fault("\"effort\" holds none.", "Name a team and its working days.");
        effort.Close();
        return teams;
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
            return new CostModel(default, default, default, default, 0, 0, 0, 0, "");
        var model = new CostModel(
            RangeOf(cost, "fixed"), RangeOf(cost, "perHead"), RangeOf(cost, "perDevice"), RangeOf(cost, "perSite"), Amount(cost, "yearly"),
            Amount(cost, "yearlyPerHead"), Amount(cost, "yearlyPerDevice"), Amount(cost, "yearlyPerSite"), cost.Text("basis"));
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
