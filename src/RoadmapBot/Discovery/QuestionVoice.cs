using RoadmapBot.Conversation;

namespace RoadmapBot.Discovery;

/// <summary>Puts a question into the chat: at once, or a follow-up question within the time that a model has to word it.</summary>
internal sealed class QuestionVoice(IChannel channel, IJobs jobs, ProbeWriter writer, TimeProvider time)
{
    /// <summary>What else an interview says.</summary>
    public IChannel Channel => channel;

    /// <summary>What is answered goes to a language model, which whoever answers has to know.</summary>
    public bool HasModel => writer.IsOn;

    public void Ask(Chat chat, QuestionView view)
    {
        var interview = view.Interview;
        var (reply, key) = (Reply.Of(QuestionCard.Render(view)), CardKey(interview, interview.Open!.Number));
        if (interview.Open.Probe is null || !writer.IsOn)
        {
            channel.Send(chat, reply, key);
            return;
        }

        channel.Send(chat, reply, key, notBefore: time.GetUtcNow() + writer.Limit);
        jobs.Add(ProbeJob.For(chat, interview), time.GetUtcNow());
    }

    public static string CardKey(Interview interview, int ask) => $"interview/{interview.Engagement}/{ask}";
}
