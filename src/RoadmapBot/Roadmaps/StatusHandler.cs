using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps;

/// <summary><c>status</c>: one's own interview, where the roadmap stands, and for owners who has answered.</summary>
internal sealed class StatusHandler(Sources sources, IRoadmapStore roadmaps, Discovery.Questions questions, IChannel channel)
{
    public const string Prefix = "status";

    public async Task<Answer> Show(Turn turn, Membership seat, CancellationToken cancel)
    {
        var members = await sources.Engagements.Members(seat.Engagement.Id, cancel);
        var interviews = await sources.Interviews.Of(seat.Engagement.Id, cancel);
        var participations = members
            .Select(member => new Participation(member, interviews.FirstOrDefault(interview => interview.Person == member.Person) is { } interview
                ? (interview.Stage, Interviewer.Measure(interview, questions.Guides.For(member.Role)).Of, interview.Answers.Count)
                : null))
            .ToArray();
        var view = new StatusView(
            seat, participations, (await sources.PainPoints.Of(seat.Engagement.Id, cancel)).Count + (await sources.Anonymous.Box(seat.Engagement.Id, cancel)).Count, await roadmaps.Latest(seat.Engagement.Id, cancel));
        if (turn.In.IsPersonal)
            return new Answer.Show(StatusCard.Render(view));
        channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(StatusCard.Render(view)));
        return new Answer.Tell(EngagementsTexts.WroteToYou);
    }
}
