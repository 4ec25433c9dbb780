using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps.Execution;
using RoadmapBot.Tests.Storage;

namespace RoadmapBot.Tests.Engagements;

public sealed class LocalTimeTests
{
    [Theory]
    [InlineData("UTC", "2027-03-29", "2027-03-29T09:00:00Z")]
    [InlineData("Europe/Berlin", "2027-03-22", "2027-03-22T08:00:00Z")] // before the clocks go forward on 28 March
    [InlineData("Europe/Berlin", "2027-03-29", "2027-03-29T07:00:00Z")]
    [InlineData("Europe/Berlin", "2027-10-25", "2027-10-25T07:00:00Z")] // before they go back on 31 October
    [InlineData("Europe/Berlin", "2027-11-01", "2027-11-01T08:00:00Z")]
    [InlineData("America/New_York", "2027-03-08", "2027-03-08T14:00:00Z")]
    [InlineData("America/New_York", "2027-03-15", "2027-03-15T13:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2027-04-05", "2027-04-04T22:30:00Z")]
    [InlineData("Pacific/Kiritimati", "2027-01-04", "2027-01-03T19:00:00Z")]
    public void Nine_oclock_is_nine_by_the_clock_on_the_wall(string zone, string day, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, null), LocalTime.At(DateOnly.Parse(day, null), new TimeOnly(9, 0), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    [InlineData("2027-03-28", "02:30", "2027-03-28T01:00:00Z")] // there is no such hour; three o'clock follows two
    [InlineData("2027-10-31", "02:30", "2027-10-31T00:30:00Z")] // there are two; the first counts
    public void An_hour_that_is_missing_or_twice_is_one_moment(string day, string hour, string moment) => Assert.Equal(
        DateTimeOffset.Parse(moment, null), LocalTime.At(DateOnly.Parse(day, null), TimeOnly.Parse(hour, null), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));

    [Theory]
    [InlineData("America/Los_Angeles", "2026-12-31")]
    [InlineData("UTC", "2027-01-01")]
    [InlineData("Mars/Olympus", "2027-01-01")] // as if nobody had named one
    public void Today_is_the_day_of_its_people(string zone, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), (Samples.AnEngagement with { TimeZone = zone }).Today(DateTimeOffset.Parse("2027-01-01T05:00:00Z", null)));

    [Theory]
    [InlineData("2027-03-22", "2027-03-22T08:00:00Z")]
    [InlineData("2027-03-23", "2027-03-29T07:00:00Z")]
    [InlineData("2027-03-28", "2027-03-29T07:00:00Z")]
    public void People_are_asked_on_the_first_monday_that_is_not_too_early(string notBefore, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, null), AskRules.Due(DateOnly.Parse(notBefore, null), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));
}
