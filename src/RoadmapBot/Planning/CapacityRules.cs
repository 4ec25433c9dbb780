using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>
/// What the people can give. Stated hours are a limit. Where IT's are not stated they are reckoned from its staff, and what goes beyond them is bought.
/// Security and applications without hours of their own are the same people as IT; departments and suppliers without stated hours have no limit.
/// </summary>
internal static class CapacityRules
{
    /// <summary>A third of a person's month: our assumption, the rest is daily work.</summary>
    private const int HoursPerItPerson = 48;

    /// <summary>Roughly how many people one member of an IT team looks after; only where the team's size is not known.</summary>
    private const int HeadsPerItPerson = 70;

    private const int AssumedItStaff = 2;

    public static Limits Of(PlanningFrame frame, Organisation organisation) => new(
        new FiscalCalendar(frame.Start, frame.FiscalYearFrom), frame.BudgetPerQuarter, frame.HoursPerMonth.ToDictionary(one => one.Team, one => one.Hours),
        frame.HoursOf(Team.It) is null ? OwnHours(organisation) : null);

    /// <summary>IT's hours for the roadmap in a month, where nobody has stated them.</summary>
    public static int OwnHours(Organisation organisation) =>
        HoursPerItPerson * (organisation.ItStaff ?? (organisation.Headcount is { } heads ? Math.Max(1, heads / HeadsPerItPerson) : AssumedItStaff));

    /// <summary>The same hours, by the teams whose people give them.</summary>
    public static IReadOnlyList<TeamHours> Carried(IReadOnlyList<TeamHours> effort, PlanningFrame frame) =>
    [
        .. effort.GroupBy(one => one.Team is Team.Security or Team.Applications && frame.HoursOf(one.Team) is null ? Team.It : one.Team)
            .OrderBy(team => team.Key).Select(team => new TeamHours(team.Key, team.Sum(one => one.Hours))),
    ];
}
