using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Discovery;

public sealed class InterviewerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly EngagementId Clinic = new("clinic");
    private static readonly PersonId Ada = new("ada");

    /// <summary>An open question with two probes, a closed one, one that is asked only after a "yes", and a last one.</summary>
    private static readonly Guide Guide = new("it", Role.It, 3, TimeSpan.FromMinutes(10), Probes: 3,
    [
        Open("broke", "What broke last?", (Slot.System, "Which system was it?"), (Slot.Amount, "How long did it take?")),
        new(new("tested"), [], "Restore tests", "Are restores tested?", "Because.", TimeSpan.FromMinutes(1), [new("Yes, every month", "yes"), new("No", "no")], [], new Dictionary<Slot, string>(), null),
        Open("last-test") with { OnlyIf = new(new("tested"), ["yes"]) },
        Open("else", "What else?"),
    ]);

    [Fact]
    public void The_first_question_stands_open_at_once_with_its_place_and_the_time_that_is_left()
    {
        var asks = Assert.IsType<InterviewStep.Asks>(Begin());

        Assert.Equal(("broke", 1), (asks.Next.Open!.Question.Value, asks.Next.Open.Number));
        Assert.Equal(new Progress(1, 3, TimeSpan.FromMinutes(3)), asks.Progress);
    }

    [Fact]
    public void What_an_answer_lacks_is_asked_for_and_at_most_twice()
    {
        var first = Say(Begin(), "It was awful.");
        Assert.Equal("Which system was it?", first.Next.Open!.Text);
        var second = Say(first, "the mail server", 1);
        Assert.Equal("How long did it take?", second.Next.Open!.Text);
        var third = Say(second, "ages", 2);

        Assert.Equal("tested", third.Next.Open!.Question.Value);
        Assert.Equal(["the mail server", "ages"], third.Next.Answers[0].Followups.Select(followup => followup.Text));
        Assert.Equal("It was awful.", third.Next.Answers[0].Text);
    }

    [Fact]
    public void A_full_answer_is_not_probed() =>
        Assert.Equal("tested", Say(Begin(), "The mail server was down for two days last week.").Next.Open!.Question.Value);

    [Theory]
    [InlineData("Yes, every month")]
    [InlineData("yes, EVERY month.")]
    [InlineData("yes")]
    [InlineData("1")]
    public void A_choice_can_be_typed(string typed)
    {
        var after = Say(AtChoice(), typed, 2);

        Assert.Equal((GivenKind.Chosen, "Yes, every month", "yes"), Kept(after, "tested"));
        Assert.Equal("last-test", after.Next.Open!.Question.Value);
    }

    [Fact]
    public void An_own_word_to_a_closed_question_is_kept_as_said_and_the_question_that_hangs_on_the_choice_is_left_out()
    {
        var after = Say(AtChoice(), "Only when somebody asks for a file", 2);

        Assert.Equal((GivenKind.Said, "Only when somebody asks for a file", null), Kept(after, "tested"));
        Assert.Equal("else", after.Next.Open!.Question.Value);
    }

    [Theory]
    [InlineData(nameof(GivenKind.Skipped))]
    [InlineData(nameof(GivenKind.Unknown))]
    [InlineData(nameof(GivenKind.NotMine))]
    public void Not_answering_is_an_answer_and_is_kept_as_what_it_is(string kind)
    {
        var after = Interviewer.PassOver(Begin().Next, Guide, 1, Enum.Parse<GivenKind>(kind), Noon);

        Assert.Equal((Enum.Parse<GivenKind>(kind), null, null), Kept(after, "broke"));
        Assert.Equal("tested", after.Next.Open!.Question.Value);
    }

    [Fact]
    public void A_card_of_an_earlier_question_changes_nothing()
    {
        var interview = AtChoice().Next;

        Assert.IsType<InterviewStep.Passes>(Interviewer.PassOver(interview, Guide, 1, GivenKind.Skipped, Noon));
        Assert.IsType<InterviewStep.Passes>(Interviewer.Choose(interview, Guide, Prompts.Slots, 1, "yes", Noon));
        Assert.IsType<InterviewStep.Passes>(Interviewer.Choose(interview, Guide, Prompts.Slots, interview.Open!.Number, "perhaps", Noon));
    }

    [Fact]
    public void The_same_text_within_a_minute_is_doubted_and_taken_once_it_is_meant()
    {
        var interview = Say(AtChoice(), "no idea", 2).Next;

        var doubt = Assert.IsType<InterviewStep.Doubts>(Interviewer.Say(interview, Guide, Prompts.Slots, "no idea", "m9", false, Noon.AddMinutes(2).AddSeconds(50)));
        Assert.Equal((Doubt.Repeated, interview), (doubt.Why, doubt.Next));
        var meant = Interviewer.Say(interview, Guide, Prompts.Slots, "no idea", null, true, Noon.AddMinutes(3));
        Assert.Equal("no idea", Kept(meant, "else").Text);
    }

    [Fact]
    public void The_same_text_after_a_minute_is_an_answer() =>
        Assert.IsType<InterviewStep.PlaysBack>(
            Interviewer.Say(Say(AtChoice(), "no idea", 2).Next, Guide, Prompts.Slots, "no idea", "m9", false, Noon.AddMinutes(3).AddSeconds(1)));

    [Fact]
    public void A_text_to_a_question_that_has_been_open_since_yesterday_is_doubted()
    {
        var doubt = Interviewer.Say(Begin().Next, Guide, Prompts.Slots, "The wifi is down again.", "m1", false, Noon.AddHours(13));
        Assert.Equal(Doubt.Late, Assert.IsType<InterviewStep.Doubts>(doubt).Why);
    }

    [Fact]
    public void A_break_keeps_everything_and_going_on_asks_the_same_question()
    {
        var paused = Assert.IsType<InterviewStep.Pauses>(Interviewer.Pause(AtChoice().Next, Guide, Noon));
        Assert.Equal(InterviewStage.Paused, paused.Next.Stage);
        Assert.IsType<InterviewStep.Passes>(Interviewer.Say(paused.Next, Guide, Prompts.Slots, "yes", "m2", false, Noon));

        var resumed = Assert.IsType<InterviewStep.Asks>(Interviewer.Resume(paused.Next, Guide, Noon.AddDays(6)));
        Assert.Equal(("tested", InterviewStage.Asking), (resumed.Next.Open!.Question.Value, resumed.Next.Stage));
        Assert.Single(resumed.Next.Answers);
    }

    [Fact]
    public void A_question_that_the_guide_no_longer_has_gives_way_to_the_next()
    {
        var shorter = Guide with { Questions = [.. Guide.Questions.Skip(1)] };
        Assert.Equal("tested", Interviewer.Resume(Begin().Next, shorter, Noon).Next.Open!.Question.Value);
    }

    [Fact]
    public void At_the_end_the_person_sees_what_was_heard_and_says_how_well_it_fits()
    {
        var end = Assert.IsType<InterviewStep.PlaysBack>(Say(Say(AtChoice(), "no", 2), "Nothing else.", 3));
        Assert.Null(end.Next.Open);

        var confirmed = Assert.IsType<InterviewStep.Confirms>(Interviewer.Confirm(end.Next, 3, "almost", Noon));
        Assert.Equal((InterviewStage.Confirmed, 3, "almost"), (confirmed.Next.Stage, confirmed.Next.Fit!.Value, confirmed.Next.Remark));
    }

    [Fact]
    public void An_earlier_answer_can_be_changed_and_keeps_its_place()
    {
        var end = Say(Say(AtChoice(), "no", 2), "Nothing else.", 3).Next;
        var again = Interviewer.Change(end, Guide, new("broke"), Noon);
        Assert.True(again.Next.IsChanging);

        var changed = Say(again, "The mail server was down for two days last week.", 9);
        Assert.IsType<InterviewStep.PlaysBack>(changed);
        Assert.Equal(["broke", "tested", "else"], changed.Next.Answers.Select(given => given.Question.Value));
        Assert.StartsWith("The mail server", changed.Next.Answers[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Skipping_while_changing_keeps_what_was_said()
    {
        var end = Say(Say(AtChoice(), "no", 2), "Nothing else.", 3).Next;
        var again = Interviewer.Change(end, Guide, new("else"), Noon);

        var kept = Interviewer.PassOver(again.Next, Guide, again.Next.Open!.Number, GivenKind.Skipped, Noon);

        Assert.Equal("Nothing else.", Kept(kept, "else").Text);
    }

    [Fact]
    public void Editing_the_message_edits_the_answer_and_deleting_it_takes_the_answer_back()
    {
        var interview = AtChoice().Next;
        var edited = Assert.IsType<InterviewStep.Amends>(Interviewer.Amend(interview, "m0", "The file server, two days, last week", Noon));
        Assert.Equal("The file server, two days, last week", edited.Answer.Text);

        var deleted = Assert.IsType<InterviewStep.Amends>(Interviewer.Amend(edited.Next, "m0", null, Noon));
        Assert.Equal((GivenKind.Skipped, null), (deleted.Answer.Kind, deleted.Answer.Text));
        Assert.IsType<InterviewStep.Passes>(Interviewer.Amend(interview, "another message", "x", Noon));
    }

    private static InterviewStep Begin() => Interviewer.Begin(Clinic, Ada, Guide, Noon);

    /// <summary>The first question is answered in full; the closed one stands open.</summary>
    private static InterviewStep AtChoice() => Say(Begin(), "The mail server was down for two days last week.");

    /// <summary>Says it in message m0, m1, … a minute apart.</summary>
    private static InterviewStep Say(InterviewStep before, string text, int minute = 0) =>
        Interviewer.Say(before.Next, Guide, Prompts.Slots, text, $"m{minute}", false, Noon.AddMinutes(minute));

    private static (GivenKind Kind, string? Text, string? Choice) Kept(InterviewStep step, string question) =>
        step.Next.Answer(new(question)) is { } given ? (given.Kind, given.Text, given.Choice) : throw new InvalidOperationException($"No answer to {question}.");

    private static Question Open(string id, string text = "Which?", params (Slot Slot, string Text)[] probes) => new(
        new(id), [], id, text, "Because.", TimeSpan.FromMinutes(1), [], [.. probes.Select(probe => probe.Slot)], probes.ToDictionary(probe => probe.Slot, probe => probe.Text), null);
}
