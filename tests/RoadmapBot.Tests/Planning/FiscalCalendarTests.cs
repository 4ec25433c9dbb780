using RoadmapBot.Planning;

namespace RoadmapBot.Tests.Planning;

public sealed class FiscalCalendarTests
{
    [Theory]
    [InlineData("2027-01-01", 1, 12, "Q1 FY2027", "Q4 FY2029")]
    [InlineData("2027-02-01", 1, 13, "Q1 FY2027", "Q1 FY2030")]
    [InlineData("2027-01-01", 7, 12, "Q3 FY2027", "Q2 FY2030")]
    [InlineData("2027-09-01", 10, 13, "Q4 FY2027", "Q4 FY2030")]
    public void Quarters_are_those_of_the_fiscal_year_and_are_called_by_the_year_it_ends_in(string start, int from, int count, string first, string last)
    {
        var quarters = new FiscalCalendar(DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), from).Quarters;

        Assert.Equal((count, first, last), (quarters.Count, quarters[0].Name, quarters[^1].Name));
        Assert.Equal(Phases.Horizon, quarters.Sum(quarter => quarter.Months));
        Assert.All(quarters, quarter => Assert.InRange(quarter.Months, 1, 3));
    }
}
