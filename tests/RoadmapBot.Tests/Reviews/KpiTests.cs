using RoadmapBot.Conversation;
using RoadmapBot.Planning;
using RoadmapBot.Reviews;
using RoadmapBot.Tests.Storage;

namespace RoadmapBot.Tests.Reviews;

public sealed class KpiTests
{
    private static readonly DateTimeOffset Now = new(2027, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly Person Ada = new(Samples.Tenant, Samples.Ada, "Ada");

    private static readonly ChosenKpi Mttr = new("mttr", KpiCategory.Mttr, "Mean time to repair", "hours", KpiDirection.Down, 20, 8, Rhythm.Monthly, Samples.Ada, "Ada", Now.AddDays(-200));

    [Theory]
    [InlineData("12", "hours", "12")]
    [InlineData("12 hours", "hours per person and month", "12")]
    [InlineData("12.5h", "h", "12.5")]
    [InlineData("99,5 %", "%", "99.5")]
    [InlineData("1,234", "accounts", "1234")]
    [InlineData("1,234.5", "accounts", "1234.5")]
    [InlineData("12,34", "accounts", "12.34")]
    [InlineData("0", "accounts", "0")]
    public void A_value_is_read_as_people_write_it(string text, string unit, string value) =>
        Assert.Equal((decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), null), KpiValue.Read(text, unit));

    [Theory]
    [InlineData("", "hours", "is no number")]
    [InlineData("many", "hours", "is no number")]
    [InlineData("12 or 13", "hours", "not in “or 13”")]
    [InlineData("1.2.3", "hours", "is no number")]
    [InlineData("3 days", "hours", "counted in “hours”, not in “days”")]
    [InlineData("101", "%", "between 0 and 100")]
    [InlineData("-1", "hours", "zero or more")]
    [InlineData("99999999999999999999999999999999999", "hours", "is no number")]
    public void What_is_no_value_of_the_kpi_is_refused_with_the_reason(string text, string unit, string reason) =>
        Assert.Contains(reason, KpiValue.Read(text, unit).Fault!, StringComparison.Ordinal);

    [Theory]
    [InlineData("18 17 19 18", 16, false)]
    [InlineData("18 17 19 18", 28, true)]
    [InlineData("18 17 19 18", 8, true)]
    [InlineData("18 18 18 18", 20, false)]
    [InlineData("5 40 12 30", 60, false)]
    [InlineData("", 19, false)]
    [InlineData("", 201, true)]
    [InlineData("", 1.9, true)]
    public void A_value_far_from_the_usual_is_asked_about(string before, double value, bool isUnusual) => Assert.Equal(isUnusual, Story(before).IsUnusual((decimal)value));

    [Theory]
    [InlineData(10, "2027-05-15", false)]
    [InlineData(10, "2027-05-14", true)]
    public void Silence_is_longer_than_the_rhythm(int value, string last, bool isSilent) =>
        Assert.Equal(isSilent, KpiStory.Of(Mttr, Book() with { Readings = [new Reading("mttr", DateOnly.Parse(last, null), value, Ada.Id, "Ada", Now)] }, Samples.BareEngagement, Now).IsSilent);

    [Fact]
    public void Of_two_readings_for_a_day_the_later_counts() =>
        Assert.Equal([7m], KpiStory.Of(Mttr, Book().With([new Reading("mttr", new(2027, 6, 1), 9, Ada.Id, "Ada", Now), new Reading("mttr", new(2027, 6, 1), 7, Ada.Id, "Ada", Now)]), Samples.BareEngagement, Now).Readings.Select(one => one.Value));

    [Fact]
    public void Every_line_is_taken_known_asked_about_or_refused_with_its_reason()
    {
        const string Lines = "KPI; date; value\n\nmttr;2027-01-31;18\nMean time to repair;2027-02-28;17 hours\nmttr;2027-02-28;17\nmttr;2027-03-31;900\nmttr;2027-06-16;18\nmttr;31.3.2027;18\nmttr;2027-03-31\nwifi;2027-03-31;1\nmttr;2027-03-31;3 days\nmttr;2001-01-01;18";
        var came = PastedReadings.Read(Lines, Book(), Samples.BareEngagement, isSure: false, Ada, Now);
        Assert.Equal([18m, 17m], came.Taken.Select(reading => reading.Value));
        Assert.Equal(1, came.Known);
        Assert.Equal([6], came.Asked.Select(line => line.Number));
        Assert.Equal([7, 8, 9, 10, 11, 12], came.Refused.Select(line => line.Number));
        string[] reasons = ["still to come", "is no day", "this has 2", "no KPI “wifi”", "not in “days”", "more than 10 years ago"];
        Assert.All(came.Refused.Zip(reasons), pair => Assert.Contains(pair.Second, pair.First.Why, StringComparison.Ordinal));
        Assert.Contains(900m, PastedReadings.Read(Lines, Book(), Samples.BareEngagement, isSure: true, Ada, Now).Taken.Select(reading => reading.Value));
    }

    private static KpiBook Book() => KpiBook.Empty(Samples.Clinic).With(Mttr);

    private static KpiStory Story(string values) => KpiStory.Of(
        Mttr,
        Book() with { Readings = [.. values.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((value, month) => new Reading("mttr", new DateOnly(2027, 1 + month, 1), decimal.Parse(value, null), Ada.Id, "Ada", Now))] },
        Samples.BareEngagement, Now);
}
