using System.Text.Json;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>
/// Every night while an engagement has anonymous points: shows those that may be shown, delivers questions, passes answers on. A question to a reporter lies, as
/// any message does, beside its address in the outbox until it is sent, and not after.
/// </summary>
internal sealed class AnonymousJob(Secrecy secrecy, IEngagementStore engagements, IChannel channel, IJobs jobs, TimeProvider time)
{
    public const string Kind = "anonymous";

    private sealed record Order(TenantId Tenant, EngagementId Engagement);

    /// <summary>Notes the next night's work, once.</summary>
    public static AnonymousBox Wake(AnonymousBox box, TenantId tenant, IJobs jobs, DateTimeOffset now)
    {
        if (!box.IsWoken)
            jobs.Add(For(tenant, box.Engagement), NextNight(now));
        return box with { IsWoken = true };
    }

    public async Task Run(string payload, CancellationToken cancel)
    {
        var order = JsonSerializer.Deserialize<Order>(payload)!;
        if (await engagements.Find(order.Tenant, order.Engagement, cancel) is not { } engagement)
            return; // it is gone since, and its points with it
        var now = time.GetUtcNow();
        var (box, envelopes) = (await secrecy.Store.Box(engagement.Id, cancel), await secrecy.Store.Envelopes(engagement.Id, cancel));
        var night = Night.Of(box, envelopes, AnonymousReports.QuarterOf(now), secrecy.Seal);
        secrecy.Store.Save(night.Box);
        secrecy.Store.Save(night.Envelopes);
        if (night.Box.IsWoken)
            jobs.Add(For(order.Tenant, order.Engagement), NextNight(now));

        foreach (var (point, followUp) in night.Questions)
        {
            if (secrecy.Seal.Open(night.Envelopes.Find(AnonymousReports.HandleOf(point.Id, secrecy.Seal))?.Address) is [var tenant, var person])
                channel.SendTo(new TenantId(tenant), new PersonId(person), Reply.Of(RelayCard.Render(engagement, point, followUp, Ticket.For(engagement.Id, point.Id, new PersonId(person), secrecy.Seal, followUp.Id))));
        }

        var members = await engagements.Members(engagement.Id, cancel);
        foreach (var asker in night.Outcomes.Select(one => one.FollowUp.By).Distinct().Where(by => members.Any(member => member.Person == by && Rights.MayReadAnonymous(member))))
            channel.SendTo(order.Tenant, asker, Reply.Of(AnonymousListCard.News(engagement)));
    }

    private static Job For(TenantId tenant, EngagementId engagement) => new(Kind, $"{Kind}/{engagement}", JsonSerializer.Serialize(new Order(tenant, engagement)));

    private static DateTimeOffset NextNight(DateTimeOffset now) => new(now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}
