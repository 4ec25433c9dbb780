using RoadmapBot.Conversation;
using RoadmapBot.Roadmaps.Scoring;

namespace RoadmapBot.Tests.Roadmaps.Scoring;

public sealed class ScoringRulesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly ScoringRound Open = new(
        new("e"), 1, 1, [new("a", "A", "", 1), new("b", "B", "", 4), new("c", "C", "", 6)],
        [new("ann"), new("ben"), new("cleo"), new("dan")], new("owner"), Noon, Noon.AddDays(7), null, []);

    [Theory]
    [InlineData("", 0, false)]
    [InlineData("ann ben cleo", 1, false)]
    [InlineData("ann ben cleo dan", 1, true)]
    [InlineData("ann", 6.99, false)]
    [InlineData("", 7, true)]
    public void A_round_is_over_when_all_have_answered_or_its_time_has_come(string answered, double days, bool isDue) =>
        Assert.Equal(isDue, ScoringRules.IsDue(answered.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(Open, (round, person) => Sent(round, person, 3, 3, 3)), Noon.AddDays(days)));

    [Fact]
    public void Abstaining_is_an_answer_and_a_page_alone_is_none()
    {
        var round = ScoringRules.Abstain(Enter(Open, "ann", ("a", 5)), new("ben"), Noon);
        Assert.Equal(1, round.Answered);
        Assert.Equal(2, ScoringRules.Send(round, new("ann"), null, Noon)!.Answered);
    }

    [Fact]
    public void A_closed_round_is_not_due_again() => Assert.False(ScoringRules.IsDue(ScoringRules.Close(Open, Noon), Noon.AddDays(99)));

    [Fact]
    public void A_page_replaces_what_it_asks_about_and_keeps_the_other_pages()
    {
        var round = Enter(Enter(Open, "ann", ("c", 5), ("a", 5)), "ann", ("a", 2));
        Assert.Equal([("a", 2), ("c", 5)], round.SheetOf(new("ann"))!.Scores.Select(score => (score.Initiative, score.Impact)));
        var none = ScoringRules.Enter(round, new("ann"), ["a", "c"], [], Noon);
        Assert.Null(ScoringRules.Send(none, new("ann"), null, Noon));
    }

    [Fact]
    public void Who_sends_again_has_one_sheet_and_who_abstains_has_no_scores()
    {
        var round = Sent(Sent(Open, "ann", 1, 1, 1), "ann", 5, 5, 5);
        Assert.Equal(5, Assert.Single(round.Sheets).Scores[0].Impact);
        Assert.Equal(SheetState.Sent, Enter(round, "ann", ("a", 4)).Sheets[0].State);
        var abstained = ScoringRules.Abstain(round, new("ann"), Noon);
        Assert.Empty(Assert.Single(abstained.Sheets).Scores);
        Assert.Equal(SheetState.Begun, Enter(abstained, "ann", ("a", 4)).Sheets[0].State);
    }

    [Fact]
    public void Two_scorers_are_shown_nothing_and_who_begun_or_abstained_is_no_scorer()
    {
        var two = Sent(Sent(Open, "ann", 1, 2, 3), "ben", 3, 2, 1);
        Assert.Null(ScoringResult.Of(ScoringRules.Abstain(Enter(two, "cleo", ("a", 5)), new("dan"), Noon)));
        Assert.NotNull(ScoringResult.Of(Sent(two, "cleo", 3, 2, 1)));
    }

    [Fact]
    public void An_initiative_that_two_can_judge_is_not_shown_though_the_round_is()
    {
        var round = ScoringRules.Send(Enter(Sent(Sent(Open, "ann", 1, 1, 1), "ben", 3, 3, 3), "cleo", ("a", 5), ("c", 5)), new("cleo"), null, Noon)!;
        var result = ScoringResult.Of(round)!;
        Assert.Equal(["a", "c", "b"], result.ByValue.Select(one => one.Initiative.Id));
        Assert.Equal((2, null), (result.ByValue[2].Scorers, result.ByValue[2].Figures));
        Assert.Equal("b", result.BySpread[2].Initiative.Id);
        Assert.Equal((null, 2), (result.KendallW, result.Complete));
    }

    [Theory]
    [InlineData("4", 4, 4, 4, 4, 4)]
    [InlineData("5 1 3", 1, 2, 3, 4, 5)]
    [InlineData("1 2 4 5", 1, 1.75, 3, 4.25, 5)]
    [InlineData("2 3", 2, 2.25, 2.5, 2.75, 3)]
    public void The_spread_is_told_by_ends_middle_half_and_median(string scores, int lowest, double lower, double median, double upper, int highest) =>
        Assert.Equal(new Spread(lowest, lower, median, upper, highest), Spread.Of(scores.Split(' ').Select(int.Parse)));

    [Theory]
    [InlineData("4 4 4", "░░░░░░█░░")]
    [InlineData("1 2 4 5", "▒▒▓▓█▓▓▒▒")]
    [InlineData("2 3", "░░▒█▒░░░░")]
    public void The_bar_shows_the_spread_from_1_to_5(string scores, string bar) => Assert.Equal(bar, Criteria.Bar(Spread.Of(scores.Split(' ').Select(int.Parse))));

    [Fact]
    public void What_people_are_furthest_apart_on_comes_first_and_the_order_is_by_value()
    {
        var result = ScoringResult.Of(Sent(Sent(Sent(Open, "ann", 3, 1, 5), "ben", 3, 5, 5), "cleo", 3, 3, 4))!;
        Assert.Equal(["b", "c", "a"], result.BySpread.Select(one => one.Initiative.Id));
        Assert.Equal(["c", "a", "b"], result.ByValue.Select(one => one.Initiative.Id)); // a and b are level; the plan's order decides
        Assert.Equal([3, 1, 2], result.ByValue.Select(one => one.PlanPlace));
        Assert.Equal(10.0 / 3, result.ByValue[0].Figures!.Value, 10);
    }

    [Fact]
    public void Reasons_stand_in_the_order_of_their_words_and_carry_a_name_only_where_it_was_signed()
    {
        var round = Open;
        foreach (var (person, reason, name) in ((string, string?, string?)[])[("ann", "Zero downtime", null), ("ben", "Auditors ask", "Ben"), ("cleo", null, "Cleo")])
        {
            round = ScoringRules.Enter(round, new(person), ["a"], [new Score("a", 3, 3, 3, reason)], Noon);
            round = ScoringRules.Send(round, new(person), name, Noon)!;
        }

        Assert.Equal([new Reason("Auditors ask", "Ben"), new Reason("Zero downtime", null)], ScoringResult.Of(round)!.ByValue.Single(one => one.Initiative.Id == "a").Reasons);
    }

    /// <summary>The impact of the three initiatives; urgency and effort are 5 and 3 for all.</summary>
    private static ScoringRound Sent(ScoringRound round, string person, params int[] impacts) =>
        ScoringRules.Send(Enter(round, person, [.. impacts.Select((impact, at) => (round.Initiatives[at].Id, impact))]), new(person), null, Noon)!;

    private static ScoringRound Enter(ScoringRound round, string person, params (string Initiative, int Impact)[] scores) =>
        ScoringRules.Enter(round, new PersonId(person), [.. scores.Select(score => score.Initiative)], [.. scores.Select(score => new Score(score.Initiative, score.Impact, 5, 3, null))], Noon);
}
