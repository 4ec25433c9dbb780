using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Engagements;

/// <summary>Who takes part; the owner's way to add people and to say what they are.</summary>
internal static class MembersCard
{
    public const string Verb = "member/list";

    private const int PageSize = 15;
    private const string Page = "page";

    public static AdaptiveCard Render(Membership seat, IReadOnlyList<Member> members, int page)
    {
        var pages = Math.Max(1, (members.Count + PageSize - 1) / PageSize);
        var shown = Math.Clamp(page, 0, pages - 1);
        var title = EngagementsTexts.MembersTitle.With(seat.Engagement.Organisation.Name, members.Count);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new FactSet([.. members.Skip(shown * PageSize).Take(PageSize).Select(member => new Fact(Markdown.Escape(member.Name), Markdown.Escape(RoleNames.Of(member))))]),
        ],
        [
            Go(EngagementsTexts.MembersAdd, MemberForm.Verb),
            .. shown > 0 ? [Go(EngagementsTexts.Back, Verb, (Page, $"{shown - 1}"))] : Array.Empty<CardAction>(),
            .. shown < pages - 1 ? [Go(EngagementsTexts.More, Verb, (Page, $"{shown + 1}"))] : Array.Empty<CardAction>(),
        ]);

        CardAction Go(string label, string verb, params (string, string)[] data) =>
            new ExecuteAction(label, verb, data.Append((CardKeys.Engagement, seat.Engagement.Id.Value)).ToDictionary(pair => pair.Item1, pair => pair.Item2));
    }

    public static int Read(CardData data) => data.Number(Page) ?? 0;
}
