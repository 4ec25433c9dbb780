using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Discovery;

/// <summary>What holds however a person behaves, on the shipped guides.</summary>
public sealed class InterviewLawsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Texts = ["no", "", "1", "The server was down for two days last week.", "maybe", "Anna does that", "It costs 4,000 a year", "hm"];

    [Fact]
    public void However_people_behave_nothing_is_asked_twice_and_nothing_that_was_said_is_lost()
    {
        Prop.ForAll<byte[]>(moves =>
        {
            foreach (var guide in Prompts.Library.All)
                Play(guide, moves);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whoever_answers_every_question_reaches_the_playback_within_the_promised_number_of_asks()
    {
        foreach (var guide in Prompts.Library.All)
        {
            var step = Interviewer.Begin(new("e"), new("p"), guide, Noon);
            for (var turn = 1; step is InterviewStep.Asks; turn++)
                step = Interviewer.Say(step.Next, guide, Prompts.Slots, $"It was awful {turn}.", $"m{turn}", false, Noon.AddMinutes(turn));

            Assert.IsType<InterviewStep.PlaysBack>(step);
            Assert.InRange(step.Next.Asks, 1, guide.Questions.Count + guide.Probes);
            Assert.InRange(step.Next.ProbesUsed, 0, guide.Probes);
        }
    }

    [Fact]
    public void An_end_user_is_asked_at_most_seven_things()
    {
        var guide = Prompts.Library.For(Role.EndUser);
        Assert.InRange(guide.Questions.Count + guide.Probes, 1, 7);
    }

    private static void Play(Guide guide, byte[] moves)
    {
        var step = Interviewer.Begin(new("e"), new("p"), guide, Noon);
        var asked = new HashSet<(QuestionId, Slot?)>();
        var now = Noon;
        foreach (var move in moves)
        {
            now += TimeSpan.FromMinutes(2);
            var before = step.Next;
            if (before.Open is { } open && !before.IsChanging && before.Stage is InterviewStage.Asking && step is InterviewStep.Asks && asked.Contains((open.Question, open.Probe)))
                Assert.Fail($"{open.Question} was asked twice.");
            if (before.Open is { } noted)
                asked.Add((noted.Question, noted.Probe));
            step = (move % 7) switch
            {
                0 => Interviewer.PassOver(before, guide, before.Open?.Number ?? 0, GivenKind.Unknown, now),
                1 => Interviewer.Resume(before with { Stage = before.Open is null ? before.Stage : InterviewStage.Paused }, guide, now),
                _ => Interviewer.Say(before, guide, Prompts.Slots, Texts[move % Texts.Length], $"m{now.Ticks}", true, now),
            };
            if (move % 7 == 1 && step.Next.Open is { } again)
                asked.Remove((again.Question, again.Probe)); // going on shows the same question once more

            foreach (var given in before.Answers)
                Assert.Contains(step.Next.Answers, kept => kept.Question == given.Question && kept.Text == given.Text && kept.Followups.Count >= given.Followups.Count);
            Assert.Equal(step.Next.Answers.Count, step.Next.Answers.DistinctBy(given => given.Question).Count());
        }
    }
}
