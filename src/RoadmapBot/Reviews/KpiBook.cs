using System.Text.Json.Serialization;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Reviews;

[JsonConverter(typeof(JsonStringEnumConverter<KpiDirection>))]
internal enum KpiDirection
{
    /// <summary>The more, the better.</summary>
    Up,
    Down,
}

/// <summary>How often a KPI is measured.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Rhythm>))]
internal enum Rhythm
{
    Weekly,
    Monthly,
    Quarterly,
}

/// <summary>What an engagement measures success by, and everything that was measured.</summary>
/// <param name="Kpis">At most one of an id.</param>
/// <param name="Readings">In the order in which they were told; only ever added to. Of two for one day the later counts.</param>
internal sealed record KpiBook(EngagementId Engagement, IReadOnlyList<ChosenKpi> Kpis, IReadOnlyList<Reading> Readings)
{
    public static KpiBook Empty(EngagementId engagement) => new(engagement, [], []);

    public ChosenKpi? Find(string? id) => Kpis.FirstOrDefault(kpi => kpi.Id == id);

    public KpiBook With(ChosenKpi kpi) => this with { Kpis = Find(kpi.Id) is { } before ? [.. Kpis.Select(one => one == before ? kpi : one)] : [.. Kpis, kpi] };

    public KpiBook Without(string id) => this with { Kpis = [.. Kpis.Where(kpi => kpi.Id != id)] };

    public KpiBook With(IEnumerable<Reading> readings) => this with { Readings = [.. Readings, .. readings] };
}

/// <param name="Id">The catalogue's.</param>
/// <param name="Baseline">What it was before the work began; null until somebody has measured it.</param>
internal sealed record ChosenKpi(
    string Id, KpiCategory Category, string Name, string Unit, KpiDirection Direction, decimal? Baseline, decimal Target, Rhythm Rhythm, PersonId By, string ByName, DateTimeOffset At);

internal sealed record Reading(string Kpi, DateOnly On, decimal Value, PersonId By, string ByName, DateTimeOffset At);
