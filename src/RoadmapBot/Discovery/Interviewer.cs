using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>
/// The rules of an interview: state, input and time in, a step out. One question at a time, at most two follow-up questions to an answer, nothing
/// asked twice, every answer kept at once.
/// </summary>
internal static class Interviewer
{
    private const int ProbesToAnAnswer = 2;
    /// <summary>So many characters are hardly said twice to different questions.</summary>
    private const int Distinctive = 16;

    private static readonly TimeSpan Redelivery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Stale = TimeSpan.FromHours(12);

    public static InterviewStep Begin(EngagementId engagement, PersonId person, Guide guide, DateTimeOffset now) =>
        AskNext(new Interview(engagement, person, guide.Id, InterviewStage.Asking, null, 0, [], null, null, now, now), guide, now);

    /// <summary>Takes up where it stopped: the open question once more, or the playback.</summary>
    public static InterviewStep Resume(Interview interview, Guide guide, DateTimeOffset now) => interview switch
    {
        { Open: { } open } when Find(guide, open.Question) is not null =>
            Asking(interview with { Stage = InterviewStage.Asking, Open = open with { At = now }, LastAt = now }, guide),
        { Stage: InterviewStage.Confirmed } when !Unanswered(interview, guide).Any() => new InterviewStep.PlaysBack(interview),
        _ => AskNext(interview with { Open = null }, guide, now),
    };

    /// <summary>A typed text. It belongs to the open question unless something speaks against it.</summary>
    /// <param name="isMeant">The person has confirmed that it is meant for the open question.</param>
    /// <param name="isLikeCommand">It could also be an order to the bot.</param>
    public static InterviewStep Say(
        Interview interview, Guide guide, Slots slots, string text, string? message, bool isMeant, DateTimeOffset now, bool isLikeCommand = false)
    {
        if (interview is not { Stage: InterviewStage.Asking, Open: { } open })
            return new InterviewStep.Passes(interview);
        if (!isMeant && isLikeCommand)
            return new InterviewStep.Doubts(interview, text, Doubt.Command);
        if (!isMeant && interview.HasJustSaid(text, now))
            return new InterviewStep.Doubts(interview, text, Doubt.Repeated);
        if (!isMeant && now - open.At > Stale)
            return new InterviewStep.Doubts(interview, text, Doubt.Late);
        if (Find(guide, open.Question) is not { } question)
            return AskNext(interview with { Open = null }, guide, now);

        if (open.Probe is { } slot)
            return AfterAnswer(interview.Follow(open, new Followup(slot, open.Text, text, message, now)), question, guide, slots, now);
        var chosen = question.Choices.FirstOrDefault(choice => IsChoice(choice, question, text));
        return AfterAnswer(
            chosen is null
                ? interview.Keep(question, open, GivenKind.Said, text, null, message, now)
                : interview.Keep(question, open, GivenKind.Chosen, chosen.Title, chosen.Value, message, now),
            question, guide, slots, now);
    }

    /// <param name="ask">The number of the ask that the pressed card is about.</param>
    /// <param name="value">The value of one of the question's choices.</param>
    public static InterviewStep Choose(Interview interview, Guide guide, Slots slots, int ask, string value, DateTimeOffset now) =>
        IsOpen(interview, ask) && Find(guide, interview.Open!.Question) is { } question && question.Choices.FirstOrDefault(choice => choice.Value == value) is { } chosen
            ? AfterAnswer(interview.Keep(question, interview.Open, GivenKind.Chosen, chosen.Title, chosen.Value, null, now), question, guide, slots, now)
            : new InterviewStep.Passes(interview);

    /// <summary>Skip, I don't know, not my area; after a follow-up question each of them means "nothing to add".</summary>
    public static InterviewStep PassOver(Interview interview, Guide guide, int ask, GivenKind kind, DateTimeOffset now)
    {
        if (!IsOpen(interview, ask) || Find(guide, interview.Open!.Question) is not { } question)
            return new InterviewStep.Passes(interview);
        var kept = interview.Open switch
        {
            { Probe: { } slot } open => interview.Follow(open, new Followup(slot, open.Text, null, null, now)),
            _ when kind is GivenKind.Skipped && interview.IsChanging => interview with { Open = null }, // what was said before stays
            var open => interview.Keep(question, open, kind, null, null, null, now),
        };
        return AskNext(kept, guide, now);
    }

    public static InterviewStep Pause(Interview interview, Guide guide, DateTimeOffset now) =>
        interview.Stage is InterviewStage.Asking
            ? new InterviewStep.Pauses(interview with { Stage = InterviewStage.Paused, LastAt = now }, Measure(interview, guide))
            : new InterviewStep.Passes(interview);

    /// <summary>Opens an answered question again. What was said stays until something new is said.</summary>
    public static InterviewStep Change(Interview interview, Guide guide, QuestionId question, DateTimeOffset now) =>
        interview.Answer(question) is not null && Find(guide, question) is { } found
            ? Asking(interview.Put(new Ask(interview.Asks + 1, question, guide.Version, found.Text, null, now)), guide)
            : new InterviewStep.Passes(interview);

    /// <param name="fit">1 to 4.</param>
    public static InterviewStep Confirm(Interview interview, int fit, string? remark, DateTimeOffset now) =>
        interview.Stage is InterviewStage.PlayingBack or InterviewStage.Confirmed
            ? new InterviewStep.Confirms(interview with { Stage = InterviewStage.Confirmed, Fit = fit, Remark = remark ?? interview.Remark, LastAt = now })
            : new InterviewStep.Passes(interview);

    /// <summary>The message that held an answer was edited in the chat; null text: it was deleted, which takes the answer back.</summary>
    public static InterviewStep Amend(Interview interview, string message, string? text, DateTimeOffset now)
    {
        var changed = interview.Answers.FirstOrDefault(given => given.Message == message || given.Followups.Any(followup => followup.Message == message));
        if (changed is null)
            return new InterviewStep.Passes(interview);
        var amended = changed.Message != message
            ? changed with { Followups = [.. changed.Followups.Select(followup => followup.Message == message ? followup with { Text = text, At = now } : followup)] }
            : text is null
                ? changed with { Kind = GivenKind.Skipped, Text = null, Choice = null, Message = null, At = now }
                : changed with { Kind = GivenKind.Said, Text = text, Choice = null, At = now };
        return new InterviewStep.Amends(interview.With(amended) with { LastAt = now }, amended);
    }

    /// <summary>An answer to one question that the person was asked outside the own interview; a question that stands open there stays open.</summary>
    /// <param name="interview">Null where it has not begun: then it waits to be begun.</param>
    public static Interview Contribute(Interview? interview, EngagementId engagement, PersonId person, Guide guide, Given given, DateTimeOffset now) =>
        (interview ?? new Interview(engagement, person, guide.Id, InterviewStage.Paused, null, 0, [], null, null, now, now)).With(given) with { LastAt = now };

    private static InterviewStep AfterAnswer(Interview interview, Question question, Guide guide, Slots slots, DateTimeOffset now)
    {
        var given = interview.Answer(question.Id)!;
        var mayProbe = given.Kind is GivenKind.Said && given.Followups.Count < ProbesToAnAnswer && interview.ProbesUsed < guide.Probes;
        return mayProbe && slots.NextProbe(question, given.Texts(), [.. given.Followups.Select(followup => followup.Slot)]) is { } slot
            ? Asking(interview.Put(new Ask(interview.Asks + 1, question.Id, guide.Version, question.Probes[slot], slot, now)), guide)
            : AskNext(interview, guide, now);
    }

    private static InterviewStep AskNext(Interview interview, Guide guide, DateTimeOffset now) =>
        Unanswered(interview, guide).FirstOrDefault() is { } next
            ? Asking(interview.Put(new Ask(interview.Asks + 1, next.Id, guide.Version, next.Text, null, now)), guide)
            : new InterviewStep.PlaysBack(interview with { Stage = InterviewStage.PlayingBack, Open = null, LastAt = now });

    private static InterviewStep.Asks Asking(Interview interview, Guide guide) => new(interview, Measure(interview, guide));

    private static IEnumerable<Question> Unanswered(Interview interview, Guide guide) =>
        guide.Questions.Where(question => interview.Answer(question.Id) is null && Applies(question, interview));

    private static bool Applies(Question question, Interview interview) =>
        question.OnlyIf is not { } condition || (interview.Answer(condition.Question)?.Choice is { } choice && condition.Chosen.Contains(choice));

    /// <summary>How far it is.</summary>
    public static Progress Measure(Interview interview, Guide guide)
    {
        var asked = guide.Questions.Where(question => interview.Answer(question.Id) is not null || Applies(question, interview)).ToArray();
        var place = Array.FindIndex(asked, question => question.Id == interview.Open?.Question);
        var left = Unanswered(interview, guide).Aggregate(TimeSpan.Zero, (sum, question) => sum + question.Time);
        return new Progress(Math.Max(place, 0) + 1, asked.Length, left);
    }

    private static bool IsOpen(Interview interview, int ask) => interview.Stage is InterviewStage.Asking or InterviewStage.Paused && interview.Open?.Number == ask;

    private static Question? Find(Guide guide, QuestionId id) => guide.Questions.FirstOrDefault(question => question.Id == id);

    /// <summary>A choice can be typed: its words, its value, or its place in the list.</summary>
    private static bool IsChoice(Choice choice, Question question, string text)
    {
        var typed = text.Trim().TrimEnd('.', '!').Trim();
        return typed.Equals(choice.Title.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)
            || typed.Equals(choice.Value, StringComparison.OrdinalIgnoreCase)
            || typed == $"{question.Choices.ToList().IndexOf(choice) + 1}";
    }

    /// <summary>What may be asked after a given answer, with the guide's questions.</summary>
    public static IReadOnlyDictionary<Slot, string> OpenProbes(Given given, Question question, Slots slots) =>
        slots.OpenProbes(question, given.Texts(), [.. given.Followups.Select(followup => followup.Slot)]).ToDictionary(slot => slot, slot => question.Probes[slot]);

    /// <summary>The open follow-up question in other words, and after another open slot where the model chose so; the same interview where something else is open.</summary>
    public static Interview Reword(Interview interview, int ask, WordedProbe probe) =>
        interview is { Stage: InterviewStage.Asking, Open: { Probe: not null } open } && open.Number == ask ? interview with { Open = open with { Text = probe.Text, Probe = probe.Slot } } : interview;

    /// <summary>The answer, then the replies to its follow-up questions.</summary>
    public static IReadOnlyList<string> Texts(this Given given) => [given.Text!, .. given.Followups.Select(followup => followup.Text).OfType<string>()];

    /// <summary>Said again within a minute: the same as the last time, or, where it is more than a word that fits many questions, the same as any time.</summary>
    private static bool HasJustSaid(this Interview interview, string text, DateTimeOffset now)
    {
        var said = interview.Answers
            .SelectMany(given => given.Followups.Select(followup => (followup.Text, followup.Message, followup.At)).Prepend((given.Text, given.Message, given.At)))
            .Where(said => said.Text is not null && said.Message is not null && now - said.At <= Redelivery)
            .OrderBy(said => said.At).Select(said => said.Text).ToArray();
        return said.LastOrDefault() == text || (text.Length >= Distinctive && said.Contains(text));
    }

    private static Interview Put(this Interview interview, Ask ask) =>
        interview with { Stage = InterviewStage.Asking, Open = ask, Asks = ask.Number, LastAt = ask.At };

    private static Interview Keep(
        this Interview interview, Question question, Ask ask, GivenKind kind, string? text, string? choice, string? message, DateTimeOffset now) =>
        interview.With(new Given(question.Id, ask.Version, question.Topic, ask.Text, kind, text, choice, [], message, now)) with { Open = null, LastAt = now };

    private static Interview Follow(this Interview interview, Ask ask, Followup followup)
    {
        var given = interview.Answer(ask.Question)!;
        return interview.With(given with { Followups = [.. given.Followups, followup] }) with { Open = null, LastAt = followup.At };
    }

    /// <summary>In place of the earlier answer to the same question, else at the end.</summary>
    private static Interview With(this Interview interview, Given answer) =>
        interview with
        {
            Answers = interview.Answer(answer.Question) is null
                ? [.. interview.Answers, answer]
                : [.. interview.Answers.Select(given => given.Question == answer.Question ? answer : given)],
        };
}
