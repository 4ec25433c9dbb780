using System.Text.Json;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign.Passing;

/// <summary>The deadline of a question that was passed on.</summary>
internal sealed class PassJob(IEngagementStore engagements, ICampaignStore store, PassHandler passes)
{
    public const string Kind = "pass";

    private sealed record Order(TenantId Tenant, EngagementId Engagement, string Pass, DateTimeOffset Due);

    public static Job For(Engagement engagement, Pass pass, DateTimeOffset due) =>
        new(Kind, $"{Kind}/{pass.Id}", JsonSerializer.Serialize(new Order(engagement.Tenant, engagement.Id, pass.Id, due)));

    public async Task Run(string payload, CancellationToken cancel)
    {
        var order = JsonSerializer.Deserialize<Order>(payload)!;
        var book = await store.Of(order.Engagement, cancel);
        if (book.Passes.FirstOrDefault(pass => pass.Id == order.Pass) is not { State: PassState.Waiting } open || await engagements.Find(order.Tenant, order.Engagement, cancel) is not { } engagement)
            return;
        if (LocalTime.At(open.Deadline.AddDays(1), TimeOnly.MinValue, engagement.Zone()) is var due && due > order.Due)
            return; // it was passed on with a later day, which has a job of its own
        await passes.GiveBack(book, engagement, open with { State = PassState.Expired }, await engagements.Members(engagement.Id, cancel), cancel);
    }
}
