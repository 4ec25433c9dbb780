using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>The readers' side: the anonymous pain points that are shown, and a question to whoever reported one.</summary>
internal sealed class AnonymousHandler(IAnonymousStore store, PainKinds kinds, IJobs jobs, IChannel channel)
{
    public const string Prefix = "anonymous";

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MayReadAnonymous(seat.Member))
            return new Answer.Refuse(PainPointsTexts.AnonymousReaders);
        var box = await store.Box(seat.Engagement.Id, cancel);
        if (verb == AnonymousListCard.Verb)
            return Say(turn, AnonymousListCard.Render(seat.Engagement, box, kinds, AnonymousListCard.Read(data)));
        if (box.Shown.FirstOrDefault(point => point.Id == AnonymousPointCard.ReadId(data)) is not { } shown)
            return new Answer.Refuse(EngagementsTexts.NotThere);
        switch (verb)
        {
            case AnonymousPointCard.Verb:
                return Say(turn, AnonymousPointCard.Render(seat.Engagement, box, shown, kinds));
            case AnonymousPointCard.AskVerb when AnonymousPointCard.ReadQuestion(data) is not { Length: <= AnonymousPointCard.Longest }:
                return new Answer.Refuse(PainPointsTexts.AskEmpty.With(AnonymousPointCard.Longest));
            case AnonymousPointCard.AskVerb when shown.FollowUps.Any(followUp => followUp.Stage is not WaitingStage.Out):
                return new Answer.Refuse(PainPointsTexts.AskOneAtATime);
            case AnonymousPointCard.AskVerb:
                var asked = shown with { FollowUps = [.. shown.FollowUps, new FollowUp(Seal.Random(), turn.From.Id, AnonymousPointCard.ReadQuestion(data)!, IsSent: false, null, null, null)] };
                var after = AnonymousJob.Wake(box.With(asked), turn.From.Tenant, jobs, turn.At);
                store.Save(after);
                return Say(turn, AnonymousPointCard.Render(seat.Engagement, after, asked, kinds));
            default:
                return new Answer.Refuse(EngagementsTexts.UnknownButton);
        }
    }

    private Answer Say(Turn turn, AdaptiveCard card)
    {
        if (turn.In.IsPersonal)
            return new Answer.Show(card);
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(card));
        return new Answer.Tell(EngagementsTexts.WroteToYou);
    }
}
