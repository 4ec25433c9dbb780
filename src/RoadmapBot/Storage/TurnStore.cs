using RoadmapBot.Conversation;
using RoadmapBot.Teams;

namespace RoadmapBot.Storage;

internal sealed class TurnStore(RoadmapBotDb db, UnitOfWork unit, TimeProvider time) : ITurnStore
{
    private Turn? _turn;
    private ChatRow? _chat;

    public async Task<TurnResponse?> Open(Turn turn, ChatReference reference, CancellationToken cancel)
    {
        await unit.Begin(cancel);
        await db.Lock(turn.In.Thread, turn.In.Tenant, cancel);
        if (await db.Turns.FindAsync([turn.In.Thread, turn.Delivery], cancel) is { } before)
            return new TurnResponse(before.Status, before.Body);

        _turn = turn;
        _chat = await db.Chats.FindAsync([turn.In.Thread], cancel);
        if (_chat is null)
            db.Chats.Add(_chat = new ChatRow { Thread = turn.In.Thread, Tenant = turn.In.Tenant });
        _chat.IsOpen = true;
        _chat.Person = reference.Person;
        if (_chat.State != reference)
            _chat.State = reference;
        await Meet(turn.From, cancel);
        return null;
    }

    public bool Welcome() => !_chat!.IsWelcomed && (_chat.IsWelcomed = true);

    public void Close() => (_chat!.IsOpen, _chat.IsWelcomed) = (false, false);

    public async Task<bool> Commit(TurnResponse response, CancellationToken cancel)
    {
        db.Turns.Add(new TurnRow { Thread = _turn!.In.Thread, Activity = _turn.Delivery, At = time.GetUtcNow(), Status = response.Status, Body = response.Body });
        return await unit.Commit(cancel);
    }

    private async Task Meet(Person person, CancellationToken cancel)
    {
        if (person.Name.Length == 0)
            return;
        var row = await db.People.FindAsync([person.Tenant, person.Id], cancel);
        if (row is null)
            db.People.Add(new PersonRow { Tenant = person.Tenant, Id = person.Id, Name = person.Name, SearchName = person.Name.ToUpperInvariant() });
        else if (row.Name != person.Name)
            (row.Name, row.SearchName) = (person.Name, person.Name.ToUpperInvariant());
    }
}
