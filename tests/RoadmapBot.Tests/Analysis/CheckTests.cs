using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Checks;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Analysis;

public sealed class CheckTests
{
    [Theory]
    [InlineData("incident-plan", 14)]
    [InlineData("backup", 5)]
    [InlineData("data-readiness", 4)]
    [InlineData("remote-work", 8)]
    [InlineData("modernisation", 11)]
    [InlineData("ai-support", 7)]
    public void Every_check_has_its_points(string check, int points) => Assert.Equal(points, Checked(check, "Anything?", "No.").Points.Count);

    [Theory]
    [InlineData("incident-plan", "Practised", "We walked through the plan in May.")]
    [InlineData("incident-plan", "Practised", "We have a written incident plan, and we have practised it within a year")]
    [InlineData("incident-plan", "Who is told first", "There's a card with the order of calls.")]
    [InlineData("incident-plan", "A protected copy", "The plan lies printed on paper in three offices.")]
    [InlineData("backup", "Three copies", "We keep three copies of everything.")]
    [InlineData("backup", "One copy in another place", "Once a week a copy goes to another building.")]
    [InlineData("backup", "One copy that cannot be changed", "The cloud copy is immutable for thirty days.")]
    [InlineData("backup", "No errors in restore tests", "We test a restore of a server every month.")]
    [InlineData("data-readiness", "Sensitive data is classified", "Sensitive data is labelled, and only those who need it can reach it")]
    [InlineData("remote-work", "Access from outside", "The VPN asks for a second factor, on the authenticator.")]
    [InlineData("modernisation", "Somebody acts around the clock", "People watch this client's systems around the clock")]
    [InlineData("modernisation", "Hardware is replaced in a cycle", "Laptops are replaced every four years.")]
    [InlineData("backup", "One copy in another place", "On a NAS here, and once a week on a disk that Milan takes home.", "Where do you keep the copies of your data?")]
    [InlineData("ai-support", "Every request is a ticket", "We have a ticket system.")]
    public void What_people_say_is_there_is_a_yes(string check, string point, string said, string topic = "How is it?") =>
        Assert.Equal(CheckResult.Yes, PointOf(check, point, said, topic).Result);

    [Theory]
    [InlineData("incident-plan", "Practised", "We have a written incident plan, but have not practised it")]
    [InlineData("backup", "No errors in restore tests", "There has never been a restore test of a whole server.")]
    [InlineData("backup", "One copy in another place", "The backups are on a NAS in the same server room.")]
    [InlineData("data-readiness", "Departments share the same data", "Sales and production report different numbers for the same week.")]
    [InlineData("remote-work", "Access from outside", "On the VPN you type only the password and you are in.")]
    [InlineData("remote-work", "A break-in at home", "The network is flat.")]
    [InlineData("modernisation", "No single line", "There is a single internet line to Porto and no second one.")]
    [InlineData("modernisation", "Somebody acts around the clock", "This client's systems are watched in office hours only")]
    [InlineData("ai-support", "Every request is a ticket", "There is no ticket system.")]
    public void What_people_say_is_missing_is_a_no(string check, string point, string said) => Assert.Equal(CheckResult.No, PointOf(check, point, said).Result);

    [Theory]
    [InlineData("incident-plan", "Practised", "We should have practised the plan this year.")]
    [InlineData("incident-plan", "Practised", "Next year we will practise the plan.")]
    [InlineData("backup", "Three copies", "I would like three copies.")]
    [InlineData("modernisation", "Hardware is replaced in a cycle", "I hope laptops get replaced every four years.")]
    [InlineData("modernisation", "Hardware is replaced in a cycle", "The laptop was replaced the next day.")]
    [InlineData("backup", "One copy that cannot be changed", "Somebody found the unplugged switch.")]
    [InlineData("backup", "No errors in restore tests", "Mailboxes we restored in June without trouble.")]
    public void A_hope_a_plan_or_an_ought_is_no_yes(string check, string point, string said) => Assert.NotEqual(CheckResult.Yes, PointOf(check, point, said).Result);

    [Fact]
    public void A_point_that_nobody_spoke_of_says_so_and_whom_to_ask()
    {
        var point = PointOf("backup", "On two kinds of storage", "The weather is fine.");
        Assert.Equal((CheckResult.NotHeard, "IT"), (point.Result, point.Ask));
        Assert.Empty(point.Evidence);
        Assert.EndsWith("?", point.Question, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_plan_there_are_none_of_its_points()
    {
        var check = Checked("incident-plan", "Is there an incident response plan?", "There is no incident response plan.");
        Assert.All(check.Points, point => Assert.Equal(CheckResult.No, point.Result));
        Assert.All(check.Points, point => Assert.Equal("There is no incident response plan.", Assert.Single(point.Evidence).Quote));
        Assert.Equal(0, check.Score);
    }

    [Fact]
    public void Who_says_yes_and_who_says_no_are_both_shown()
    {
        var analysis = Analyst.Analyse(Known.Say(
            (Role.Executive, "Restores?", "We have a restore test every year."), (Role.It, "Restores?", "There has never been a restore test.")), Known.Catalogue);
        var point = analysis.Checks.Single(check => check.Id == "backup").Points[^1];
        Assert.Equal(CheckResult.Disputed, point.Result);
        Assert.Equal(["v0", "v1"], point.Evidence.Select(receipt => receipt.Voice));
    }

    [Fact]
    public void The_gate_for_AI_opens_only_when_all_four_points_are_met()
    {
        var partly = Checked("data-readiness", "How is sensitive data kept apart?", "Sensitive data is labelled, and only those who need it can reach it");
        Assert.Equal((25, false, true), (partly.Score, partly.IsMet, partly.IsGate));
        var all = Analyst.Analyse(Known.Say(
            (Role.It, "Data?", "The client's data is in known places, and access follows need"), (Role.Msp, "Data?", "There are no silos."),
            (Role.DepartmentHead, "Figures?", "I can rely on the figures in our reports"), (Role.It, "Sensitive?", "Sensitive data is labelled.")), Known.Catalogue).Checks.Single(check => check.IsGate);
        Assert.Equal((100, true), (all.Score, all.IsMet));
    }

    [Theory]
    [MemberData(nameof(AnalystTests.Cases), MemberType = typeof(AnalystTests))]
    public void Every_receipt_of_a_check_is_found_in_its_answer(string name)
    {
        var testimony = Known.Case(name);
        Assert.All(Analyst.Analyse(testimony, Known.Catalogue).Checks.SelectMany(check => check.Points).SelectMany(point => point.Evidence), receipt => Assert.Contains(
            receipt.Quote, testimony.Voices.Single(voice => voice.Id == receipt.Voice).Statements.Single(statement => statement.Id == receipt.Statement).Text, StringComparison.Ordinal));
    }

    private static Check Checked(string check, string topic, string said) => Analyst.Analyse(Known.Say((Role.It, topic, said)), Known.Catalogue).Checks.Single(one => one.Id == check);

    private static CheckedPoint PointOf(string check, string point, string said, string topic = "How is it?") =>
        Checked(check, topic, said).Points.Single(one => one.Text.StartsWith(point, StringComparison.Ordinal));
}
