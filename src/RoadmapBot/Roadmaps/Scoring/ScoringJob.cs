using System.Text.Json;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>Closes a round, at its time or earlier, and brings the results to those who took part and to the owners.</summary>
internal sealed class ScoringJob(IEngagementStore engagements, IRoadmapStore roadmaps, IScoringStore rounds, IChannel channel, TimeProvider time)
{
    public const string Kind = "scoring";

    private sealed record Order(TenantId Tenant, EngagementId Engagement, int Round);

    /// <summary>To be done when the round's time is over.</summary>
    public static Job For(TenantId tenant, ScoringRound round) =>
        new(Kind, $"scoring/{round.Engagement}/{round.Number}", JsonSerializer.Serialize(new Order(tenant, round.Engagement, round.Number)));

    /// <summary>Does nothing where the round is closed already, or gone.</summary>
    public async Task Run(string payload, CancellationToken cancel)
    {
        var order = JsonSerializer.Deserialize<Order>(payload)!;
        if (await engagements.Find(order.Tenant, order.Engagement, cancel) is { } engagement && await rounds.Find(order.Engagement, order.Round, cancel) is { } round)
            await Settle(engagement, round, null, cancel);
    }

    /// <summary>Closes the round where everybody has answered or its time is over.</summary>
    /// <param name="reader">Who sees the results anyway; null for nobody.</param>
    /// <returns>The round as it is then.</returns>
    public async Task<ScoringRound> Settle(Engagement engagement, ScoringRound round, PersonId? reader, CancellationToken cancel) =>
        ScoringRules.IsDue(round, time.GetUtcNow()) ? await Close(engagement, round, reader, cancel) : round;

    /// <inheritdoc cref="Settle"/>
    public async Task<ScoringRound> Close(Engagement engagement, ScoringRound round, PersonId? reader, CancellationToken cancel)
    {
        var closed = ScoringRules.Close(round, time.GetUtcNow());
        rounds.Save(closed);
        var latest = (await roadmaps.Latest(engagement.Id, cancel))?.Version ?? closed.Version;
        var readers = (await engagements.Members(engagement.Id, cancel))
            .Where(member => Rights.MaySeePlan(member) && (member.IsOwner || closed.Participants.Contains(member.Person)) && member.Person != reader);
        foreach (var member in readers)
            channel.SendTo(engagement.Tenant, member.Person, Reply.Of(ScoringResultCard.Render(new ScoringView(new Membership(engagement, member), closed, latest))));
        return closed;
    }
}
