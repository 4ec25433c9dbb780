using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Campaign;

/// <summary><c>campaign</c>: owners invite people to be heard; everybody else says by which clock, and whether, to be reminded.</summary>
internal sealed class CampaignHandler(ICampaignStore store, CampaignReader reader, CampaignTimer timer, Questions questions, IAuditLog log, IChannel channel)
{
    public const string Prefix = "campaign";

    public async Task<Answer> Show(Turn turn, Membership seat, CancellationToken cancel)
    {
        var book = await store.Of(seat.Engagement.Id, cancel);
        var card = Rights.MayManage(seat.Member) ? CampaignCard.Render(await reader.View(seat, book, cancel)) : ClockForm.Render(seat.Engagement, book.WishOf(turn.From.Id));
        if (turn.In.IsPersonal)
            return new Answer.Show(card);
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(card));
        return new Answer.Tell(EngagementsTexts.WroteToYou);
    }

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MayManage(seat.Member))
            return new Answer.Refuse(EngagementsTexts.OwnersOnly);
        if (!turn.In.IsPersonal)
            return new Answer.Refuse(CampaignTexts.OnlyPersonal);
        var book = await store.Of(seat.Engagement.Id, cancel);
        var view = await reader.View(seat, book, cancel);
        return (verb, book.Run) switch
        {
            (CampaignCard.Verb, _) => new Answer.Show(CampaignCard.Render(view)),
            (CampaignForm.Verb or CampaignForm.PreviewVerb or CampaignForm.StartVerb, { Stage: CampaignStage.Running or CampaignStage.Paused }) =>
                new Answer.Show(CampaignCard.Render(view, CampaignTexts.RunsAlready)),
            (CampaignForm.Verb, _) => new Answer.Show(CampaignForm.Render(view, data, [])),
            (CampaignForm.PreviewVerb or CampaignForm.StartVerb, _) => Plan(turn, verb, data, view),
            (CampaignCard.PeopleVerb, { } run) => new Answer.Show(CampaignCard.People(view, run, data.Number(Paged<Hearer>.Key) ?? 0)),
            (CampaignCard.PauseVerb, { Stage: CampaignStage.Running } run) => Turned(view, run with { Stage = CampaignStage.Paused, Next = null }, CampaignTexts.NowPaused),
            (CampaignCard.ResumeVerb, { Stage: CampaignStage.Paused } run) => Turned(view, timer.Wake(seat.Engagement, run with { Stage = CampaignStage.Running }), CampaignTexts.NowRuns),
            (CampaignCard.StopVerb, { Stage: CampaignStage.Running or CampaignStage.Paused } run) => Turned(view, run with { Stage = CampaignStage.Stopped, Next = null }, CampaignTexts.NowStopped),
            _ => new Answer.Show(CampaignCard.Render(view)),
        };
    }

    private Answer Plan(Turn turn, string verb, CardData data, CampaignView view)
    {
        var (plan, faults) = CampaignForm.Read(data, view.Engagement.Today(view.Now));
        if (plan is null)
            return new Answer.Show(CampaignForm.Render(view, data, faults));
        if (view.For(plan).FirstOrDefault(person => !person.Invitee.IsFinished) is not { } first)
            return new Answer.Show(CampaignForm.Render(view, data, [CampaignTexts.Nobody]));
        if (verb == CampaignForm.PreviewVerb)
        {
            return new Answer.Show(CampaignCard.Preview(view, plan, new InvitationView(
                view.Engagement, turn.From.Name, questions.Guides.For(first.Member.Role), plan.Deadline, [.. view.People.Where(person => person.Member.IsOwner).Select(person => person.Member.Name)], 0, 0)));
        }

        var run = new CampaignRun((view.Book.Run?.Number ?? 0) + 1, plan, CampaignStage.Running, [], turn.From.Id, turn.From.Name, view.Now, null);
        return Turned(view, timer.Wake(view.Engagement, run), CampaignTexts.Started);
    }

    private Answer.Show Turned(CampaignView view, CampaignRun run, string told)
    {
        log.Note(view.Engagement.Id, AuditKind.Campaign, null, $"campaign/{run.Number}/{run.Stage}", string.Join(',', run.Plan.Roles));
        var book = view.Book with { Run = run };
        store.Save(book);
        return new Answer.Show(CampaignCard.Render(view with { Book = book }, told));
    }
}
