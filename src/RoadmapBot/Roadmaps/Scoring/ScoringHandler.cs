using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary><c>scoring</c>: an owner begins a blind round, everybody who takes part scores alone, and all of them see what came out.</summary>
internal sealed class ScoringHandler(RoadmapReader reader, IScoringStore rounds, ScoringJob closing, IJobs jobs, IChannel channel, TimeProvider time)
{
    public const string Prefix = "scoring";

    public async Task<Answer> Show(Turn turn, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MaySeePlan(seat.Member))
            return new Answer.Refuse(RoadmapsTexts.NotYours);
        if (await reader.Latest(turn, seat, cancel) is not { } plan)
            return new Answer.Tell(RoadmapsTexts.ScoringNoRoadmap);
        if (await rounds.Latest(seat.Engagement.Id, cancel) is { } round)
            return Say(turn, State(await View(turn, seat, round, plan, cancel)));
        return Rights.MayRunScoring(seat.Member) ? Say(turn, ScoringForm.Render(plan, CardData.Empty, null)) : new Answer.Tell(RoadmapsTexts.ScoringNone);
    }

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MaySeePlan(seat.Member))
            return new Answer.Refuse(RoadmapsTexts.NotYours);
        if (await reader.Latest(turn, seat, cancel) is not { } plan)
            return new Answer.Refuse(RoadmapsTexts.VersionGone);
        if (verb is ScoringForm.Verb or ScoringForm.StartVerb)
            return Rights.MayRunScoring(seat.Member) ? await Begin(turn, verb, data, plan, cancel) : new Answer.Refuse(EngagementsTexts.OwnersOnly);
        if (data.Number(ScoringView.Keys.Round) is not { } number || await rounds.Find(seat.Engagement.Id, number, cancel) is not { } round)
            return new Answer.Refuse(RoadmapsTexts.VersionGone);

        var view = await View(turn, seat, round, plan, cancel);
        if (!view.Round.IsOpen)
            return Say(turn, Result(view, verb, data));
        return verb switch
        {
            ScoringCard.CloseVerb when !Rights.MayRunScoring(seat.Member) => new Answer.Refuse(EngagementsTexts.OwnersOnly),
            ScoringCard.CloseVerb => Say(turn, State(view with { Round = await closing.Close(seat.Engagement, view.Round, turn.From.Id, cancel) })),
            ScoreCard.Verb or ScoreCard.SaveVerb or ScoreCard.SendVerb or ScoreCard.AbstainVerb when !view.TakesPart => new Answer.Refuse(RoadmapsTexts.ScoringNotYou),
            ScoreCard.Verb => Say(turn, ScoreCard.Render(view, view.PageOf(data), CardData.Empty, null)),
            ScoreCard.SaveVerb or ScoreCard.SendVerb => await Enter(turn, verb, data, view, cancel),
            ScoreCard.AbstainVerb => await Answered(turn, view, ScoringRules.Abstain(view.Round, turn.From.Id, time.GetUtcNow()), RoadmapsTexts.ScoringAbstained, cancel),
            _ => Say(turn, State(view)),
        };
    }

    private async Task<Answer> Begin(Turn turn, string verb, CardData data, RoadmapView plan, CancellationToken cancel)
    {
        var seat = plan.Reader.Seat;
        var latest = await rounds.Latest(seat.Engagement.Id, cancel);
        if (latest is not null && await View(turn, seat, latest, plan, cancel) is { Round.IsOpen: true } open)
            return Say(turn, ScoringCard.Render(open, RoadmapsTexts.ScoringOneAtATime));
        if (verb == ScoringForm.Verb)
            return Say(turn, ScoringForm.Render(plan, CardData.Empty, null));
        var (chosen, fault) = ScoringForm.Read(data, plan);
        if (chosen is null)
            return Say(turn, ScoringForm.Render(plan, data, fault));

        var round = ScoringRules.Begin(plan.Roadmap, (latest?.Number ?? 0) + 1, chosen.Initiatives, chosen.Participants, chosen.Days, turn.From.Id, time.GetUtcNow());
        rounds.Save(round);
        jobs.Add(ScoringJob.For(turn.From.Tenant, round), round.ClosesAt);
        foreach (var member in plan.Members.Where(member => round.Participants.Contains(member.Person) && member.Person != turn.From.Id))
        {
            var theirs = new ScoringView(new Membership(seat.Engagement, member), round, plan.Roadmap.Version);
            channel.SendTo(turn.From.Tenant, member.Person, Reply.Of(ScoreCard.Render(theirs, 0, CardData.Empty, null)));
        }

        return Say(turn, ScoringCard.Render(new ScoringView(seat, round, plan.Roadmap.Version), RoadmapsTexts.ScoringBegun));
    }

    private async Task<Answer> Enter(Turn turn, string verb, CardData data, ScoringView view, CancellationToken cancel)
    {
        var (asked, scores, fault) = ScoreCard.Read(data, view);
        if (fault is not null)
            return Say(turn, ScoreCard.Render(view, view.PageOf(data), data, fault));
        var entered = ScoringRules.Enter(view.Round, turn.From.Id, asked, scores, time.GetUtcNow());
        if (verb == ScoreCard.SaveVerb)
        {
            rounds.Save(entered);
            return Say(turn, ScoreCard.Render(view with { Round = entered }, ScoreCard.ReadNext(data, view), CardData.Empty, null));
        }

        return ScoringRules.Send(entered, turn.From.Id, ScoreCard.ReadSign(data) ? turn.From.Name : null, time.GetUtcNow()) is { } sent
            ? await Answered(turn, view, sent, RoadmapsTexts.ScoringSent, cancel)
            : Say(turn, ScoreCard.Render(view, view.PageOf(data), data, RoadmapsTexts.ScoreNothing));
    }

    /// <summary>The last answer closes the round.</summary>
    private async Task<Answer> Answered(Turn turn, ScoringView view, ScoringRound after, string note, CancellationToken cancel)
    {
        rounds.Save(after);
        var settled = view with { Round = await closing.Settle(view.Seat.Engagement, after, turn.From.Id, cancel) };
        return Say(turn, settled.Round.IsOpen ? ScoringCard.Render(settled, note) : State(settled));
    }

    private async Task<ScoringView> View(Turn turn, Membership seat, ScoringRound round, RoadmapView plan, CancellationToken cancel) =>
        new(seat, await closing.Settle(seat.Engagement, round, turn.From.Id, cancel), plan.Roadmap.Version);

    private static AdaptiveCard State(ScoringView view) => view.Round.IsOpen ? ScoringCard.Render(view) : ScoringResultCard.Render(view);

    private static AdaptiveCard Result(ScoringView view, string verb, CardData data) => (verb, ScoringResult.Of(view.Round)) switch
    {
        (SpreadCard.Verb, { } result) => SpreadCard.Render(view, result, view.PageOf(data)),
        (ReasonsCard.Verb, { } result) when ReasonsCard.Read(data, result) is { } one => ReasonsCard.Render(view, one),
        (ScoreCard.SaveVerb or ScoreCard.SendVerb or ScoreCard.AbstainVerb, _) => ScoringResultCard.Render(view, RoadmapsTexts.ScoringTooLate),
        _ => ScoringResultCard.Render(view),
    };

    /// <summary>Scores are between one person and the bot, wherever the person asks.</summary>
    private Answer Say(Turn turn, AdaptiveCard card)
    {
        if (turn.In.IsPersonal)
            return new Answer.Show(card);
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(card));
        return new Answer.Tell(EngagementsTexts.WroteToYou);
    }
}
