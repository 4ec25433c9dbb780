using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Planning;

/// <summary>The teams as people call them, and what each has to do.</summary>
internal static class TeamNames
{
    private const double HoursPerDay = 8;

    public static string Of(Team team) => team switch
    {
        Team.It => PlanningTexts.TeamIt,
        Team.Security => PlanningTexts.TeamSecurity,
        Team.Applications => PlanningTexts.TeamApplications,
        Team.Departments => PlanningTexts.TeamDepartments,
        Team.Supplier => PlanningTexts.TeamSupplier,
        _ => throw new ArgumentOutOfRangeException(nameof(team), team, null),
    };

    /// <summary>Working days by team, for instance "IT 8 days, suppliers 3 days".</summary>
    public static string InDays(IReadOnlyList<TeamHours> effort) =>
        string.Join(", ", effort.Select(one => PlanningTexts.TeamDays.With(Of(one.Team), Math.Ceiling(one.Hours / HoursPerDay))));
}
