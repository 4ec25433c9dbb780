using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps.Registers;

namespace RoadmapBot.Roadmaps;

/// <summary>Showing the gap analysis and the roadmap, each to whoever may see it.</summary>
internal sealed class RoadmapHandler(RoadmapReader reader, RoadmapDecisions decisions, PlanningHandler planning, IJobs jobs, IChannel channel, TimeProvider time)
{
    public const string Prefix = "roadmap";

    /// <summary><c>gaps</c>, <c>roadmap</c> and <c>summary</c>.</summary>
    /// <param name="department">The roadmap of one department only; empty for all.</param>
    public async Task<Answer> Show(Turn turn, Sight sight, string department, Membership seat, CancellationToken cancel)
    {
        if (await reader.Latest(turn, seat, cancel) is not { } view)
            return await FirstDraft(turn, sight, seat, cancel);
        var card = department.Length > 0 ? DepartmentCard.Render(view, department) : view.CardFor(sight);
        if (RoadmapView.MayStand(turn.In, sight, seat.Member))
            return new Answer.Show(card);
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(card));
        return new Answer.Tell(EngagementsTexts.WroteToYou);
    }

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (verb == DraftAgain.Verb)
            return Rights.MayDraft(seat.Member) ? Draft(turn, Sight.Gaps, seat) : new Answer.Refuse(EngagementsTexts.OwnersOnly);
        if (verb == SharedCard.TakeBackVerb)
            return decisions.TakeBack(turn, data, seat);
        if (verb != DepartmentCard.Verb && !Rights.MaySeePlan(seat.Member))
            return new Answer.Refuse(RoadmapsTexts.NotYours); // first: nobody learns from the refusal which versions there are
        if (await reader.Of(turn, data.Number(RoadmapView.Keys.Version), seat, cancel) is not { } view)
            return new Answer.Refuse(RoadmapsTexts.VersionGone);
        if (verb == DepartmentCard.Verb)
            return new Answer.Show(DepartmentCard.Render(view, DepartmentCard.Read(data) ?? seat.Member.Department));
        return verb switch
        {
            GapsCard.Verb => new Answer.Show(GapsCard.Render(view, GapsCard.Read(data))),
            GapCard.Verb => view.Gap(data.Text(RoadmapView.Keys.Gap) ?? "") is { } gap ? new Answer.Show(GapCard.Render(view, gap)) : Gone,
            RoadmapCard.Verb => RoadmapCard.Read(data) is var (only, lens, page) ? new Answer.Show(RoadmapCard.Render(view, only, lens, page)) : Gone,
            TimelineCard.Verb => new Answer.Show(TimelineCard.Render(view, TimelineCard.Read(data))),
            BudgetCard.Verb => new Answer.Show(BudgetCard.Render(view)),
            InitiativeCard.Verb => Initiative(view, data) is { } initiative ? new Answer.Show(InitiativeCard.Render(view, initiative)) : Gone,
            PlanningForm.Verb or PlanningForm.SaveVerb => planning.Press(turn, verb, data, view),
            SummaryCard.Verb => new Answer.Show(SummaryCard.Render(view)),
            _ when RegisterCards.Find(view, verb, data) is { } register => new Answer.Show(register),
            _ => await decisions.Press(turn, verb, data, view, cancel),
        };
    }

    /// <summary><c>share</c>: here where others read along, to somebody's chat from the personal chat.</summary>
    public async Task<Answer> Share(Turn turn, string to, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MayShare(seat.Member))
            return new Answer.Refuse(RoadmapsTexts.MayNotShare);
        return await reader.Latest(turn, seat, cancel) is { } view ? decisions.Share(turn, to, view) : await FirstDraft(turn, Sight.Summary, seat, cancel);
    }

    /// <summary><c>planning</c>: the frame that the roadmap keeps within.</summary>
    public async Task<Answer> Plan(Turn turn, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MayDraft(seat.Member))
            return new Answer.Refuse(EngagementsTexts.OwnersOnly);
        return await reader.Latest(turn, seat, cancel) is { } view ? planning.Press(turn, PlanningForm.Verb, CardData.Empty, view) : await FirstDraft(turn, Sight.Roadmap, seat, cancel);
    }

    private static Answer Gone => new Answer.Refuse(RoadmapsTexts.VersionGone);

    private static Initiative? Initiative(RoadmapView view, CardData data) => view.Initiative(data.Text(RoadmapView.Keys.Initiative) ?? "");

    private async Task<Answer> FirstDraft(Turn turn, Sight sight, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MaySeePlan(seat.Member))
            return new Answer.Tell(RoadmapsTexts.NotYet);
        var source = await reader.Source(seat, cancel);
        return source.Answers + source.PainPoints == 0 ? new Answer.Tell(RoadmapsTexts.NothingSaidYet) : Draft(turn, sight, seat);
    }

    private Answer.Tell Draft(Turn turn, Sight sight, Membership seat)
    {
        jobs.Add(DraftJob.For(turn, seat.Engagement.Id, sight), time.GetUtcNow());
        return new Answer.Tell(RoadmapsTexts.Drafting);
    }
}
