using System.Text.Json.Serialization;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>When an initiative begins and ends; <see cref="Phases"/> has the months.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Phase>))]
internal enum Phase
{
    Short,
    Mid,
    Long,
}

[JsonConverter(typeof(JsonStringEnumConverter<Basis>))]
internal enum Basis
{
    /// <summary>A stakeholder said it, and is cited.</summary>
    Stated,

    /// <summary>From the library's cost model; the note names what it rests on.</summary>
    Assumption,
}

[JsonConverter(typeof(JsonStringEnumConverter<KpiCategory>))]
internal enum KpiCategory
{
    Uptime,

    /// <summary>Mean time from report to resolution.</summary>
    Mttr,
    SecurityIncidents,
    CostPerTicket,
    Productivity,
    Milestones,
}

/// <param name="Low">Once, in whole units of the currency.</param>
/// <param name="High">Once, in whole units of the currency; not below <paramref name="Low"/>.</param>
/// <param name="RecurringPerYear">In whole units of the currency.</param>
/// <param name="Note">What the figures rest on.</param>
/// <param name="Evidence">The receipts of a stated amount; empty for an assumption.</param>
internal sealed record Cost(long Low, long High, string Currency, long RecurringPerYear, Basis Basis, string Note, IReadOnlyList<Receipt> Evidence);

[JsonConverter(typeof(JsonStringEnumConverter<ReturnClass>))]
internal enum ReturnClass
{
    HoursSaved,
    LossAvoided,
    RevenueProtected,
}

/// <param name="Statement">In words, with the arithmetic where it is stated.</param>
/// <param name="Evidence">The receipts of what was stated; empty for an assumption.</param>
internal sealed record Return(string Statement, Basis Basis, ReturnClass Class, IReadOnlyList<Receipt> Evidence);

/// <param name="Kpi">A <see cref="Planning.Kpi"/>'s id.</param>
/// <param name="Baseline">Null until somebody has measured it.</param>
internal sealed record Outcome(string Kpi, string? Baseline, string Target);

/// <param name="Rank">1 is first.</param>
/// <param name="Score">By the frame's method, the higher the sooner; <paramref name="Why"/> shows the arithmetic.</param>
/// <param name="Impact">1 to 5.</param>
/// <param name="Risk">1 to 5.</param>
/// <param name="Resources">1 (little) to 5 (much).</param>
/// <param name="ByMethod">Where each method puts it, the frame's own among them.</param>
/// <param name="Sources">What each figure comes from, in words.</param>
/// <param name="Stays">In per cent: how often it stays among the first, or behind them, when the formula is weighed differently; see <see cref="Stability"/>.</param>
internal sealed record Priority(
    int Rank, double Score, int Impact, int Risk, int Resources, string Why, IReadOnlyList<MethodRank> ByMethod, IReadOnlyList<string> Sources, int Stays);

/// <param name="Rank">1 is first.</param>
/// <param name="Why">The arithmetic in words.</param>
internal sealed record MethodRank(PriorityMethod Method, int Rank, string Why);

/// <param name="Month">Counted from one within the initiative; it is reached by the end of it.</param>
internal sealed record Milestone(string Name, int Month)
{
    /// <summary>With its month in the calendar.</summary>
    public string InWords(DateOnly start) => PlanningTexts.MilestoneBy.With(start.AddMonths(Month - 1), Name);

    /// <summary>Steps of an initiative, evenly over its months.</summary>
    public static IReadOnlyList<Milestone> Over(int months, IReadOnlyList<string> steps) =>
        [.. steps.Select((step, index) => new Milestone(step, Math.Max(1, months * (index + 1) / steps.Count)))];
}

/// <param name="By">The day by which it has to have ended.</param>
/// <param name="Why">Who or what sets it.</param>
internal sealed record Due(DateOnly By, string Why);

/// <summary>What an initiative does so that it does not go as past projects went.</summary>
/// <param name="Evidence">What was said of those projects; at least one.</param>
internal sealed record Guard(string Text, IReadOnlyList<Receipt> Evidence);

/// <summary>Something to do, in time.</summary>
/// <param name="Id">The library entry.</param>
/// <param name="Start">The first day of its first month.</param>
/// <param name="NeedsFromTeams">What IT needs from other teams.</param>
/// <param name="TeamsNeed">What other teams need from IT meanwhile.</param>
/// <param name="Effort">In all its months together, of every team that has any.</param>
/// <param name="Bought">Hours of the effort that own people cannot give: to be bought, or freed elsewhere. They are in no cost.</param>
/// <param name="Due">Null for none.</param>
/// <param name="Addresses">Ids of gaps; at least one.</param>
/// <param name="Objectives">Indexes into the analysis' objectives; at least one.</param>
/// <param name="DependsOn">Ids of initiatives of the same plan that end before this one starts.</param>
/// <param name="Assumes">Titles of what has to come before it too and is not planned: nobody said that it is missing.</param>
/// <param name="Guards">What past projects teach it.</param>
internal sealed record Initiative(
    string Id, string Title, string Objective, Phase Phase, DateOnly Start, int Months, IReadOnlyList<Milestone> Milestones, Cost Cost, Return Return,
    IReadOnlyList<Outcome> Outcomes, string Owner, IReadOnlyList<string> Handoffs, IReadOnlyList<string> Effects, IReadOnlyList<string> NeedsFromTeams,
    IReadOnlyList<string> TeamsNeed, IReadOnlyList<TeamHours> Effort, int Bought, Due? Due, Priority Priority, IReadOnlyList<string> Addresses, IReadOnlyList<int> Objectives,
    IReadOnlyList<string> DependsOn, IReadOnlyList<string> Assumes, IReadOnlyList<Guard> Guards);

internal sealed record Kpi(string Id, KpiCategory Category, string Name, string Unit, string Target);

/// <summary>A roadmap of 36 months.</summary>
/// <param name="Frame">What it was drafted within.</param>
/// <param name="Initiatives">By start, then by rank.</param>
/// <param name="Kpis">Those that an initiative is measured by.</param>
/// <param name="Stability">Of the order of priority.</param>
internal sealed record Plan(
    PlanningFrame Frame, IReadOnlyList<Initiative> Initiatives, IReadOnlyList<Kpi> Kpis, Stability Stability, IReadOnlyList<Warning> Warnings)
{
    [JsonIgnore]
    public DateOnly Start => Frame.Start;

    [JsonIgnore]
    public string Currency => Frame.Currency;
}
