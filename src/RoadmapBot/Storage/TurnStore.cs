using RoadmapBot.Conversation;
using RoadmapBot.Teams;

namespace RoadmapBot.Storage;

internal sealed class TurnStore(RoadmapBotDb db, UnitOfWork unit, EngagementStore people, AuditStore audit, TimeProvider time) : ITurnStore
{
    private Turn? _turn;
    private ChatRow? _chat;

    public async Task<TurnResponse?> Open(Turn turn, ChatReference reference, CancellationToken cancel)
    {
        await unit.Begin(cancel);
        _chat = await db.Lock(turn.In, cancel);
        if (await db.Turns.FindAsync([turn.In.Thread, turn.Delivery], cancel) is { } before)
            return new TurnResponse(before.Status, before.Body);

        _turn = turn;
        audit.Actor = turn.From.Id;
        _chat.IsOpen = true;
        _chat.Person = reference.Person;
        if (_chat.State != reference)
            _chat.State = reference;
        if (turn.From.Name.Length > 0 && await people.Known(turn.From.Tenant, turn.From.Id, cancel) != turn.From)
            people.Save(turn.From);
        return null;
    }

    public bool Welcome() => !_chat!.IsWelcomed && (_chat.IsWelcomed = true);

    public void Close() => (_chat!.IsOpen, _chat.IsWelcomed) = (false, false);

    public async Task<bool> Commit(TurnResponse response, CancellationToken cancel)
    {
        db.Turns.Add(new TurnRow { Thread = _turn!.In.Thread, Activity = _turn.Delivery, At = time.GetUtcNow(), Status = response.Status, Body = response.Body });
        return await unit.Commit(cancel);
    }

    public bool IsAway(Exception fault) => db.IsAway(fault);
}
