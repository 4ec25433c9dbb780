using System.Text.Json;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign;

/// <summary>Keeps one look at a running campaign in the work table; what is noted there and is no longer the next one does nothing.</summary>
internal sealed class CampaignTimer(IJobs jobs, TimeProvider time)
{
    private static readonly TimeOnly Hour = new(9, 0);

    /// <summary>Looks at it at once: whoever is due is written to.</summary>
    public CampaignRun Wake(Engagement engagement, CampaignRun run) => Note(engagement, run, time.GetUtcNow());

    /// <summary>The next look: when somebody is due, else each morning, since people join and say other clocks; and at the end.</summary>
    public CampaignRun Again(Engagement engagement, CampaignRun run, IEnumerable<DateTimeOffset> due)
    {
        var now = time.GetUtcNow();
        var morning = LocalTime.At(engagement.Today(now).AddDays(1), Hour, engagement.Zone());
        var next = due.Append(morning).Append(CampaignRules.End(run.Plan, engagement.Zone())).Where(moment => moment > now).Min();
        return Note(engagement, run, next);
    }

    private CampaignRun Note(Engagement engagement, CampaignRun run, DateTimeOffset next)
    {
        jobs.Add(CampaignJob.For(engagement, run, next), next);
        return run with { Next = next };
    }
}

/// <summary>Invites and reminds whoever is due, each once: what is sent and that it was sent are one transaction.</summary>
internal sealed class CampaignJob(IEngagementStore engagements, ICampaignStore store, CampaignReader reader, CampaignTimer timer, Questions questions, IChannel channel)
{
    public const string Kind = "campaign";

    private sealed record Order(TenantId Tenant, EngagementId Engagement, int Run, DateTimeOffset Due);

    public static Job For(Engagement engagement, CampaignRun run, DateTimeOffset due) =>
        new(Kind, $"{Kind}/{engagement.Id}/{due.UtcTicks}", JsonSerializer.Serialize(new Order(engagement.Tenant, engagement.Id, run.Number, due)));

    public async Task Run(string payload, DateTimeOffset now, CancellationToken cancel)
    {
        var order = JsonSerializer.Deserialize<Order>(payload)!;
        var book = await store.Of(order.Engagement, cancel);
        if (book.Run is not { Stage: CampaignStage.Running } run || run.Number != order.Run || run.Next != order.Due || await engagements.Find(order.Tenant, order.Engagement, cancel) is not { } engagement)
            return;
        var people = await reader.People(engagement, book, cancel);
        if (now >= CampaignRules.End(run.Plan, engagement.Zone()))
        {
            var ended = book with { Run = run with { Stage = CampaignStage.Ended, Next = null } };
            store.Save(ended);
            foreach (var owner in people.Where(person => person.Member.IsOwner))
                channel.SendTo(engagement.Tenant, owner.Member.Person, Reply.Of(CampaignCard.Render(new CampaignView(new Membership(engagement, owner.Member), ended, people, null, now), CampaignTexts.NowEnded)));
            return;
        }

        var owners = people.Where(person => person.Member.IsOwner).Select(person => person.Member.Name).ToArray();
        var due = new List<DateTimeOffset>();
        foreach (var person in people)
        {
            switch (CampaignRules.Of(run, person.Invitee, now))
            {
                case CampaignStep.Wait(var until):
                    due.Add(until);
                    break;
                case CampaignStep.Invite(var then):
                    run = With(run, then);
                    channel.SendTo(engagement.Tenant, then.Person, Reply.Of(Card(person, then)));
                    break;
                case CampaignStep.Remind(var then):
                    run = With(run, then);
                    channel.Remind(engagement.Tenant, then.Person, Reply.Of(Card(person, then)), CampaignRules.LastLoud(now, run.Plan.Quiet, person.Invitee.Zone));
                    break;
            }
        }

        foreach (var person in people) // what comes next for those who were written to just now
        {
            if (CampaignRules.Of(run, person.Invitee, now) is CampaignStep.Wait(var until))
                due.Add(until);
        }

        store.Save(book with { Run = timer.Again(engagement, run, due) });

        Conversation.Cards.AdaptiveCard Card(Hearer person, Invitation then) => InvitationCard.Render(new InvitationView(
            engagement, run.ByName, questions.Guides.For(person.Member.Role), run.Plan.Deadline, owners, then.Reminders, person.Interview?.Answers.Count ?? 0));
    }

    private static CampaignRun With(CampaignRun run, Invitation invitation) =>
        run with { Invitations = [.. run.Invitations.Where(one => one.Person != invitation.Person), invitation] };
}
