using System.Text.Json;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Teams;

/// <summary>An owner began in a group chat or channel: the people of that chat can then be given seats, though they have not written to the bot yet.</summary>
internal sealed class RosterJob(IOutboxStore chats, ConnectorClient connector, IEngagementStore engagements, IChannel channel)
{
    public const string Kind = "roster";

    private const int MostOffered = 50;

    private sealed record Order(Chat Chat, EngagementId Engagement, PersonId Owner);

    internal sealed record Read(string Payload, IReadOnlyList<Person> People);

    public static Job For(Turn turn, EngagementId engagement) =>
        new(Kind, $"roster/{turn.In.Id}", JsonSerializer.Serialize(new Order(turn.In, engagement, turn.From.Id)));

    /// <returns>Null where the people cannot be had.</returns>
    public async Task<Read?> Fetch(string payload, CancellationToken cancel) =>
        await chats.Find(JsonSerializer.Deserialize<Order>(payload)!.Chat, cancel) is { } reference && await connector.Members(reference, cancel) is { } people
            ? new Read(payload, people)
            : null;

    public async Task Offer(Read read, CancellationToken cancel)
    {
        var order = JsonSerializer.Deserialize<Order>(read.Payload)!;
        if (await engagements.Find(order.Chat.Tenant, order.Engagement, cancel) is not { } engagement)
            return;
        var seated = (await engagements.Members(order.Engagement, cancel)).Select(member => member.Person).ToHashSet();
        var people = read.People.Where(person => person.Name.Length > 0 && !seated.Contains(person.Id)).ToArray();
        foreach (var person in people)
        {
            if (await engagements.Known(person.Tenant, person.Id, cancel) is null)
                engagements.Save(person);
        }

        if (people.Length > 0)
        {
            channel.SendTo(order.Chat.Tenant, order.Owner, Reply.Of(MemberForm.Render(
                new MemberFormView(engagement, [.. people.Take(MostOffered)], null, Role.EndUser, null, TeamsTexts.RosterRead.With(people.Length)))));
        }
    }
}
