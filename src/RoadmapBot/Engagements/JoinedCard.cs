using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Engagements;

/// <summary>Welcomes a new participant, who may be something else than an end user.</summary>
internal static class JoinedCard
{
    public static AdaptiveCard Render(Membership seat)
    {
        var title = EngagementsTexts.YouTakePart.With(seat.Engagement.Organisation.Name, RoleNames.Of(seat.Member.Role));
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(EngagementsTexts.JoinedNext),
        ],
        [
            SubmitAction.Saying(EngagementsTexts.NextInterview, "start"),
            SubmitAction.Saying(EngagementsTexts.NextReport, "report"),
            new ExecuteAction(EngagementsTexts.OtherRole, RoleRequestForm.Verb, new Dictionary<string, string> { [CardKeys.Engagement] = seat.Engagement.Id.Value }),
        ]);
    }
}
