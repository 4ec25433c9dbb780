using System.Text.Json;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>Each fortnight during execution: asks whoever owns an initiative in hand how it gets on, with one card for all of theirs.</summary>
internal sealed class AskJob(IEngagementStore engagements, IRoadmapStore roadmaps, IProgressStore store, AskTimer timer, IChannel channel)
{
    public const string Kind = "ask-progress";

    /// <param name="Due">Which asking it is.</param>
    private sealed record Order(TenantId Tenant, EngagementId Engagement, DateTimeOffset Due);

    public static Job For(Engagement engagement, DateTimeOffset due) =>
        new(Kind, $"{Kind}/{engagement.Id}/{due.UtcTicks}", JsonSerializer.Serialize(new Order(engagement.Tenant, engagement.Id, due)));

    public async Task Run(string payload, DateTimeOffset now, CancellationToken cancel)
    {
        var order = JsonSerializer.Deserialize<Order>(payload)!;
        var progress = await store.Of(order.Engagement, cancel);
        if (progress.Asking.Next != order.Due || await engagements.Find(order.Tenant, order.Engagement, cancel) is not { } engagement)
            return; // another one took its place, or the engagement is gone since
        var roadmap = await roadmaps.Approved(engagement.Id, cancel) ?? await roadmaps.Latest(engagement.Id, cancel);
        Track[] tracks = roadmap is null ? [] : [.. roadmap.Plan.Initiatives.Select(one => Track.Of(one, progress, engagement.Today(now)))];
        if (roadmap is null || !tracks.Any(track => track.IsOpen))
        {
            store.Save(progress with { Asking = progress.Asking with { Next = null } }); // the next approval or update wakes it
            return;
        }

        store.Save(timer.Again(engagement, progress));
        var members = await engagements.Members(engagement.Id, cancel);
        foreach (var (member, theirs) in AskRules.Whom(tracks, members, progress.Asking.Quiet))
        {
            var view = new RoadmapView(new Reader(new Membership(engagement, member), IsAlone: true), roadmap, members, IsBehind: false);
            channel.SendTo(engagement.Tenant, member.Person, Reply.Of(AskCard.Render(view, theirs)));
        }
    }
}
