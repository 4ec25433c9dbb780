using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints;

/// <summary>The analyst's view of the reports.</summary>
internal sealed class PainPointListHandler(IPainPointStore points, IEngagementStore engagements, PainKinds kinds, IChannel channel)
{
    public const string Prefix = "pain-list";

    public async Task<Answer> Show(Turn turn, CardData data, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MayReadAll(seat.Member))
            return new Answer.Refuse(EngagementsTexts.OwnersOnly);
        var card = PainPointListCard.Render(
            seat.Engagement, await points.Of(seat.Engagement.Id, cancel), await engagements.Members(seat.Engagement.Id, cancel), kinds, PainPointListCard.Read(data));
        if (turn.In.IsPersonal)
            return new Answer.Show(card);
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(card));
        return new Answer.Tell(EngagementsTexts.WroteToYou);
    }
}
