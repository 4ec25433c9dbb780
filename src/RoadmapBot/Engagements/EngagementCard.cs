using System.Globalization;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Engagements;

/// <summary>The engagement at a glance, and what to do next in it.</summary>
internal static class EngagementCard
{
    public static AdaptiveCard Render(Membership seat, string headline)
    {
        var (engagement, member) = (seat.Engagement, seat.Member);
        var organisation = engagement.Organisation;
        var facts = new List<Fact>
        {
            new(EngagementsTexts.FactYou, Markdown.Escape(RoleNames.Of(member))),
            new(EngagementsTexts.FactStart, engagement.Frame.Start.ToString("MMMM yyyy", CultureInfo.CurrentCulture)),
        };
        if (organisation.Sector is { } sector)
            facts.Add(new(EngagementsTexts.FormSector, Markdown.Escape(sector)));
        if (organisation.Headcount is { } people)
            facts.Add(new(EngagementsTexts.FormHeadcount, people.ToString("N0", CultureInfo.CurrentCulture)));

        return new AdaptiveCard(headline,
        [
            new TextBlock(Markdown.Escape(headline)) { Style = "heading", Size = "large", Weight = "bolder" },
            new FactSet(facts),
            new TextBlock(EngagementsTexts.Objectives) { Style = "heading", Size = "default", Weight = "bolder" },
            .. engagement.Objectives.Count == 0
                ? new CardElement[] { new TextBlock(EngagementsTexts.NoObjectives) { IsSubtle = true } }
                : engagement.Objectives.Select(CardElement (objective, at) => RichTextBlock.Of($"{at + 1}. {objective}")),
        ],
        [
            SubmitAction.Saying(EngagementsTexts.NextInterview, "start"),
            .. member.IsOwner
                ? new CardAction[] { new ExecuteAction(EngagementsTexts.NextPeople, MembersCard.Verb, new Dictionary<string, string> { [CardKeys.Engagement] = engagement.Id.Value }) }
                : [],
            SubmitAction.Saying(EngagementsTexts.NextStatus, "status"),
        ]);
    }
}
