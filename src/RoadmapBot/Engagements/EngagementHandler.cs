using RoadmapBot.Conversation;

namespace RoadmapBot.Engagements;

/// <summary>Beginning an engagement, finding a seat in one, and choosing which one a chat is about.</summary>
internal sealed class EngagementHandler(IEngagementStore engagements, IChatStateStore chats, IChannel channel, TimeProvider time)
{
    public const string Prefix = "engagement";

    /// <summary>What somebody without a seat can do.</summary>
    /// <param name="then">What the person wanted, to be done once there is a seat; empty for nothing.</param>
    public async Task<Answer> Offer(Turn turn, string then, CancellationToken cancel)
    {
        var card = StartCard.Render(await engagements.In(turn.From.Tenant, cancel), then);
        if (turn.In.IsPersonal)
            return new Answer.Show(card);
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(card));
        return new Answer.Tell(EngagementsTexts.WroteToYou);
    }

    /// <summary>Which of the person's engagements a chat is about. Where others read along their names are not listed.</summary>
    /// <param name="then">The command to do once the engagement is chosen.</param>
    public static Answer Ask(Turn turn, IReadOnlyList<Membership> seats, string then) =>
        turn.In.IsPersonal ? new Answer.Show(ChooseCard.Render(seats, then)) : new Answer.Tell(EngagementsTexts.ChooseInGroup);

    public async Task<Answer> Switch(Turn turn, string to, CancellationToken cancel)
    {
        var seats = await engagements.Of(turn.From.Tenant, turn.From.Id, cancel);
        var named = seats.Where(seat => to.Length > 0 && seat.Engagement.Organisation.Name.Contains(to, StringComparison.CurrentCultureIgnoreCase)).ToArray();
        return (seats, named) switch
        {
            ([], _) => await Offer(turn, "", cancel),
            (_, [var one]) => await Choose(turn, one, cancel),
            _ => Ask(turn, seats, ""),
        };
    }

    /// <returns>The answer, and the command that is to be done next, if the person was on the way to one.</returns>
    public async Task<(Answer Answer, string Then)> Press(Turn turn, string verb, CardData data, CancellationToken cancel)
    {
        switch (verb)
        {
            case StartCard.NewVerb:
                return (Form([], CardData.Empty), "");
            case EngagementForm.Verb:
                return (await Create(turn, data, cancel), "");
            case ChooseCard.Verb:
                var (chosen, then) = ChooseCard.Read(data);
                var seats = await engagements.Of(turn.From.Tenant, turn.From.Id, cancel);
                var seat = seats.FirstOrDefault(one => one.Engagement.Id.Value == chosen);
                return seat is null ? (new Answer.Refuse(EngagementsTexts.NotThere), "") : (await Choose(turn, seat, cancel), turn.In.IsPersonal ? then : "");
            default:
                var engagement = data.Text(CardKeys.Engagement) is { } id ? await engagements.Find(turn.From.Tenant, EngagementId.From(id), cancel) : null;
                return (
                    engagement is null ? new Answer.Refuse(EngagementsTexts.NotThere) : await Join(turn, verb, data, engagement, cancel),
                    verb == StartCard.JoinVerb && engagement is { IsOpen: true } ? StartCard.Read(data) : "");
        }
    }

    private Answer.Show Form(IReadOnlyList<string> faults, CardData filled) => new(EngagementForm.Render(
        new EngagementFormView(filled.Text("form") ?? Guid.CreateVersion7(time.GetUtcNow()).ToString("N"), filled, NextMonth(), faults)));

    private async Task<Answer> Create(Turn turn, CardData data, CancellationToken cancel)
    {
        var (filled, faults) = EngagementForm.Read(data, NextMonth(), DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (filled is null)
            return Form(faults, data);
        var id = EngagementId.For(turn.From, filled.Form);
        var engagement = await engagements.Find(turn.From.Tenant, id, cancel);
        var member = new Member(id, turn.From.Id, turn.From.Name, filled.CreatorRole, filled.CreatorDepartment, IsOwner: true);
        if (engagement is null)
        {
            engagement = new Engagement(
                id, turn.From.Tenant, filled.Organisation, filled.Objectives, PlanningFrame.From(filled.Start, filled.Currency), filled.IsOpen, turn.From.Id, time.GetUtcNow());
            engagements.Save(engagement);
            engagements.Save(member);
            await Remember(turn, id, cancel);
        }

        return new Answer.Show(EngagementCard.Render(new Membership(engagement, member), EngagementsTexts.Created.With(engagement.Organisation.Name)));
    }

    private async Task<Answer> Choose(Turn turn, Membership seat, CancellationToken cancel)
    {
        await Remember(turn, seat.Engagement.Id, cancel);
        var told = EngagementsTexts.NowAbout.With(seat.Engagement.Organisation.Name);
        return turn.In.IsPersonal ? new Answer.Show(EngagementCard.Render(seat, told)) : new Answer.Tell(told);
    }

    private async Task<Answer> Join(Turn turn, string verb, CardData data, Engagement engagement, CancellationToken cancel)
    {
        var members = await engagements.Members(engagement.Id, cancel);
        var mine = members.FirstOrDefault(member => member.Person == turn.From.Id);
        switch (verb)
        {
            case StartCard.JoinVerb when mine is null && !engagement.IsOpen:
            case RoleRequestForm.Verb:
                return new Answer.Show(RoleRequestForm.Render(engagement, mine?.Role));
            case StartCard.JoinVerb:
                if (mine is null)
                    engagements.Save(mine = new Member(engagement.Id, turn.From.Id, turn.From.Name, Role.EndUser, null, IsOwner: false));
                await Remember(turn, engagement.Id, cancel);
                return new Answer.Show(JoinedCard.Render(new Membership(engagement, mine)));
            case RoleRequestForm.SendVerb:
                return RequestRole(turn, data, engagement, members);
            default:
                return new Answer.Refuse(EngagementsTexts.UnknownButton);
        }
    }

    private Answer RequestRole(Turn turn, CardData data, Engagement engagement, IReadOnlyList<Member> members)
    {
        if (RoleRequestForm.Read(data) is not ({ } role, var department))
            return new Answer.Refuse(EngagementsTexts.MemberIncomplete);
        var note = EngagementsTexts.Requests.With(turn.From.Name, RoleNames.Of(role));
        foreach (var owner in members.Where(member => member.IsOwner))
        {
            channel.SendTo(turn.From.Tenant, owner.Person, Reply.Of(MemberForm.Render(new MemberFormView(engagement, [], turn.From, role, department, note))));
        }

        return new Answer.Tell(EngagementsTexts.Requested.With(engagement.Organisation.Name));
    }

    private async Task Remember(Turn turn, EngagementId engagement, CancellationToken cancel) =>
        chats.Save(await chats.Find(turn.In, cancel) with { Engagement = engagement });

    private DateOnly NextMonth()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new DateOnly(today.Year, today.Month, 1).AddMonths(1);
    }
}
