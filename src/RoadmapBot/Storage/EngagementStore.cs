using Microsoft.EntityFrameworkCore;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Storage;

internal sealed class EngagementStore(RoadmapBotDb db) : IEngagementStore, IChatStateStore
{
    public async Task<Engagement?> Find(TenantId tenant, EngagementId id, CancellationToken cancel) =>
        await db.Engagements.FindAsync([id], cancel) is { } row && row.Tenant == tenant ? row.State : null;

    public async Task<IReadOnlyList<Engagement>> In(TenantId tenant, CancellationToken cancel) =>
        await db.Engagements.Where(row => row.Tenant == tenant).OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id).Select(row => row.State).ToListAsync(cancel);

    // Loaded first, then read from what this unit of work holds, so that a seat taken in this very turn counts.
    public async Task<IReadOnlyList<Membership>> Of(TenantId tenant, PersonId person, CancellationToken cancel)
    {
        await (from member in db.Members
               join row in db.Engagements on member.Engagement equals row.Id
               where member.Person == person && row.Tenant == tenant
               select new { member, row }).LoadAsync(cancel);
        return
        [
            .. from member in db.Members.Local
               where member.Person == person
               join row in db.Engagements.Local on member.Engagement equals row.Id
               where row.Tenant == tenant
               orderby row.CreatedAt descending
               select new Membership(row.State, member.State),
        ];
    }

    public async Task<IReadOnlyList<Member>> Members(EngagementId engagement, CancellationToken cancel)
    {
        await db.Members.Where(row => row.Engagement == engagement).LoadAsync(cancel);
        return
        [
            .. db.Members.Local.Where(row => row.Engagement == engagement).Select(row => row.State)
                .OrderBy(member => member.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(member => member.Person.Value, StringComparer.Ordinal),
        ];
    }

    public async Task<IReadOnlyList<Person>> Known(TenantId tenant, string name, int most, CancellationToken cancel)
    {
        var part = PersonRow.ForSearch(name);
        var rows = await db.People.AsNoTracking()
            .Where(row => row.Tenant == tenant && (part == "" || row.SearchName.Contains(part)))
            .OrderBy(row => row.SearchName).ThenBy(row => row.Id).Take(most).ToListAsync(cancel);
        return [.. rows.Select(row => new Person(row.Tenant, row.Id, row.Name))];
    }

    public async Task<Person?> Known(TenantId tenant, PersonId person, CancellationToken cancel) =>
        await db.People.FindAsync([tenant, person], cancel) is { } row ? new Person(row.Tenant, row.Id, row.Name) : null;

    public void Save(Engagement engagement)
    {
        if (db.Engagements.Local.FindEntry(engagement.Id) is { } entry)
            entry.Entity.State = engagement;
        else
            db.Engagements.Add(new EngagementRow { Tenant = engagement.Tenant, Id = engagement.Id, CreatedAt = engagement.CreatedAt, State = engagement });
    }

    public void Save(Member member)
    {
        if (db.Members.Local.FirstOrDefault(row => row.Engagement == member.Engagement && row.Person == member.Person) is { } row)
            row.State = member;
        else
            db.Members.Add(new MemberRow { Engagement = member.Engagement, Person = member.Person, State = member });
    }

    public void Save(Person met)
    {
        if (db.People.Local.FirstOrDefault(row => row.Tenant == met.Tenant && row.Id == met.Id) is { } row)
            row.Name = met.Name;
        else
            db.People.Add(new PersonRow { Tenant = met.Tenant, Id = met.Id, Name = met.Name });
    }

    public async Task<ChatState> Find(Chat chat, CancellationToken cancel) =>
        (await db.ChatStates.FindAsync([chat.Tenant, chat.Id], cancel))?.State ?? ChatState.New(chat);

    public void Save(ChatState state)
    {
        if (db.ChatStates.Local.FirstOrDefault(row => row.Tenant == state.Tenant && row.Chat == state.Chat) is { } row)
            row.State = state;
        else
            db.ChatStates.Add(new ChatStateRow { Tenant = state.Tenant, Chat = state.Chat, State = state });
    }
}
