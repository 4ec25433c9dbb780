using System.Text.Json.Serialization;
using RoadmapBot.Conversation;

namespace RoadmapBot.Engagements;

/// <summary>Who does the work of an initiative.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Team>))]
internal enum Team
{
    It,
    Security,
    Applications,
    Departments,
    Supplier,
}

/// <summary>How initiatives are put in order; the formulas stand with the rules in <c>Planning</c>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PriorityMethod>))]
internal enum PriorityMethod
{
    /// <summary>Impact, risk and effort, weighted; what enhances security or serves revenue rises.</summary>
    Weighted,

    /// <summary>Weighted shortest job first: cost of delay by size of the job.</summary>
    Wsjf,

    /// <summary>Reach times impact times confidence, by effort.</summary>
    Rice,

    /// <summary>Likelihood times impact, five by five.</summary>
    RiskMatrix,
}

/// <param name="Hours">Not negative.</param>
internal sealed record TeamHours(Team Team, int Hours);

/// <summary>An initiative has to have ended by that day.</summary>
internal sealed record Deadline(string Initiative, DateOnly By);

/// <summary>The order that a group found in a blind scoring round and that an owner took over.</summary>
/// <param name="Round">The round's number.</param>
/// <param name="Initiatives">Their ids, the foremost first.</param>
internal sealed record GroupOrder(int Round, IReadOnlyList<string> Initiatives, PersonId By, string ByName, DateTimeOffset At);

/// <summary>What a roadmap has to keep within: time, money, people, and what its owner has decided.</summary>
/// <param name="Start">The first day of the roadmap's first month.</param>
/// <param name="Currency">ISO 4217, for instance <c>EUR</c>.</param>
/// <param name="FiscalYearFrom">The month in which the fiscal year begins, 1 to 12.</param>
/// <param name="BudgetPerQuarter">Whole units of the currency for each quarter of the fiscal year; null for no limit.</param>
/// <param name="HoursPerMonth">What a team can give to the roadmap in a month, at most one entry for each team. A team without an entry is reckoned by the planner.</param>
/// <param name="ForcedIn">Ids of initiatives that come before all others.</param>
/// <param name="LeftOut">Ids of initiatives that are not to be done.</param>
internal sealed record PlanningFrame(
    DateOnly Start, string Currency, int FiscalYearFrom, long? BudgetPerQuarter, IReadOnlyList<TeamHours> HoursPerMonth, PriorityMethod Method,
    IReadOnlyList<string> ForcedIn, IReadOnlyList<string> LeftOut, IReadOnlyList<Deadline> Deadlines)
{
    /// <summary>Comes before the reckoned order; null for that alone.</summary>
    public GroupOrder? Group { get; init; }

    /// <summary>Where nobody has decided anything but the start: calendar years, no limits but those of the people there are.</summary>
    public static PlanningFrame From(DateOnly start, string currency) => new(start, currency, 1, null, [], PriorityMethod.Weighted, [], [], []);

    /// <returns>Null where nobody has said it.</returns>
    public int? HoursOf(Team team) => HoursPerMonth.FirstOrDefault(one => one.Team == team)?.Hours;
}
