using RoadmapBot.Analysis;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>Something to be put into time.</summary>
/// <param name="Urgency">By it, after what is forced, candidates take their places.</param>
/// <param name="Wish">The earliest phase that it is meant for.</param>
/// <param name="Hours">In all its months together, by the team that carries them.</param>
/// <param name="Once">In whole units of the currency, spread over its months.</param>
/// <param name="PerYear">In whole units of the currency, from its end on.</param>
/// <param name="After">Ids of candidates that end before it begins.</param>
/// <param name="Due">The month, counted from zero, before which it has to have ended; null for none. May lie in the past.</param>
/// <param name="IsForced">Its owner wants it whatever else has to wait.</param>
internal sealed record Candidate(
    string Id, int Rank, Bucket Urgency, Phase Wish, int Months, IReadOnlyList<TeamHours> Hours, long Once, long PerYear, IReadOnlyList<string> After,
    int? Due = null, bool IsForced = false);

/// <summary>What a schedule has to keep within.</summary>
/// <param name="BudgetPerQuarter">Whole units of the currency for a whole quarter, a cut quarter its share; null for no limit.</param>
/// <param name="Hours">For each month. A team without an entry has no limit.</param>
/// <param name="OwnHours">IT's hours for each month where nobody has stated them: what goes beyond is bought rather than dropped. Null where they are stated.</param>
internal sealed record Limits(FiscalCalendar Calendar, long? BudgetPerQuarter, IReadOnlyDictionary<Team, int> Hours, int? OwnHours);

/// <param name="Month">The first month, counted from zero.</param>
/// <param name="Bought">Hours beyond what IT's own people can give.</param>
internal readonly record struct Slot(Phase Phase, int Month, int Bought);

/// <summary>Why a candidate has no slot: the limit that stood in its way where it came closest to one.</summary>
internal abstract record Obstacle
{
    /// <param name="Missing">Whole units of the currency.</param>
    internal sealed record Budget(FiscalQuarter Quarter, long Missing) : Obstacle;

    internal sealed record Hours(Team Team, FiscalQuarter Quarter, long Missing) : Obstacle;

    /// <summary>What it stands on has no slot itself.</summary>
    internal sealed record Without(string Before) : Obstacle;

    /// <summary>It is longer than what is left of every phase after what it stands on.</summary>
    internal sealed record Time : Obstacle;
}

/// <summary>Every candidate is in one of the two.</summary>
internal sealed record Schedule(IReadOnlyDictionary<string, Slot> Slots, IReadOnlyDictionary<string, Obstacle> LeftOver);
