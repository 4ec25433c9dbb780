using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Versions;

/// <summary>What is different between two versions of a plan.</summary>
internal static class VersionDifference
{
    /// <returns>What was dropped, then what was added, then each kind of change of what stayed; in the order of priority.</returns>
    public static IReadOnlyList<Change> Between(Plan before, Plan after)
    {
        var was = before.Initiatives.ToDictionary(one => one.Id, StringComparer.Ordinal);
        var @is = after.Initiatives.ToDictionary(one => one.Id, StringComparer.Ordinal);
        var stayed = after.Initiatives.Where(one => was.ContainsKey(one.Id)).OrderBy(one => one.Priority.Rank).Select(one => (Was: was[one.Id], Is: one)).ToArray();
        return
        [
            .. before.Initiatives.Where(one => !@is.ContainsKey(one.Id)).OrderBy(one => one.Priority.Rank).Select(one => new Change.Dropped(one)),
            .. after.Initiatives.Where(one => !was.ContainsKey(one.Id)).OrderBy(one => one.Priority.Rank).Select(one => new Change.Added(one)),
            .. stayed.Where(one => one.Was.Start != one.Is.Start).Select(one => new Change.Moved(one.Is.Id, one.Is.Title, one.Was.Start, one.Is.Start)),
            .. stayed.Where(one => one.Was.Months != one.Is.Months).Select(one => new Change.Lasts(one.Is.Id, one.Is.Title, one.Was.Months, one.Is.Months)),
            .. stayed.Where(one => Price.Of(one.Was.Cost) != Price.Of(one.Is.Cost)).Select(one => new Change.Costs(one.Is.Id, one.Is.Title, Price.Of(one.Was.Cost), Price.Of(one.Is.Cost))),
            .. stayed.Where(one => one.Was.Owner != one.Is.Owner).Select(one => new Change.OwnedBy(one.Is.Id, one.Is.Title, one.Was.Owner, one.Is.Owner)),
            .. stayed.Select(one => new Change.Answers(one.Is.Id, one.Is.Title, [.. one.Is.Addresses.Except(one.Was.Addresses)], [.. one.Was.Addresses.Except(one.Is.Addresses)]))
                .Where(one => one.Gained.Count + one.Lost.Count > 0),
        ];
    }
}
