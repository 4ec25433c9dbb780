using System.Text.Json;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.LanguageModel;

namespace RoadmapBot.Discovery;

/// <summary>
/// Words a follow-up question while its card already waits in the outbox in the guide's own words. It leaves in either when the time is up, whatever becomes
/// of this job: nobody ever waits longer for a model.
/// </summary>
internal sealed class ProbeJob(IInterviewStore interviews, IEngagementStore engagements, Questions questions, ProbeWriter writer, IChannel channel, TimeProvider time)
{
    public const string Kind = "word-probe";

    private sealed record Order(Chat Chat, EngagementId Engagement, PersonId Person, int Ask);

    /// <param name="Probe">Null where the guide's own question is to be asked.</param>
    internal sealed record Outcome(string Payload, WordedProbe? Probe);

    public static Job For(Chat chat, Interview interview) => new(
        Kind, $"word-probe/{interview.Engagement}/{interview.Person}", JsonSerializer.Serialize(new Order(chat, interview.Engagement, interview.Person, interview.Open!.Number)));

    /// <summary>The slow part, outside any transaction. Of the interview only this question and its answer go out.</summary>
    public async Task<Outcome> Word(string payload, CancellationToken cancel)
    {
        var order = JsonSerializer.Deserialize<Order>(payload)!;
        if (await interviews.Find(order.Engagement, order.Person, cancel) is not { Open: { Probe: not null } open } interview || open.Number != order.Ask)
            return new Outcome(payload, null);
        var members = await engagements.Members(order.Engagement, cancel);
        if (members.FirstOrDefault(one => one.Person == order.Person) is not { } member
            || questions.Guides.For(member.Role).Questions.FirstOrDefault(one => one.Id == open.Question) is not { } question || interview.Answer(open.Question) is not { } given)
            return new Outcome(payload, null);
        var left = writer.Limit - (time.GetUtcNow() - open.At);
        var probe = await writer.Word(
            question, Interviewer.Texts(given), Interviewer.OpenProbes(given, question, questions.Slots), member.Role,
            new Spender(order.Chat.Tenant.Value, order.Engagement.Value, order.Person.Value), new Mask(members.Select(one => one.Name)), left, cancel);
        return new Outcome(payload, probe);
    }

    /// <summary>The quick part: the card that waits gets the wording, where it still waits and is still the open one, and leaves at once.</summary>
    public async Task Ask(Outcome outcome, CancellationToken cancel)
    {
        var order = JsonSerializer.Deserialize<Order>(outcome.Payload)!;
        var interview = await interviews.Find(order.Engagement, order.Person, cancel);
        var member = (await engagements.Members(order.Engagement, cancel)).FirstOrDefault(one => one.Person == order.Person);
        if (interview is null || member is null)
            return;
        var guide = questions.Guides.For(member.Role);
        var reworded = outcome.Probe is { } probe ? Interviewer.Reword(interview, order.Ask, probe) : interview;
        var reply = reworded != interview && guide.Questions.FirstOrDefault(one => one.Id == reworded.Open!.Question) is { } question
            ? Reply.Of(QuestionCard.Render(new QuestionView(reworded, question, Interviewer.Measure(reworded, guide), reworded.Answer(question.Id)?.Topic)) with { IsModelWritten = true })
            : null;
        if (await channel.Hasten(order.Chat, QuestionVoice.CardKey(interview, order.Ask), reply, cancel) && reply is not null)
            interviews.Save(reworded);
    }
}
