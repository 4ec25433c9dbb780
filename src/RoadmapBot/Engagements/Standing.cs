using RoadmapBot.Conversation;

namespace RoadmapBot.Engagements;

/// <summary>Which engagement a turn is about, as far as it can be told without asking.</summary>
internal abstract record Standing
{
    internal sealed record In(Membership Membership) : Standing;

    /// <summary>The person has several seats, and this chat has not been given to one of them.</summary>
    internal sealed record Undecided(IReadOnlyList<Membership> Seats) : Standing;

    /// <summary>The person has no seat here.</summary>
    internal sealed record Outside : Standing;
}

/// <summary>Finds the standing of whoever acts: what a card names comes first, then what the chat is about, then the only seat there is.</summary>
internal sealed class StandingFinder(IEngagementStore engagements, IChatStateStore chats)
{
    /// <param name="named">The engagement that a card named; anything that the person has no seat in counts as outside.</param>
    public async Task<Standing> Find(Turn turn, string? named, CancellationToken cancel)
    {
        var seats = await engagements.Of(turn.From.Tenant, turn.From.Id, cancel);
        if (named is not null)
            return Seat(seats, EngagementId.From(named));
        var state = await chats.Find(turn.In, cancel);
        if (state.Engagement is { } chosen && (Seat(seats, chosen) is Standing.In || !turn.In.IsPersonal))
            return Seat(seats, chosen);
        return seats switch
        {
            [] => new Standing.Outside(),
            [var only] => new Standing.In(only),
            _ => new Standing.Undecided(seats),
        };
    }

    private static Standing Seat(IReadOnlyList<Membership> seats, EngagementId id) =>
        seats.FirstOrDefault(seat => seat.Engagement.Id == id) is { } found ? new Standing.In(found) : new Standing.Outside();
}
