using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Engagements;

/// <summary>Somebody says what he is; an owner decides.</summary>
internal static class RoleRequestForm
{
    public const string Verb = "engagement/ask-role";
    public const string SendVerb = "engagement/request-role";

    private const string As = "role";
    private const string In = "department";

    public static AdaptiveCard Render(Engagement engagement, Role? current)
    {
        var title = EngagementsTexts.RequestTitle.With(engagement.Organisation.Name);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(EngagementsTexts.RequestIntro),
            EngagementForm.RoleInput(EngagementsTexts.RequestAs, As, (current ?? Role.EndUser).ToString(), Enum.GetValues<Role>()),
            new TextInput(EngagementsTexts.Department) { Id = In, MaxLength = 80 },
        ],
        [
            new ExecuteAction(EngagementsTexts.RequestSend, SendVerb, new Dictionary<string, string> { [CardKeys.Engagement] = engagement.Id.Value }) { Style = "positive" },
        ]);
    }

    public static (Role? Role, string? Department) Read(CardData data) => (
        data.TryChoice<Role>(As, out var role) ? role : null,
        data.Text(In) is { Length: > 80 } lengthy ? lengthy[..80] : data.Text(In));
}
