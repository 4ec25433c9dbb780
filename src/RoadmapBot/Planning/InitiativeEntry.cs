using RoadmapBot.Analysis;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>A rough price: a range once and an amount per year, each a fixed part and parts for each person, device and site.</summary>
internal sealed record CostModel(Range Fixed, Range PerHead, Range PerDevice, Range PerSite, long YearlyFixed, long YearlyPerHead, long YearlyPerDevice, long YearlyPerSite, string Basis);

/// <summary>Whole units of the currency.</summary>
internal readonly record struct Range(long Low, long High);

/// <summary>Who or what joins an organisation.</summary>
internal enum Arrival
{
    People,
    Sites,
}

/// <summary>An initiative that any organisation might need.</summary>
/// <param name="Resources">1 (little) to 5 (much).</param>
/// <param name="Milestones">In the order in which they are reached.</param>
/// <param name="Effort">Of every team that has any.</param>
/// <param name="After">Ids of entries that come first, where they are planned too.</param>
/// <param name="About">Concepts by which a stated amount is known to belong to it.</param>
/// <param name="Arrivals">Who needs what it brings on the very day of joining.</param>
internal sealed record InitiativeEntry(
    string Id, string Title, string Objective, Domain Domain, int Months, IReadOnlyList<string> Milestones, CostModel Cost, string Return,
    IReadOnlyList<Outcome> Outcomes, string Owner, IReadOnlyList<string> Handoffs, IReadOnlyList<string> Effects, IReadOnlyList<string> NeedsFromTeams,
    IReadOnlyList<string> TeamsNeed, int Resources, IReadOnlyList<TeamHours> Effort, IReadOnlyList<string> After, IReadOnlyList<string> About,
    IReadOnlyList<Arrival> Arrivals);
