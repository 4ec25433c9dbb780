using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

public sealed class FirstSteps
{
    [Fact]
    public async Task Somebody_new_says_hi_begins_an_engagement_and_is_asked_the_first_question()
    {
        await using var bot = await TestBot.Start();
        var ada = bot.Person("Ada");

        await ada.Installs();
        await ada.Sees("Hi, I'm RoadmapBot");
        await ada.Presses("Start");
        await ada.Sees("begin");
        var form = await ada.Presses("New engagement");
        var created = await ada.PressesOn(form, "Create", ("name", "Harbour Clinic"), ("headcount", "120"), ("objectives", "Open a second site\nNo more downtime"));
        Assert.Contains("Harbour Clinic: engagement created", CardText.Of(created), StringComparison.Ordinal);

        await ada.PressesOn(created, "Start my interview");
        await ada.Sees("Interview for the IT roadmap of Harbour Clinic");
        await ada.Sees("Question 1 of");
    }
}
