using RoadmapBot.Analysis;

namespace RoadmapBot.Planning;

/// <summary>
/// Which initiatives a lesson from a past project bears upon: those against a gap that the same answer shows, or that are about the same things;
/// where there are none, the foremost ones of its domain.
/// </summary>
internal static class GuardRules
{
    /// <summary>A lesson that only shares a domain is told to so many.</summary>
    private const int MostOfDomain = 3;

    /// <param name="proposals">The foremost first.</param>
    /// <returns>By initiative; lessons with the same guard are one.</returns>
    public static ILookup<string, Guard> Of(IReadOnlyList<Proposal> proposals, IReadOnlyList<Lesson> lessons) => (
        from lesson in lessons
        where lesson.Guard is not null
        from one in Borne(lesson, proposals)
        group lesson by (one.Id, Text: lesson.Guard!) into same
        select (same.Key.Id, Guard: new Guard(same.Key.Text, [.. same.Select(lesson => lesson.Receipt).Distinct()]))).ToLookup(one => one.Id, one => one.Guard, StringComparer.Ordinal);

    private static IEnumerable<Proposal> Borne(Lesson lesson, IReadOnlyList<Proposal> proposals)
    {
        Proposal[] near = [.. proposals.Where(one => one.Entry.About.Intersect(lesson.Concepts).Any() || one.Gaps.Any(gap => gap.Evidence.Any(receipt => IsOfAnswer(receipt, lesson))))];
        return near.Length > 0 || lesson.Domains.Count == 0 ? near : proposals.Where(one => one.Entry.Domain == lesson.Domains[0]).Take(MostOfDomain);
    }

    private static bool IsOfAnswer(Receipt receipt, Lesson lesson) => (receipt.Voice, receipt.Statement) == (lesson.Receipt.Voice, lesson.Receipt.Statement);
}
