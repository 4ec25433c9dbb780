using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign.Coverage;

/// <summary>How far people of one role are heard.</summary>
internal sealed record RoleCoverage(Role Role, IReadOnlyList<Hearer> People)
{
    public IReadOnlyList<Hearer> Finished { get; } = [.. People.Where(CoverageRules.IsFinished)];

    public IReadOnlyList<Hearer> Missing { get; } = [.. People.Where(person => !CoverageRules.IsFinished(person))];

    /// <summary>By name; those without one come last, as the empty name.</summary>
    public IReadOnlyList<string> Departments { get; } =
        [.. People.Select(person => person.Member.Department ?? "").Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(name => name.Length == 0).ThenBy(name => name, StringComparer.CurrentCultureIgnoreCase)];
}

/// <summary>How many of those who are asked a question have answered it with words or a choice.</summary>
/// <param name="Unknown">Said that they do not know, or that it is not theirs.</param>
internal sealed record Cell(int Answered, int Unknown, int People);

/// <summary>Question by role by department.</summary>
internal static class CoverageRules
{
    public static bool IsFinished(Hearer person) => person.Interview is { Stage: InterviewStage.PlayingBack or InterviewStage.Confirmed };

    /// <summary>Roles that somebody has, in their order.</summary>
    public static IReadOnlyList<RoleCoverage> Of(IReadOnlyList<Hearer> people) =>
        [.. people.GroupBy(person => person.Member.Role).OrderBy(role => role.Key).Select(role => new RoleCoverage(role.Key, [.. role]))];

    /// <param name="department">Null for all of the role; empty for those without one.</param>
    public static Cell Of(RoleCoverage role, QuestionId question, string? department)
    {
        var people = role.People.Where(person => department is null || string.Equals(person.Member.Department ?? "", department, StringComparison.OrdinalIgnoreCase)).ToArray();
        var given = people.Select(person => person.Interview?.Answer(question)).OfType<Given>().ToArray();
        return new Cell(given.Count(answer => answer.Text is not null), given.Count(answer => answer.Kind is GivenKind.Unknown or GivenKind.NotMine), people.Length);
    }
}
