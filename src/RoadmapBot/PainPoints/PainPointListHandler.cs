using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints;

/// <summary>The analyst's view of the reports.</summary>
internal sealed class PainPointListHandler(IPainPointStore points, IEngagementStore engagements, PainKinds kinds)
{
    public const string Prefix = "pain-list";

    public async Task<Answer> Show(CardData data, Membership seat, CancellationToken cancel) =>
        seat.Member.IsOwner
            ? new Answer.Show(PainPointListCard.Render(
                seat.Engagement, await points.Of(seat.Engagement.Id, cancel), await engagements.Members(seat.Engagement.Id, cancel), kinds, PainPointListCard.Read(data)))
            : new Answer.Refuse(EngagementsTexts.OwnersOnly);
}
