using System.Text.Json;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Tests.Roadmaps;

public sealed class PlanningFormTests
{
    private static readonly PlanningFrame Frame = PlanningFrame.From(new DateOnly(2027, 1, 1), "EUR");

    private static readonly PlanningFrame Full = Frame with
    {
        FiscalYearFrom = 7,
        BudgetPerQuarter = 50_000,
        HoursPerMonth = [new(Team.It, 120), new(Team.Supplier, 0)],
        Method = PriorityMethod.Rice,
        ForcedIn = ["mfa", "backup"],
        LeftOut = ["phones"],
        Deadlines = [new("backup", new DateOnly(2027, 6, 30))],
    };

    private static readonly Dictionary<string, string> Known = new() { ["mfa"] = "Second factor", ["backup"] = "Backups", ["phones"] = "Telephones" };

    [Fact]
    public void What_the_form_holds_is_read_again_as_it_was()
    {
        Assert.Equal(Written(Full), Written(Read(PlanningForm.Of(Full)).Frame!));
        Assert.Equal(Written(Frame), Written(Read(PlanningForm.Of(Frame)).Frame!));
    }

    [Fact]
    public void The_start_is_the_first_of_its_month() => Assert.Equal(new DateOnly(2027, 3, 1), Read(With("start", "2027-03-17")).Frame!.Start);

    [Fact]
    public void What_is_not_on_offer_is_not_taken() => Assert.Equal(["mfa"], Read(With("forced", "mfa,gone,mfa")).Frame!.ForcedIn);

    [Theory]
    [InlineData("start", "", "first month must lie between")]
    [InlineData("start", "2035-01-01", "first month must lie between")]
    [InlineData("fiscal", "13", "fiscal year")]
    [InlineData("budget", "0", "whole number above zero")]
    [InlineData("budget", "12.5", "whole number above zero")]
    [InlineData("method", "dice", "put in order")]
    [InlineData("hoursIt", "-1", "Hours of IT")]
    [InlineData("hoursSupplier", "many", "Hours of suppliers")]
    [InlineData("forced", "phones", "“Telephones” cannot both")]
    [InlineData("by1", "", "A deadline needs")]
    [InlineData("by1", "2026-12-01", "A deadline needs")]
    [InlineData("deadline1", "gone", "A deadline needs")]
    [InlineData("deadline2", "mfa", "A deadline needs")]
    public void A_fault_is_named_and_nothing_is_taken(string field, string value, string fault)
    {
        var (frame, faults) = Read(With(field, value));
        Assert.Null(frame);
        Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    private static (PlanningFrame? Frame, IReadOnlyList<string> Faults) Read(CardData data) => PlanningForm.Read(data, Frame, Known, new DateOnly(2026, 11, 22));

    private static CardData With(string field, string value)
    {
        string[] fields = ["start", "fiscal", "budget", "method", "hoursIt", "hoursSupplier", "forced", "leftOut", "deadline1", "by1"];
        var values = fields.ToDictionary(name => name, name => PlanningForm.Of(Full).Text(name) ?? "");
        values[field] = value;
        return new CardData(values);
    }

    private static string Written(PlanningFrame frame) => JsonSerializer.Serialize(frame);
}
