using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Discovery;

namespace RoadmapBot.Tests.Discovery;

public class NextProbeTests
{
    /// <summary>Wants a system, an amount, an owner and a date, in this order; there is no probe for the owner.</summary>
    private static readonly Question Question = new(new QuestionId("q"), [], "A topic", "What broke?", "Because.", TimeSpan.FromSeconds(30), [],
        [Slot.System, Slot.Amount, Slot.Owner, Slot.Date],
        new Dictionary<Slot, string> { [Slot.System] = "Which one?", [Slot.Amount] = "How long?", [Slot.Date] = "When?" },
        null);

    [Theory]
    [InlineData("It was awful.", Slot.System)]
    [InlineData("The printer.", Slot.Amount)]
    [InlineData("Two hours lost.", Slot.System)]
    [InlineData("The printer, for two hours.", Slot.Date)]
    [InlineData("The printer, for two hours, last Monday.", null)]
    [InlineData("fine", Slot.System)]
    [InlineData("No backup, no spare, no plan.", Slot.System)]
    public void The_most_wanted_missing_slot_is_asked_after(string answer, object? slot) =>
        Assert.Equal((Slot?)slot, Prompts.Slots.NextProbe(Question, [answer], []));

    [Theory]
    [InlineData("")]
    [InlineData("  \n")]
    [InlineData("...")]
    [InlineData("none")]
    [InlineData("No.")]
    [InlineData("n/a")]
    [InlineData("N/A")]
    [InlineData("Nothing comes to mind.")]
    [InlineData("Nothing really comes to mind right now, sorry")]
    [InlineData("no, I can't think of any")]
    [InlineData("I don’t know.")]
    [InlineData("Not that I know of")]
    [InlineData("No complaints at all.")]
    [InlineData("no idea")]
    [InlineData("All good, thanks!")]
    [InlineData("Never had any, to be honest")]
    [InlineData("not sure")]
    public void Nothing_to_tell_is_not_probed(string answer)
    {
        Assert.True(Prompts.Slots.SaysNothing(answer));
        Assert.Null(Prompts.Slots.NextProbe(Question, [answer], []));
    }

    [Theory]
    [InlineData("No backup")]
    [InlineData("Nothing works.")]
    [InlineData("Not one of them is new.")]
    [InlineData("yes")]
    [InlineData("right now")]
    [InlineData("I don't know who has the key.")]
    [InlineData("Nobody knows.")]
    [InlineData("never tested")]
    public void Something_told_in_the_negative_is_something(string answer) => Assert.False(Prompts.Slots.SaysNothing(answer));

    [Fact]
    public void What_the_reply_to_a_probe_says_counts() =>
        Assert.Equal(Slot.Date, Prompts.Slots.NextProbe(Question, ["It stopped.", "the scanner, for an hour"], [Slot.System]));

    [Fact]
    public void A_slot_is_asked_after_once_whatever_the_reply() =>
        Assert.Equal(Slot.Amount, Prompts.Slots.NextProbe(Question, ["It stopped.", "the big one"], [Slot.System]));

    [Fact]
    public void A_reply_with_nothing_to_tell_ends_the_probing() =>
        Assert.Null(Prompts.Slots.NextProbe(Question, ["It stopped.", "no idea"], [Slot.System]));

    [Fact]
    public void A_probe_is_always_one_of_the_question_and_new()
    {
        var slots = Gen.SubListOf(Enum.GetValues<Slot>()).ToArbitrary();
        Prop.ForAll<string?>(answer => Prop.ForAll(slots, asked =>
                Prompts.Slots.NextProbe(Question, [answer ?? ""], [.. asked]) is not { } next
                || (Question.Probes.ContainsKey(next) && !asked.Contains(next))))
            .QuickCheckThrowOnFailure();
    }
}
