using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Engagements;

/// <summary>The owner's side of the members: list, add, change.</summary>
internal sealed class MemberHandler(IEngagementStore engagements, IChannel channel)
{
    public const string Prefix = "member";

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MayManage(seat.Member))
            return new Answer.Refuse(EngagementsTexts.OwnersOnly);
        return verb switch
        {
            MembersCard.Verb => new Answer.Show(MembersCard.Render(seat, await engagements.Members(seat.Engagement.Id, cancel), MembersCard.Read(data))),
            MemberForm.Verb => new Answer.Show(MemberForm.Render(new MemberFormView(
                seat.Engagement, await engagements.Known(turn.From.Tenant, "", MostOffered, cancel), null, Role.EndUser, null, null))),
            MemberForm.SetVerb => await Set(turn, data, seat, cancel),
            _ => new Answer.Refuse(EngagementsTexts.UnknownButton),
        };
    }

    /// <summary>People of the tenant whose name holds what was typed.</summary>
    public async Task<Answer> Search(Turn turn, Happening.Searched search, CancellationToken cancel)
    {
        var seats = await engagements.Of(turn.From.Tenant, turn.From.Id, cancel);
        if (search.Dataset != MemberForm.PeopleDataset || !seats.Any(seat => Rights.MayManage(seat.Member)))
            return new Answer.Choices([]);
        var people = await engagements.Known(turn.From.Tenant, search.Query, search.Skip + search.Top, cancel);
        return new Answer.Choices([.. people.Skip(search.Skip).Select(person => new Choice(person.Name, person.Id.Value))]);
    }

    private const int MostOffered = 50;

    private async Task<Answer> Set(Turn turn, CardData data, Membership seat, CancellationToken cancel)
    {
        var (id, role, department, isOwner) = MemberForm.Read(data);
        if (id is not { } person || role is not { } chosen)
            return new Answer.Refuse(EngagementsTexts.MemberIncomplete);
        if (!Rights.MayAssign(seat.Member, person, chosen))
            return new Answer.Refuse(EngagementsTexts.NotYourselfExecutive);
        if (await engagements.Known(turn.From.Tenant, person, cancel) is not { } known)
            return new Answer.Refuse(EngagementsTexts.PersonUnknown);

        var members = await engagements.Members(seat.Engagement.Id, cancel);
        var before = members.FirstOrDefault(member => member.Person == person);
        var staysOwner = isOwner || before is { IsOwner: true };
        var after = new Member(seat.Engagement.Id, person, known.Name, chosen, department, staysOwner);
        if (after == before)
            return new Answer.Show(MembersCard.Render(seat, members, 0));

        engagements.Save(after);
        if (person != turn.From.Id)
        {
            channel.SendTo(turn.From.Tenant, person, Reply.Of(EngagementCard.Render(
                new Membership(seat.Engagement, after), EngagementsTexts.YouTakePart.With(seat.Engagement.Organisation.Name, RoleNames.Of(chosen)))));
        }

        if (after.IsOwner && before is not { IsOwner: true })
            TellOfOwner(turn, seat, after, members);
        return new Answer.Show(MembersCard.Render(
            seat, [.. members.Where(member => member.Person != person).Append(after).OrderBy(member => member.Name, StringComparer.CurrentCultureIgnoreCase)], 0));
    }

    /// <summary>Whoever has answered was told who reads the answers; now it is one more.</summary>
    private void TellOfOwner(Turn turn, Membership seat, Member owner, IReadOnlyList<Member> members)
    {
        foreach (var member in members.Where(member => member.Person != owner.Person && member.Person != turn.From.Id))
            channel.SendTo(turn.From.Tenant, member.Person, Reply.Of(EngagementsTexts.NewOwner.With(owner.Name, seat.Engagement.Organisation.Name)));
    }
}
