using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps.Execution;

namespace RoadmapBot.Tests.Roadmaps.Execution;

/// <summary>The initiative is planned from January to March 2027, with milestones at the end of January and of March.</summary>
public sealed class TrackTests
{
    private static readonly DateOnly PlannedEnd = new(2027, 3, 31);

    private static readonly Initiative Initiative = new(
        "backup", "Backups", "objective", Phase.Short, new DateOnly(2027, 1, 1), 3, [new Milestone("first", 1), new Milestone("last", 3)], new Cost(1, 2, "EUR", 0, Basis.Assumption, "", []),
        new Return("", Basis.Assumption, ReturnClass.HoursSaved, []), [], "Ada", [], [], [], [], [], 0, null, new Priority(1, 1, 1, 1, 1, "", [], [], 100), ["gap"], [0], [], [], []);

    [Theory]
    [InlineData("2026-12-01", "", "Planned", "2027-03-31", 0)]
    [InlineData("2027-04-10", "", "Planned", "2027-04-10", 10)]
    [InlineData("2027-02-01", "UnderWay 2027-04-30", "UnderWay", "2027-04-30", 30)]
    [InlineData("2027-05-01", "UnderWay 2027-04-30", "UnderWay", "2027-05-01", 31)]
    [InlineData("2027-06-01", "Done 2027-03-15", "Done", "2027-03-15", 0)]
    [InlineData("2027-06-01", "Done 2027-04-15", "Done", "2027-04-15", 15)]
    [InlineData("2027-06-01", "Stopped 2027-05-15", "Stopped", "2027-05-15", 0)]
    public void The_end_is_what_was_told_last_and_what_is_open_does_not_end_in_the_past(string today, string told, string state, string end, int late)
    {
        var track = On(today, told);
        Assert.Equal((state, DateOnly.Parse(end, null), late), (track.State.ToString(), track.End, track.DaysLate));
    }

    [Theory]
    [InlineData("2026-12-31", "", false, false)]
    [InlineData("2027-01-01", "", true, true)]
    [InlineData("2026-12-01", "UnderWay 2027-03-31", false, true)]
    [InlineData("2027-02-01", "Blocked 2027-03-31", false, true)]
    [InlineData("2027-02-01", "Done 2027-01-31", false, false)]
    [InlineData("2027-02-01", "Stopped 2027-01-31", false, false)]
    public void What_has_begun_or_should_have_is_in_hand(string today, string told, bool isDue, bool isInHand)
    {
        var track = On(today, told);
        Assert.Equal((isDue, isInHand), (track.IsDue, track.IsInHand));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("UnderWay 2027-04-30", false)]
    [InlineData("UnderWay 2027-04-30, UnderWay 2027-05-31", true)]
    [InlineData("UnderWay 2027-04-30, UnderWay 2027-04-30", false)]
    [InlineData("UnderWay 2027-04-30, UnderWay 2027-05-31, UnderWay 2027-05-15", false)]
    [InlineData("UnderWay 2027-04-30, UnderWay 2027-05-31, UnderWay 2027-05-31", false)]
    [InlineData("UnderWay 2027-04-30, Done 2027-01-31", false)]
    [InlineData("UnderWay 2027-07-01", false)]
    [InlineData("UnderWay 2027-07-02", true)]
    [InlineData("UnderWay 2027-07-02, Stopped 2027-07-02", false)]
    public void Delay_is_persistent_when_the_end_is_put_off_twice_in_a_row_or_by_more_than_a_quarter(string told, bool isPersistent) =>
        Assert.Equal(isPersistent, On("2027-02-01", told).IsPersistentlyLate);

    [Fact]
    public void A_plan_that_was_revised_counts_delay_anew()
    {
        var before = On("2027-02-01", "UnderWay 2027-04-30, UnderWay 2027-05-31");
        var revised = before with { Initiative = Initiative with { Months = 5 } };
        Assert.Equal((0, false), (revised.DaysLate, revised.IsPersistentlyLate));
    }

    [Theory]
    [InlineData("UnderWay 2027-04-30", "UnderWay 2027-05-31", true)]
    [InlineData("UnderWay 2027-04-30, UnderWay 2027-05-31", "UnderWay 2027-06-30", true)]
    [InlineData("UnderWay 2027-08-31", "UnderWay 2027-08-31", false)]
    [InlineData("UnderWay 2027-08-31", "UnderWay 2027-09-30", true)]
    [InlineData("UnderWay 2027-04-30", "Done 2027-01-31", false)]
    public void Only_news_calls_for_a_decision(string before, string update, bool calls) =>
        Assert.Equal(calls, On("2027-02-01", $"{before}, {update}").CallsForDecision(On("2027-02-01", before)));

    [Fact]
    public void The_completion_rate_counts_neither_what_was_stopped_nor_what_is_not_due()
    {
        var rate = Completion.Of([On("2027-02-10", "UnderWay 2027-03-31"), On("2027-02-10", "Done 2027-02-01"), On("2027-02-10", "Stopped 2027-02-01")]);
        Assert.Equal(new Completion(Initiatives: 2, Done: 1, Milestones: 4, Reached: 2, Due: 2, OnTime: 1), rate);
    }

    [Theory]
    [InlineData("Ada, Bo", true)]
    [InlineData("ADA", true)]
    [InlineData("Bo", false)]
    [InlineData("Ada, ada", false)]
    public void The_owner_is_known_where_one_member_alone_has_that_name(string names, bool isKnown)
    {
        Member[] members = [.. names.Split(", ").Select((name, index) => new Member(new("e"), new($"person-{index}"), name, Role.EndUser, null, false))];
        Assert.Equal(isKnown, Track.OwnerOf(Initiative, members) is not null);
    }

    private static Track On(string today, string told) => Track.Of(
        Initiative,
        new Progress(new("e"), [.. told.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Update), Update("Done 2027-01-01") with { Initiative = "another" }], new Asking(null, null, [])),
        DateOnly.Parse(today, null));

    private static ProgressUpdate Update(string told)
    {
        var parts = told.Split(' ');
        return new ProgressUpdate("backup", Enum.Parse<ProgressState>(parts[0]), [], DateOnly.Parse(parts[1], null), PlannedEnd, null, new("ada"), "Ada", DateTimeOffset.UnixEpoch);
    }
}
