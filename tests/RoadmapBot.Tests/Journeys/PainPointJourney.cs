using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

public sealed class PainPointJourney
{
    [Fact]
    public async Task One_sentence_is_enough_it_is_filed_confirmed_and_seen_by_the_analyst_alone()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        var uma = company.User.Person;
        await uma.Says("report The wifi drops every afternoon");
        await uma.Sees("Have I understood it", "The wifi drops every afternoon", "Network and internet");
        Assert.Contains("in the gap analysis", CardText.Of(await uma.Presses("That's right", ("often", "Daily"), ("reach", "Department"))), StringComparison.Ordinal);

        await company.Owner.Says("status");
        await company.Owner.Sees("Where we are");
        await company.Owner.Presses("Pain points");
        var list = await company.Owner.Sees("Pain points: 1", "The wifi drops every afternoon", "every day", "my department");

        await company.Ceo.Person.PressesOn(CardText.Card(list.Activity)!.Value, "Where we are");
        await company.Ceo.Person.Sees("Where we are");
        Assert.DoesNotContain("wifi", CardText.Of(company.Ceo.Person.Last!.Activity), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task After_the_bare_word_the_next_sentence_is_the_report_and_it_can_be_taken_back()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        var uma = company.User.Person;
        await uma.Says("report");
        await uma.Sees("One sentence is enough");
        await uma.Says("My laptop takes ten minutes to start");
        await uma.Sees("Have I understood it", "ten minutes to start");
        var before = CardText.Card(uma.Last!.Activity)!.Value;
        await uma.Presses("Take it back");
        Assert.Contains("Taken back", CardText.Of(await uma.PressesOn(before, "That's right")), StringComparison.Ordinal);

        await company.Owner.Says("status");
        await company.Owner.Sees("Where we are");
        await company.Owner.Presses("Pain points");
        await company.Owner.Sees("Pain points: 0");
    }

    [Theory]
    [InlineData("cancel", "nothing is noted")]
    [InlineData("status", "Where we are")]
    public async Task After_the_bare_word_another_command_ends_the_waiting(string command, string answer)
    {
        await using var bot = await TestBot.Start();
        var uma = (await Company.Found(bot)).User.Person;
        await uma.Says("report");
        await uma.Sees("one sentence");
        await uma.Says(command);
        await uma.Sees(answer);

        await uma.Says("The printer is out of paper again");
        await uma.Sees("not sure what you want");
        Assert.Empty(bot.Query("SELECT Id FROM pain_points"));
    }

    [Fact]
    public async Task The_button_that_reports_a_text_counts_once_however_often_it_is_pressed()
    {
        await using var bot = await TestBot.Start(clock: new ManualClock());
        var uma = (await Company.Found(bot)).User.Person;
        await uma.Says("The label printer jams every day");
        var card = CardText.Card((await uma.Sees("not sure what you want")).Activity)!.Value;
        await uma.PressesOn(card, "Report it");
        await uma.PressesOn(card, "Report it");
        await uma.Sees("Have I understood it");
        Assert.Single(bot.Query("SELECT Id FROM pain_points"));
    }

    [Fact]
    public async Task In_a_group_the_report_is_kept_and_checked_in_the_personal_chat()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        var inGroup = company.User.Person.In("19:floor@thread.v2");
        await inGroup.Says("report The label printer jams");
        await inGroup.Sees("Kept", "own chat");
        Assert.DoesNotContain("label printer", CardText.Of(inGroup.Last!.Activity), StringComparison.Ordinal);
        await company.User.Person.Sees("Have I understood it", "label printer");
    }

    [Fact]
    public async Task What_is_no_command_can_be_kept_as_a_pain_point_with_one_button()
    {
        await using var bot = await TestBot.Start();
        var company = await Company.Found(bot);
        await company.User.Person.Says("everything is slow today");
        await company.User.Person.Sees("not sure what you want");
        await company.User.Person.Presses("Report it");
        await company.User.Person.Sees("Have I understood it", "everything is slow today");
    }

    [Fact]
    public async Task Somebody_without_a_seat_takes_one_and_the_report_is_not_lost()
    {
        await using var bot = await TestBot.Start();
        await Company.Found(bot);
        var vera = bot.Person("Vera");
        await vera.Says("report The scanner is broken");
        await vera.Sees("Take part: Harbour Clinic");
        await vera.Presses("Take part");
        await vera.Sees("Have I understood it", "The scanner is broken");
    }
}
