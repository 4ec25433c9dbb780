using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>An owner takes the order of a closed round over as the roadmap's order of priority, or gives it up again; either way the roadmap is drafted again.</summary>
internal sealed class GroupOrderHandler(IScoringStore rounds, IEngagementStore engagements, IJobs jobs, TimeProvider time)
{
    public const string Prefix = "order";
    public const string TakeVerb = "order/take";
    public const string LeaveVerb = "order/leave";

    /// <summary>For owners, on the results of a round that has any.</summary>
    public static IEnumerable<CardAction> Button(ScoringView view) => !Rights.MayDraft(view.Seat.Member) ? []
        : view.Seat.Engagement.Frame.Group?.Round == view.Round.Number ? [view.Go(RoadmapsTexts.OrderLeave, LeaveVerb)]
        : [view.Go(RoadmapsTexts.OrderTake, TakeVerb)];

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MayDraft(seat.Member))
            return new Answer.Refuse(EngagementsTexts.OwnersOnly);
        if (!turn.In.IsPersonal)
            return new Answer.Refuse(RoadmapsTexts.PlanningAlone);
        if (data.Number(ScoringView.Keys.Round) is not { } number || await rounds.Find(seat.Engagement.Id, number, cancel) is not { IsOpen: false } round || ScoringResult.Of(round) is not { } result)
            return new Answer.Refuse(RoadmapsTexts.VersionGone);

        var isTaken = verb == TakeVerb;
        var group = isTaken ? new GroupOrder(round.Number, Scored(result), seat.Member.Person, seat.Member.Name, time.GetUtcNow()) : null;
        var changed = seat.Engagement with { Frame = seat.Engagement.Frame with { Group = group } };
        engagements.Save(changed);
        jobs.Add(DraftJob.For(turn, changed.Id, Sight.Roadmap), time.GetUtcNow());
        return new Answer.Show(ScoringResultCard.Render(new ScoringView(seat with { Engagement = changed }, round, round.Version), isTaken ? RoadmapsTexts.OrderTaken : RoadmapsTexts.OrderLeft, "good"));
    }

    private static string[] Scored(ScoringResult result) => [.. result.ByValue.Where(one => one.Figures is not null).Select(one => one.Initiative.Id)];
}
