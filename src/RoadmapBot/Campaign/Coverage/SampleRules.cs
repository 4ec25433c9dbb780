using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign.Coverage;

/// <summary>A department's part in the sample of end users.</summary>
/// <param name="People">Who use IT there.</param>
/// <param name="Wanted">How many of them should be heard.</param>
/// <param name="Seated">How many take part.</param>
internal sealed record SamplePart(string Department, int People, int Wanted, int Seated)
{
    public int Short => Math.Max(0, Wanted - Seated);
}

/// <param name="Over">Departments with more than twice their share of those who take part.</param>
/// <param name="Elsewhere">End users who take part and are in no department that has a size.</param>
internal sealed record Sample(IReadOnlyList<SamplePart> Parts, IReadOnlyList<string> Over, int Elsewhere)
{
    public int Wanted => Parts.Sum(part => part.Wanted);

    public int Short => Parts.Sum(part => part.Short);
}

/// <summary>
/// Whether those end users who take part stand for all. How many are wanted is a rule of thumb, the square root of those there are, from
/// <see cref="Least"/> to <see cref="Most"/>: what people tell in interviews repeats itself long before a share of everybody is heard.
/// </summary>
internal static class SampleRules
{
    public const int Least = 5;
    public const int Most = 30;

    public static int Wanted(int people) => Math.Min(people, Math.Clamp((int)Math.Ceiling(Math.Sqrt(people)), Least, Most));

    /// <summary>By size, the largest remainder first; everybody's department is heard by one at least.</summary>
    /// <returns>For each size, in their order.</returns>
    public static IReadOnlyList<int> Split(IReadOnlyList<int> sizes)
    {
        var total = sizes.Sum();
        var wanted = Math.Max(sizes.Count, Wanted(total));
        var split = sizes.Select(size => Math.Max(1, (int)((long)wanted * size / total))).ToArray();
        foreach (var at in Enumerable.Range(0, sizes.Count).OrderByDescending(at => (long)wanted * sizes[at] % total).ThenByDescending(at => sizes[at]))
        {
            if (split.Sum() < wanted && split[at] < sizes[at])
                split[at]++;
        }

        return split;
    }

    public static Sample Of(IReadOnlyList<DepartmentSize> sizes, IReadOnlyList<Member> members)
    {
        var users = members.Where(member => member.Role is Role.EndUser).ToArray();
        var split = sizes.Count == 0 ? [] : Split([.. sizes.Select(size => size.People)]);
        SamplePart[] parts = [.. sizes.Select((size, at) => new SamplePart(size.Department, size.People, split[at], users.Count(user => IsIn(user, size.Department))))];
        var (total, seated) = (parts.Sum(part => part.People), parts.Sum(part => part.Seated));
        return new Sample(
            parts, [.. parts.Where(part => part.Seated > part.Wanted && (long)part.Seated * total > 2L * seated * part.People).Select(part => part.Department)], users.Length - seated);
    }

    private static bool IsIn(Member user, string department) => string.Equals(user.Department, department, StringComparison.OrdinalIgnoreCase);
}
