using System.Text.Json;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>Everything that was said in an engagement, for reading only.</summary>
internal sealed record Sources(IEngagementStore Engagements, IInterviewStore Interviews, IPainPointStore PainPoints);

/// <summary>Drafts a new version from everything that was said, and shows it where it was asked for.</summary>
internal sealed class DraftJob(Sources sources, IRoadmapStore roadmaps, InitiativeLibrary library, IChannel channel, TimeProvider time)
{
    public const string Kind = "draft";

    /// <summary>Ids and a choice: all that the work table may hold.</summary>
    private sealed record Order(TenantId Tenant, EngagementId Engagement, PersonId By, Chat Chat, Sight Show);

    public static Conversation.Job For(Turn turn, EngagementId engagement, Sight show) =>
        new(Kind, $"draft/{engagement}", JsonSerializer.Serialize(new Order(turn.From.Tenant, engagement, turn.From.Id, turn.In, show)));

    public async Task Run(string payload, CancellationToken cancel)
    {
        var order = JsonSerializer.Deserialize<Order>(payload)!;
        var members = await sources.Engagements.Members(order.Engagement, cancel);
        if (await sources.Engagements.Find(order.Tenant, order.Engagement, cancel) is not { } engagement
            || members.FirstOrDefault(member => member.Person == order.By) is not { } asker)
            return; // the engagement or the seat is gone since

        var testimony = Hearings.Of(
            engagement, members, await sources.Interviews.Of(engagement.Id, cancel), await sources.PainPoints.Of(engagement.Id, cancel));
        var source = Hearings.SourceOf(testimony);
        var latest = await roadmaps.Latest(engagement.Id, cancel);
        if (latest?.Source.Fingerprint != source.Fingerprint)
        {
            var analysis = Analyst.Analyse(testimony, library.Gaps);
            var plan = Planner.Plan(analysis, testimony, library, engagement.Start, engagement.Currency);
            latest = new Roadmap(
                engagement.Id, (latest?.Version ?? 0) + 1, analysis, plan, latest?.Edits ?? [], source, order.By, time.GetUtcNow(), [], latest?.Remarks ?? []);
            roadmaps.Save(latest);
        }

        var view = new RoadmapView(new Reader(new Membership(engagement, asker), order.Chat.IsPersonal), latest, members, Since: 0);
        channel.Send(order.Chat, Reply.Of(view.Card(order.Show)));
    }

    /// <summary>The draft failed again and again: whoever waits for it hears so.</summary>
    public void GiveUp(string payload) => channel.Send(JsonSerializer.Deserialize<Order>(payload)!.Chat, Reply.Of(RoadmapsTexts.DraftFailed));
}
