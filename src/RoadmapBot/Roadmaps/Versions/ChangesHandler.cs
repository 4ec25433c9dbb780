using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Versions;

/// <summary><c>changes</c>: what is different since an earlier version.</summary>
internal sealed class ChangesHandler(RoadmapReader reader, IRoadmapStore roadmaps, IChannel channel)
{
    public const string Prefix = "changes";

    /// <param name="since">Ends with a version's number; empty for the one that was approved last.</param>
    public async Task<Answer> Show(Turn turn, string since, Membership seat, CancellationToken cancel) =>
        await Compare(turn, since.Length == 0 ? null : int.Parse(since.Split(' ', '\t')[^1], CultureInfo.InvariantCulture), 0, seat, cancel);

    public async Task<Answer> Press(Turn turn, CardData data, Membership seat, CancellationToken cancel)
    {
        var (since, page) = ChangesCard.Read(data);
        return await Compare(turn, since, page, seat, cancel);
    }

    private async Task<Answer> Compare(Turn turn, int? since, int page, Membership seat, CancellationToken cancel)
    {
        if (!Rights.MaySeePlan(seat.Member))
            return new Answer.Refuse(RoadmapsTexts.NotYours);
        if (await reader.Latest(turn, seat, cancel) is not { } latest)
            return new Answer.Tell(ChangesTexts.NoRoadmap);
        var last = latest.Roadmap.Version;
        if (last == 1)
            return new Answer.Tell(ChangesTexts.FirstVersion);
        var approved = (await roadmaps.Approved(seat.Engagement.Id, cancel))?.Version;
        var from = since ?? (approved < last ? approved.Value : last - 1);
        if (from < 1 || from >= last)
            return new Answer.Tell(ChangesTexts.NoSuchVersion.With(from, last - 1, last));
        var versions = await roadmaps.From(seat.Engagement.Id, from, cancel);
        var card = ChangesCard.Render(new ChangesView(latest with { Roadmap = versions[0] }, latest, versions), page);
        return Say(turn, card);
    }

    private Answer Say(Turn turn, AdaptiveCard card)
    {
        if (turn.In.IsPersonal)
            return new Answer.Show(card);
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(card));
        return new Answer.Tell(EngagementsTexts.WroteToYou);
    }
}
