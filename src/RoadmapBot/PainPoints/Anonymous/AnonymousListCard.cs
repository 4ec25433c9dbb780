using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>The anonymous pain points that are shown, in an order that tells nothing, each leading to its own card.</summary>
internal static class AnonymousListCard
{
    public const string Verb = "anonymous/list";

    private const int PageSize = 8;
    private const int Longest = 300;
    private const string Page = "page";

    public static AdaptiveCard Render(Engagement engagement, AnonymousBox box, PainKinds kinds, int page)
    {
        AnonymousPoint[] points = [.. box.Shown];
        var pages = Math.Max(1, (points.Length + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 0, pages - 1);
        var title = PainPointsTexts.AnonymousTitle.With(box.Count);
        return new AdaptiveCard(title,
        [
            new TextBlock(title) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(PainPointsTexts.AnonymousRule.With(Hiding.Least)) { IsSubtle = true, Size = "small" },
            .. points.Skip(shown * PageSize).Take(PageSize).Select(point => new Container(
            [
                RichTextBlock.Quote(point.Text.Cut(Longest)),
                new TextBlock(Markdown.Escape(About(box.BatchOf(point), kinds))) { IsSubtle = true, Size = "small" },
            ])
            { Separator = true, SelectAction = AnonymousPointCard.Open(engagement, point) }),
        ],
        [
            .. shown > 0 ? [Go(EngagementsTexts.Back, shown - 1)] : Array.Empty<CardAction>(),
            .. shown < pages - 1 ? [Go(EngagementsTexts.More, shown + 1)] : Array.Empty<CardAction>(),
            SubmitAction.Saying(EngagementsTexts.NextStatus, "status"),
        ]);

        CardAction Go(string label, int to) => Button(engagement, label, to);
    }

    /// <summary>Something has come of a question; which, the card behind the button says.</summary>
    public static AdaptiveCard News(Engagement engagement) =>
        new(PainPointsTexts.RelayNews, [new TextBlock(PainPointsTexts.RelayNews)], [Button(engagement, PainPointsTexts.AnonymousOpen, 0)]);

    public static int Read(CardData data) => data.Number(Page) ?? 0;

    public static ExecuteAction Button(Engagement engagement, string label, int page) => new(label, Verb, new Dictionary<string, string>
    {
        [CardKeys.Engagement] = engagement.Id.Value,
        [Page] = page.ToString(CultureInfo.InvariantCulture),
    });

    /// <summary>What all of its batch share.</summary>
    public static string About(Batch batch, PainKinds kinds) => string.Join(" · ", new[]
    {
        batch.Kind is { } kind ? kinds.Find(kind).Title : null,
        batch.Role is { } role ? RoleNames.Many(role).Capital() : null,
        batch.Department,
        batch.Quarter,
        PainPointsTexts.AnonymousOneOf.With(batch.Reports, Hiding.Least),
    }.OfType<string>());
}
