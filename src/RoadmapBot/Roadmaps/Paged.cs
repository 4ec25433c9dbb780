using System.Globalization;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps;

/// <summary>One page of what is too long for a card of 28 KB.</summary>
/// <param name="Page">Counted from zero.</param>
internal sealed record Paged<T>(IReadOnlyList<T> Shown, int Page, int Pages)
{
    public const string Key = "page";

    /// <param name="all">In the order of their start.</param>
    /// <param name="page">The nearest page that there is, is taken.</param>
    public static Paged<T> Of(IReadOnlyList<T> all, int size, int page)
    {
        var pages = Math.Max(1, (all.Count + size - 1) / size);
        var shown = Math.Clamp(page, 0, pages - 1);
        return new Paged<T>([.. all.Skip(shown * size).Take(size)], shown, pages);
    }

    /// <summary>The ways to the pages beside it.</summary>
    /// <param name="go">A button with this title that opens that page.</param>
    public IEnumerable<CardAction> Ways(Func<string, (string Key, string Page), CardAction> go)
    {
        if (Page > 0)
            yield return go(RoadmapsTexts.Earlier, To(Page - 1));
        if (Page < Pages - 1)
            yield return go(RoadmapsTexts.Further, To(Page + 1));
    }

    private static (string, string) To(int page) => (Key, page.ToString(CultureInfo.InvariantCulture));
}
