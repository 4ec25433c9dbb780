using System.Text.Json;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps.Writing;

namespace RoadmapBot.Roadmaps;

/// <summary>Everything that was said in an engagement, for reading only.</summary>
internal sealed record Sources(IEngagementStore Engagements, IInterviewStore Interviews, IPainPointStore PainPoints, IAnonymousStore Anonymous)
{
    /// <summary>What may be drafted from: of the anonymous pain points those that are shown.</summary>
    public async Task<Testimony> Testimony(Engagement engagement, IReadOnlyList<Member> members, CancellationToken cancel) => Hearings.Of(
        engagement, members, await Interviews.Of(engagement.Id, cancel), await PainPoints.Of(engagement.Id, cancel), await Anonymous.Box(engagement.Id, cancel));
}

/// <summary>Drafts a new version from everything that was said, and shows it where it was asked for.</summary>
internal sealed class DraftJob(Sources sources, IRoadmapStore roadmaps, InitiativeLibrary library, DraftWriter writer, IMeanwhile meanwhile, IChannel channel, IJobs jobs, TimeProvider time)
{
    public const string Kind = "draft";

    /// <summary>Ids and a choice: all that the work table may hold.</summary>
    private sealed record Order(TenantId Tenant, EngagementId Engagement, PersonId By, Chat Chat, Sight Show);

    /// <summary>What came out; null where nothing has been said since the latest version.</summary>
    internal sealed record Drafted(string Payload, Testimony From, Source Source, (GapAnalysis Analysis, Plan Plan, IReadOnlyDictionary<string, string> Asked, Written? Written)? Result)
    {
        /// <summary>The message that has said how far it is; null where none has.</summary>
        public string? News { get; init; }
    }

    public static Job For(Turn turn, EngagementId engagement, Sight show) =>
        new(Kind, $"draft/{engagement}", JsonSerializer.Serialize(new Order(turn.From.Tenant, engagement, turn.From.Id, turn.In, show)));

    /// <summary>The slow part, outside any transaction.</summary>
    /// <returns>Null where the engagement is gone since.</returns>
    public async Task<Drafted?> Draft(string payload, CancellationToken cancel)
    {
        var order = Read(payload);
        if (await sources.Engagements.Find(order.Tenant, order.Engagement, cancel) is not { } engagement)
            return null;
        var members = await sources.Engagements.Members(order.Engagement, cancel);
        var testimony = await sources.Testimony(engagement, members, cancel);
        var source = Hearings.SourceOf(testimony, engagement.Frame);
        if ((await roadmaps.Latest(engagement.Id, cancel))?.Source.Fingerprint == source.Fingerprint)
            return new Drafted(payload, testimony, source, null);
        var analysis = Analyst.Analyse(testimony, library.Gaps, engagement.Frame.Start);
        var plan = Planner.Plan(analysis, testimony, library, engagement.Frame);
        var news = new DraftNews(meanwhile, order.Chat, $"drafting/{order.Engagement}");
        var written = await writer.Write(engagement, members, order.By, testimony, analysis, plan, news, cancel);
        return new Drafted(payload, testimony, source, (analysis, plan, Hearings.Asked(testimony, analysis, plan), written)) { News = news.HasSaid ? news.Key : null };
    }

    /// <summary>The quick part: the next version is kept, with everybody's edits, and shown.</summary>
    public async Task Publish(Drafted drafted, CancellationToken cancel)
    {
        var order = Read(drafted.Payload);
        if (drafted.News is { } news)
            channel.Remove(order.Chat, news);
        var members = await sources.Engagements.Members(order.Engagement, cancel);
        var engagement = await sources.Engagements.Find(order.Tenant, order.Engagement, cancel);
        var roadmap = await roadmaps.Latest(order.Engagement, cancel);
        if (drafted.Result is var (analysis, plan, asked, written))
        {
            if (engagement is null)
                return;
            if (!Hearings.Holds(await sources.Testimony(engagement, members, cancel), drafted.From))
            {
                jobs.Add(new Job(Kind, $"draft/{order.Engagement}", drafted.Payload), time.GetUtcNow()); // words were taken back meanwhile: this draft must not keep them
                return;
            }

            roadmap = new Roadmap(
                order.Engagement, (roadmap?.Version ?? 0) + 1, analysis, plan, roadmap?.Edits ?? [], asked, drafted.Source, order.By, time.GetUtcNow(), [], roadmap?.Remarks ?? [])
            { Written = written };
            roadmaps.Save(roadmap);
        }

        if (engagement is null || roadmap is null || members.FirstOrDefault(member => member.Person == order.By) is not { } asker)
            return; // the engagement or the seat is gone since
        var mayStand = RoadmapView.MayStand(order.Chat, order.Show, asker);
        var view = new RoadmapView(new Reader(new Membership(engagement, asker), order.Chat.IsPersonal || !mayStand), roadmap, members, IsBehind: false);
        var card = Reply.Of(view.CardFor(order.Show));
        if (mayStand)
        {
            channel.Send(order.Chat, card);
            return;
        }

        channel.SendTo(order.Tenant, order.By, card);
        channel.Send(order.Chat, Reply.Of(EngagementsTexts.WroteToYou));
    }

    /// <summary>The draft failed again and again: whoever waits for it hears so.</summary>
    public void GiveUp(string payload) => channel.Send(Read(payload).Chat, Reply.Of(RoadmapsTexts.DraftFailed));

    private static Order Read(string payload) => JsonSerializer.Deserialize<Order>(payload)!;
}
