using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints;

/// <summary>For the analyst: every report in its own words, newest first. Never shown to anybody else.</summary>
internal static class PainPointListCard
{
    public const string Verb = PainPointListHandler.Prefix;

    private const int PageSize = 8;
    private const int Longest = 300;
    private const string Page = "page";

    public static AdaptiveCard Render(Engagement engagement, IReadOnlyList<PainPoint> points, IReadOnlyList<Member> members, PainKinds kinds, int page)
    {
        var pages = Math.Max(1, (points.Count + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 0, pages - 1);
        var title = PainPointsTexts.ListTitle.With(points.Count);
        return new AdaptiveCard(title,
        [
            new TextBlock(title) { Style = "heading", Size = "large", Weight = "bolder" },
            .. points.Count == 0 ? new[] { new TextBlock(PainPointsTexts.ListEmpty) } : [],
            .. points.OrderByDescending(point => point.At).Skip(shown * PageSize).Take(PageSize).Select(point => new Container(
            [
                RichTextBlock.Quote(point.Text.Cut(Longest)),
                new TextBlock(Markdown.Escape(About(point))) { IsSubtle = true, Size = "small" },
            ])
            { Separator = true }),
        ],
        [
            .. shown > 0 ? [Go(EngagementsTexts.Back, shown - 1)] : Array.Empty<CardAction>(),
            .. shown < pages - 1 ? [Go(EngagementsTexts.More, shown + 1)] : Array.Empty<CardAction>(),
            SubmitAction.Saying(EngagementsTexts.NextStatus, "status"),
        ]);

        string About(PainPoint point) => string.Join(" · ", new[]
        {
            kinds.Find(point.Kind).Title,
            point.Often is { } often ? PainPointCard.Name(often) : null,
            point.Reach is { } reach ? PainPointCard.Name(reach) : null,
            members.FirstOrDefault(member => member.Person == point.By)?.Name,
            point.Department,
            point.At.ToString("d MMM yyyy", CultureInfo.CurrentCulture),
        }.OfType<string>());

        CardAction Go(string label, int to) => new ExecuteAction(label, Verb, new Dictionary<string, string>
        {
            [CardKeys.Engagement] = engagement.Id.Value,
            [Page] = to.ToString(CultureInfo.InvariantCulture),
        });
    }

    public static int Read(CardData data) => data.Number(Page) ?? 0;
}
