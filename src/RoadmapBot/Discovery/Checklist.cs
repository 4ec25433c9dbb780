namespace RoadmapBot.Discovery;

/// <summary>
/// The items that the guides must cover between them: business goals (BG), assessment (AQ), gaps (GQ), discovery (DQ) and data readiness (DR),
/// numbered as in the two source articles' question lists.
/// </summary>
internal static class Checklist
{
    public static IReadOnlyList<string> Items { get; } =
        [.. Numbered("BG", 7), .. Numbered("AQ", 4), .. Numbered("GQ", 3), .. Numbered("DQ", 14), .. Numbered("DR", 4)];

    private static IEnumerable<string> Numbered(string group, int count) => Enumerable.Range(1, count).Select(number => $"{group}{number}");
}
