using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>What of a reporter may stand beside the words: a department or role only where at least five members share it.</summary>
internal static class Hiding
{
    /// <summary>So many people hide one.</summary>
    public const int Least = 5;

    /// <returns>The department where it hides the person, and the role where that together with the department still does.</returns>
    public static (string? Department, Role? Role) Of(IReadOnlyList<Member> members, Member me)
    {
        var named = Named(members, DepartmentOf);
        var department = Told(named, me);
        var roles = Named([.. members.Where(member => Told(named, member) == department)], member => member.Role.ToString());
        return (department is null ? null : me.Department, Told(roles, me) is null ? null : me.Role);

        static string? Told((HashSet<string> Names, Func<Member, string?> NameOf) named, Member member) =>
            named.NameOf(member) is { } name && named.Names.Contains(name) ? name : null;
    }

    /// <summary>
    /// The names that enough people bear. Who bears none of them must have enough company too: where all but the one executive have a name, having
    /// none is a name.
    /// </summary>
    private static (HashSet<string> Names, Func<Member, string?> NameOf) Named(IReadOnlyList<Member> members, Func<Member, string?> nameOf)
    {
        var left = members.Select(nameOf).OfType<string>().CountBy(name => name, StringComparer.Ordinal)
            .Where(name => name.Value >= Least).OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal).ToList();
        while (left.Count > 0 && members.Count - left.Sum(name => name.Value) is > 0 and < Least)
            left.RemoveAt(left.Count - 1);
        return ([.. left.Select(name => name.Key)], nameOf);
    }

    private static string? DepartmentOf(Member member) => member.Department?.Trim().ToUpperInvariant();
}
