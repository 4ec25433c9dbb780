using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>From the first word to an approved roadmap, with people of every role.</summary>
public sealed class RoadmapJourney
{
    [Fact]
    public async Task People_of_every_role_are_heard_and_an_executive_approves_what_comes_of_it()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);

        await company.Ceo.Interview(
            "We want to open a second clinic in Leeds by autumn 2027 and keep patients' data safe.",
            "Honestly nobody plans IT here, we only react when something breaks. There is no IT strategy.");
        await company.Head.Interview(
            "Every new patient is typed twice, once into the booking system and once into Excel. It takes each of us an hour a day.",
            "Our backups have never been tested, as far as I know.");
        await company.User.Interview("The wifi drops every afternoon and we wait for it.");
        await company.User.Person.Says("report The label printer jams every day and nobody from IT comes.");
        await company.User.Person.Sees("Kept. Have I understood it?");
        await company.User.Person.Presses("That's right");

        await company.Owner.Says("gaps");
        await company.Owner.Sees("reading everything");
        var gaps = await company.Owner.Sees("Gap analysis: Harbour Clinic", "Version 1", "draft, not approved");
        Assert.Contains("backup", CardText.Of(gaps.Activity), StringComparison.OrdinalIgnoreCase);

        await company.Owner.Says("roadmap");
        await company.Owner.Sees("IT roadmap: Harbour Clinic", "Short term", "Mid term", "Long term");

        await company.Ceo.Person.Says("summary");
        await company.Ceo.Person.Sees("IT roadmap in short: Harbour Clinic", "Why", "What is to be decided");
        var approved = await company.Ceo.Person.Presses("Approve");
        Assert.Contains("approved by Grace", CardText.Of(approved), StringComparison.Ordinal);
        await company.Owner.Sees("Grace has approved version 1");
    }
}
