using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps;

/// <summary>Loads a version as the person who asks may see it.</summary>
internal sealed class RoadmapReader(Sources sources, IRoadmapStore roadmaps)
{
    public Task<RoadmapView?> Latest(Turn turn, Membership seat, CancellationToken cancel) => Of(turn, null, seat, cancel);

    /// <summary>The version that is carried out: the latest that was approved, or the latest of all where none was.</summary>
    public async Task<RoadmapView?> InForce(Turn turn, Membership seat, CancellationToken cancel) =>
        await Of(turn, (await roadmaps.Approved(seat.Engagement.Id, cancel))?.Version, seat, cancel);

    /// <param name="version">Null for the latest.</param>
    public async Task<RoadmapView?> Of(Turn turn, int? version, Membership seat, CancellationToken cancel)
    {
        var roadmap = version is { } number
            ? await roadmaps.Find(seat.Engagement.Id, number, cancel)
            : await roadmaps.Latest(seat.Engagement.Id, cancel);
        if (roadmap is null)
            return null;
        var members = await sources.Engagements.Members(seat.Engagement.Id, cancel);
        var said = await sources.Testimony(seat.Engagement, members, cancel);
        return new RoadmapView(
            new Reader(seat, turn.In.IsPersonal, said), roadmap, members, Rights.MayDraft(seat.Member) && Hearings.SourceOf(said, seat.Engagement.Frame).Fingerprint != roadmap.Source.Fingerprint);
    }

    /// <summary>What a draft would stand on now.</summary>
    public async Task<Source> Source(Membership seat, CancellationToken cancel) =>
        Hearings.SourceOf(await sources.Testimony(seat.Engagement, await sources.Engagements.Members(seat.Engagement.Id, cancel), cancel), seat.Engagement.Frame);
}
