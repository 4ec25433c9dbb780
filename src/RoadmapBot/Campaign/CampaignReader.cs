using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign;

/// <summary>Loads everybody whom a campaign can be for.</summary>
internal sealed class CampaignReader(IEngagementStore engagements, IInterviewStore interviews, IReach reach, TimeProvider time)
{
    public async Task<CampaignView> View(Membership seat, CampaignBook book, CancellationToken cancel) =>
        new(seat, book, await People(seat.Engagement, book, cancel), reach.Link, time.GetUtcNow());

    public async Task<IReadOnlyList<Hearer>> People(Engagement engagement, CampaignBook book, CancellationToken cancel)
    {
        var members = await engagements.Members(engagement.Id, cancel);
        var begun = (await interviews.Of(engagement.Id, cancel)).ToDictionary(interview => interview.Person);
        var reached = await reach.Of(engagement.Tenant, [.. members.Select(member => member.Person)], cancel);
        return [.. members.Select(member => Of(member, begun.GetValueOrDefault(member.Person)))];

        Hearer Of(Member member, Interview? interview)
        {
            var wish = book.WishOf(member.Person);
            var zone = wish.Zone is { } own && TimeZoneInfo.TryFindSystemTimeZoneById(own, out var found) ? found : engagement.Zone();
            var isFinished = interview is { Stage: InterviewStage.PlayingBack or InterviewStage.Confirmed };
            return new Hearer(new Invitee(member, zone, isFinished, wish.IsQuiet, reached[member.Person]), interview);
        }
    }
}
