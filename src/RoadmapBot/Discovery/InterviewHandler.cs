using System.Diagnostics;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>The interview in the chat: load, let the rules decide, save, say.</summary>
internal sealed class InterviewHandler(IInterviewStore interviews, IEngagementStore engagements, IChatStateStore chats, Questions questions, QuestionVoice voice, TimeProvider time)
{
    public const string Prefix = "interview";

    private IChannel Channel => voice.Channel;

    /// <summary><c>start</c> and <c>continue</c>: begins, goes on where it stopped, or shows what was heard.</summary>
    public async Task<Answer> Start(Turn turn, Membership seat, CancellationToken cancel)
    {
        if (!turn.In.IsPersonal)
        {
            Channel.SendTo(turn.From.Tenant, turn.From.Id, Reply.Of(JoinedCard.Render(seat)));
            return new Answer.Tell(DiscoveryTexts.OnlyPersonal);
        }

        // A seat elsewhere, given meanwhile, must not make the answers typed here nobody's.
        if (await chats.Find(turn.In, cancel) is var chat && chat.Engagement != seat.Engagement.Id)
            chats.Save(chat with { Engagement = seat.Engagement.Id });
        var guide = questions.Guides.For(seat.Member.Role);
        if (await interviews.Find(seat.Engagement.Id, turn.From.Id, cancel) is { } interview)
        {
            if (interview.Asks == 0)
                await Introduce(); // so far only a colleague's question was answered
            return Say(turn, interview, Interviewer.Resume(interview, guide, time.GetUtcNow()), guide, null);
        }

        await Introduce();
        return Say(turn, null, Interviewer.Begin(seat.Engagement.Id, turn.From.Id, guide, time.GetUtcNow()), guide, null);

        async Task Introduce()
        {
            var owners = (await engagements.Members(seat.Engagement.Id, cancel)).Where(member => member.IsOwner).Select(member => member.Name);
            Channel.Send(turn.In, Reply.Of(IntroCard.Render(seat, guide, [.. owners], voice.HasModel)));
        }
    }

    /// <summary>A typed text, where a question stands open for it in this chat.</summary>
    /// <param name="order">How the person can say the same so that it can only be an order; null where it is none.</param>
    /// <returns>Null where none does.</returns>
    public async Task<Answer?> TryAnswer(Turn turn, string text, string? order, Membership seat, CancellationToken cancel)
    {
        if (!turn.In.IsPersonal || await interviews.Find(seat.Engagement.Id, turn.From.Id, cancel) is not { Stage: InterviewStage.Asking, Open: not null } interview)
            return null;
        if (text.Length == 0)
            return new Answer.Tell(DiscoveryTexts.OnlyText);
        var guide = questions.Guides.For(seat.Member.Role);
        var step = Interviewer.Say(interview, guide, questions.Slots, text, turn.Id, isMeant: false, time.GetUtcNow(), isLikeCommand: order is not null);
        return step is InterviewStep.Doubts { Why: Doubt.Command } ? new Answer.Show(DoubtCard.Render(interview, text, turn.Id, Doubt.Command, order)) : Say(turn, interview, step, guide, interview.Open.Question);
    }

    /// <summary><c>cancel</c>: a break; what was said stays.</summary>
    /// <returns>Null where no question stands open.</returns>
    public async Task<Answer?> TryPause(Turn turn, Membership seat, CancellationToken cancel)
    {
        if (!turn.In.IsPersonal || await interviews.Find(seat.Engagement.Id, turn.From.Id, cancel) is not { Stage: InterviewStage.Asking } interview)
            return null;
        var guide = questions.Guides.For(seat.Member.Role);
        return Say(turn, interview, Interviewer.Pause(interview, guide, time.GetUtcNow()), guide, null);
    }

    /// <summary>The open question was passed on to a colleague: it counts as not this person's, and the next is asked.</summary>
    /// <param name="told">What is said of it first.</param>
    public async Task<Answer> HandOver(Turn turn, int ask, string told, Membership seat, CancellationToken cancel)
    {
        if (await interviews.Find(seat.Engagement.Id, turn.From.Id, cancel) is not { Open: { } open } interview)
            return new Answer.Refuse(DiscoveryTexts.NoInterview);
        var guide = questions.Guides.For(seat.Member.Role);
        Channel.Send(turn.In, Reply.Of(told));
        return Say(turn, interview, Interviewer.PassOver(interview, guide, ask, GivenKind.NotMine, time.GetUtcNow()), guide, open.Question);
    }

    public async Task<Answer> Press(Turn turn, string verb, CardData data, Membership seat, CancellationToken cancel)
    {
        if (!turn.In.IsPersonal || await interviews.Find(seat.Engagement.Id, turn.From.Id, cancel) is not { } interview)
            return new Answer.Refuse(DiscoveryTexts.NoInterview);
        var guide = questions.Guides.For(seat.Member.Role);
        var now = time.GetUtcNow();
        var (ask, chosen) = QuestionCard.Read(data);
        var answered = interview.Open?.Number == ask ? interview.Open.Question : (QuestionId?)null;
        switch (verb)
        {
            case QuestionCard.ChooseVerb:
                return Say(turn, interview, Interviewer.Choose(interview, guide, questions.Slots, ask, chosen ?? "", now), guide, answered);
            case QuestionCard.SkipVerb:
                return Say(turn, interview, Interviewer.PassOver(interview, guide, ask, GivenKind.Skipped, now), guide, answered);
            case QuestionCard.UnknownVerb:
                return Say(turn, interview, Interviewer.PassOver(interview, guide, ask, GivenKind.Unknown, now), guide, answered);
            case QuestionCard.NotMineVerb:
                return Say(turn, interview, Interviewer.PassOver(interview, guide, ask, GivenKind.NotMine, now), guide, answered);
            case QuestionCard.PauseVerb:
                return Say(turn, interview, Interviewer.Pause(interview, guide, now), guide, null);
            case AnsweredCard.ChangeVerb when AnsweredCard.Read(data) is { Value.Length: > 0 } question:
                return Say(turn, interview, Interviewer.Change(interview, guide, question, now), guide, null);
            case AnsweredCard.ChangeVerb:
                return new Answer.Refuse(DiscoveryTexts.ChangeWhichFirst);
            case PlaybackCard.ConfirmVerb:
                return PlaybackCard.Read(data) is ({ } fit, var remark)
                    ? Say(turn, interview, Interviewer.Confirm(interview, fit, remark, now), guide, null)
                    : new Answer.Refuse(DiscoveryTexts.FitFirst);
            case DoubtCard.UseVerb:
                var (meant, text, message) = DoubtCard.Read(data);
                return interview.Open?.Number == meant && text is not null
                    ? Say(turn, interview, Interviewer.Say(interview, guide, questions.Slots, text, message, isMeant: true, now), guide, interview.Open.Question)
                    : new Answer.Refuse(DiscoveryTexts.AlreadyAnswered);
            case DoubtCard.LeaveVerb:
                return Say(turn, interview, Interviewer.Resume(interview, guide, now), guide, null);
            default:
                return new Answer.Refuse(EngagementsTexts.UnknownButton);
        }
    }

    /// <summary>A message was edited or deleted in the chat; where it held an answer, the answer follows.</summary>
    /// <param name="text">Null for deleted; a message that was emptied is as good as that.</param>
    public async Task<Answer> Amend(Turn turn, string message, string? text, Membership seat, CancellationToken cancel)
    {
        if (await interviews.Find(seat.Engagement.Id, turn.From.Id, cancel) is not { } interview)
            return Answer.Nothing;
        return Say(turn, interview, Interviewer.Amend(interview, message, string.IsNullOrWhiteSpace(text) ? null : text, time.GetUtcNow()), questions.Guides.For(seat.Member.Role), null);
    }

    /// <param name="answered">The question that this turn answered, whose card now shows the answer.</param>
    /// <param name="before">Null where the interview begins.</param>
    private Answer Say(Turn turn, Interview? before, InterviewStep step, Guide guide, QuestionId? answered)
    {
        if (step.Next != before)
            interviews.Save(step.Next);
        var isPressed = turn.What is Happening.Pressed { InPlace: true };
        var given = answered is { } question ? step.Next.Answer(question) : null;
        switch (step)
        {
            case InterviewStep.Asks(var next, var progress):
                ShowAnswered();
                var asked = guide.Questions.First(one => one.Id == next.Open!.Question);
                voice.Ask(turn.In, new QuestionView(next, asked, progress, isPressed ? null : given?.Topic));
                return Instead();
            case InterviewStep.PlaysBack(var next):
                ShowAnswered();
                Channel.Send(turn.In, Reply.Of(PlaybackCard.Render(next)), QuestionVoice.CardKey(next, 0));
                return Instead();
            case InterviewStep.Pauses(var next, var progress):
                return new Answer.Show(PausedCard.Render(next, progress));
            case InterviewStep.Confirms(var next):
                return new Answer.Show(ConfirmedCard.Render(next));
            case InterviewStep.Doubts(var next, var text, var why):
                return new Answer.Show(DoubtCard.Render(next, text, turn.Id, why, null));
            case InterviewStep.Amends(_, var amended):
                return new Answer.Tell((amended.Text is null ? DiscoveryTexts.Withdrawn : DiscoveryTexts.Amended).With(amended.Topic));
            case InterviewStep.Passes:
                return turn.What is Happening.Edited or Happening.Deleted ? Answer.Nothing : new Answer.Refuse(DiscoveryTexts.AlreadyAnswered);
            default:
                throw new UnreachableException();
        }

        // Typed: the open card of the chat is brought up to date. Pressed: the answer of the press does that.
        void ShowAnswered()
        {
            if (!isPressed && given is not null && before?.Open is { } open)
                Channel.Replace(turn.In, QuestionVoice.CardKey(before, open.Number), Reply.Of(AnsweredCard.Render(step.Next, given)));
        }

        Answer Instead() => isPressed && given is not null ? new Answer.Show(AnsweredCard.Render(step.Next, given))
            : isPressed ? new Answer.Tell(DiscoveryTexts.SeeBelow)
            : Answer.Nothing;
    }
}
