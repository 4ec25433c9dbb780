using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Engagements;

public sealed class EngagementFormTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateOnly December = new(2026, 12, 1);

    [Fact]
    public void A_filled_form_is_an_engagement()
    {
        var (filled, faults) = Read(
            ("name", " Harbour Clinic "), ("headcount", "120"), ("itStaff", "0"), ("sites", "2"), ("objectives", "Grow\n\n  Stay safe \n"), ("currency", "GBP"),
            ("start", "2027-03-17"), ("open", "no"), ("myRole", "Msp"), ("myDepartment", "Desk"));

        Assert.Empty(faults);
        Assert.Equal(new Organisation("Harbour Clinic", null, 120, 0, 2), filled!.Organisation);
        Assert.Equal(["Grow", "Stay safe"], filled.Objectives);
        Assert.Equal(("GBP", new DateOnly(2027, 3, 1), false, Role.Msp, "Desk"), (filled.Currency, filled.Start, filled.IsOpen, filled.CreatorRole, filled.CreatorDepartment));
    }

    [Fact]
    public void A_name_is_enough()
    {
        var (filled, _) = Read(("name", "Harbour Clinic"));
        Assert.Equal((December, "EUR", true, Role.It), (filled!.Start, filled.Currency, filled.IsOpen, filled.CreatorRole));
    }

    [Theory]
    [InlineData("name", "   ", "name")]
    [InlineData("headcount", "many", "People who use IT")]
    [InlineData("headcount", "0", "People who use IT")]
    [InlineData("headcount", "1.5", "People who use IT")]
    [InlineData("headcount", "99999999999999999999", "People who use IT")]
    [InlineData("itStaff", "-1", "Own IT staff")]
    [InlineData("sites", "0", "Sites")]
    [InlineData("currency", "XXX", "currencies")]
    [InlineData("start", "tomorrow", "start")]
    [InlineData("start", "2019-01-01", "start")]
    [InlineData("start", "2031-01-01", "start")]
    [InlineData("myRole", "Executive", "executive")]
    public void A_wrong_field_is_named(string field, string value, string named)
    {
        var (filled, faults) = Read(("name", "Harbour Clinic"), (field, value));

        Assert.Null(filled);
        Assert.Contains(named, Assert.Single(faults), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void All_faults_come_at_once() => Assert.Equal(3, Read(("headcount", "x"), ("start", "x")).Faults.Count);

    [Fact]
    public void Nobody_can_name_an_engagement_of_somebody_else()
    {
        var ada = new Person(new("t1"), new("ada"), "Ada");
        Assert.Equal(EngagementId.For(ada, "form"), EngagementId.For(ada, "form"));
        Assert.NotEqual(EngagementId.For(ada, "form"), EngagementId.For(ada with { Tenant = new("t2") }, "form"));
        Assert.NotEqual(EngagementId.For(ada, "form"), EngagementId.For(ada with { Id = new("bo") }, "form"));
    }

    private static (NewEngagement? Filled, IReadOnlyList<string> Faults) Read(params (string Key, string Value)[] fields) =>
        EngagementForm.Read(new CardData(fields.GroupBy(field => field.Key).ToDictionary(group => group.Key, group => group.Last().Value)), December, Today);
}
