using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>
/// Which waiting points are shown now: those of a cell from which at least five people have reported, the smaller cells merged upward. Everything that is
/// ever counted or quoted is a sum of such batches, and a batch never changes: so the difference of any two figures, of two cards, two drafts
/// or two days, is a sum of batches too, and nothing smaller than a batch can be reckoned. People are told apart within a quarter only (see
/// <see cref="AnonymousReports"/>), so a batch is of one quarter.
/// </summary>
internal static class Release
{
    /// <summary>Finest first; the last merges whatever is left.</summary>
    private static readonly Func<AnonymousPoint, (string? Department, Role? Role, string? Kind)>[] Levels =
    [
        point => (point.Department, point.Role, point.Kind),
        point => (point.Department, null, point.Kind),
        point => (null, point.Role, point.Kind),
        point => (null, null, point.Kind),
        point => (point.Department, null, null),
        point => (null, point.Role, null),
        _ => (null, null, null),
    ];

    /// <param name="newId">Names a batch.</param>
    public static IReadOnlyList<(Batch Batch, IReadOnlyList<AnonymousPoint> Points)> Of(IEnumerable<AnonymousPoint> waiting, Func<string> newId)
    {
        var left = waiting.ToList();
        var batches = new List<(Batch, IReadOnlyList<AnonymousPoint>)>();
        foreach (var level in Levels)
        {
            foreach (var cell in left.GroupBy(point => (Label: level(point), point.Quarter)).Where(IsLargeEnough).ToArray())
            {
                batches.Add((new Batch(newId(), cell.Key.Label.Department, cell.Key.Label.Role, cell.Key.Label.Kind, cell.Key.Quarter, cell.Count()), [.. cell]));
                left.RemoveAll(cell.Contains);
            }
        }

        return batches;
    }

    private static bool IsLargeEnough(IEnumerable<AnonymousPoint> cell) => cell.Select(point => point.Token).Distinct(StringComparer.Ordinal).Count() >= Hiding.Least;
}
