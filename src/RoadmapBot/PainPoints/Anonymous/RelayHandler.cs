using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>The reporter's side: reports without a name, answers what is asked through the bot, or ends that.</summary>
internal sealed class RelayHandler(Secrecy secrecy, IEngagementStore engagements, PainKinds kinds, IJobs jobs)
{
    public const string Prefix = "relay";

    /// <returns>How it goes on; never the words, because the bot keeps what it says until it is sent.</returns>
    public async Task<AdaptiveCard> Report(Turn turn, string text, string? kind, Membership seat, CancellationToken cancel)
    {
        var engagement = seat.Engagement.Id;
        var box = await secrecy.Store.Box(engagement, cancel);
        var members = await engagements.Members(engagement, cancel);
        var (after, point) = AnonymousReports.Add(box, members, seat.Member, text, kind ?? kinds.Classify(text).Id, turn.At, secrecy.Seal);
        if (!ReferenceEquals(after, box))
        {
            secrecy.Store.Save(AnonymousJob.Wake(after, turn.From.Tenant, jobs, turn.At));
            secrecy.Store.Save((await secrecy.Store.Envelopes(engagement, cancel)).With(AnonymousReports.Address(point, turn.From, secrecy.Seal)));
        }

        return FollowCard.Render(seat.Engagement, Ticket.For(engagement, point.Id, turn.From.Id, secrecy.Seal));
    }

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (Ticket.Read(data, seat.Engagement.Id, turn.From.Id, secrecy.Seal) is not var (id, asked)
            || await secrecy.Store.Box(seat.Engagement.Id, cancel) is not { } box || box.Find(id) is not { IsTakenBack: false } point)
            return new Answer.Refuse(EngagementsTexts.NotThere);
        switch (verb)
        {
            case FollowCard.WithdrawVerb:
                secrecy.Store.Save(point.Batch is null ? box.Without(id) : box.With(point with { IsTakenBack = true }));
                await Forget(seat, point, cancel);
                return Said(PainPointsTexts.AnonymousTakenBack);
            case FollowCard.EndVerb:
                secrecy.Store.Save(box.With(point with { FollowUps = [.. point.FollowUps.Select(followUp => IsOpen(followUp) ? Ended(followUp, FollowUpOutcome.Ended, null) : followUp)] }));
                await Forget(seat, point, cancel);
                return Said(PainPointsTexts.RelayEnded);
            case RelayCard.AnswerVerb when RelayCard.Read(data) is not { Length: <= RelayCard.Longest }:
                return new Answer.Refuse(PainPointsTexts.RelayAnswerEmpty.With(RelayCard.Longest));
            case RelayCard.AnswerVerb or RelayCard.DeclineVerb when !point.FollowUps.Any(followUp => followUp.Id == asked && IsOpen(followUp)):
                return new Answer.Refuse(PainPointsTexts.RelayDone);
            case RelayCard.AnswerVerb:
                Settle(FollowUpOutcome.Answered, RelayCard.Read(data));
                return Said(PainPointsTexts.RelayAnswered);
            case RelayCard.DeclineVerb:
                Settle(FollowUpOutcome.Declined, null);
                return Said(PainPointsTexts.RelayDeclined);
            default:
                return new Answer.Refuse(EngagementsTexts.UnknownButton);
        }

        void Settle(FollowUpOutcome outcome, string? answer) => secrecy.Store.Save(
            box.With(point with { FollowUps = [.. point.FollowUps.Select(followUp => followUp.Id == asked ? Ended(followUp, outcome, answer) : followUp)] }));
    }

    private static bool IsOpen(FollowUp followUp) => followUp is { IsSent: true, Outcome: null };

    private static FollowUp Ended(FollowUp followUp, FollowUpOutcome outcome, string? answer) => followUp with { Outcome = outcome, Answer = answer, Stage = WaitingStage.Today };

    private async Task Forget(Membership seat, AnonymousPoint point, CancellationToken cancel) =>
        secrecy.Store.Save((await secrecy.Store.Envelopes(seat.Engagement.Id, cancel)).Without(AnonymousReports.HandleOf(point.Id, secrecy.Seal)));

    private static Answer.Show Said(string text) => new(new AdaptiveCard(text, [new TextBlock(text)]));
}
