using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>The registers behind the gap analysis, and the asset list.</summary>
public sealed class RegistersJourney
{
    private const string Backups = "We have a restore test every year, and the files lie on Windows Server 2016.";

    [Theory]
    [InlineData("Contradictions", "Where people disagree")]
    [InlineData("Checks", "Readiness checks", "Backups, 3-2-1-1-0", "Incident response plan")]
    [InlineData("Support dates", "Windows Server 2016", "12 Jan 2027", "within 12 months")]
    [InlineData("Unknowns", "Still open", "Ask ")]
    [InlineData("Lessons", "Lessons from past projects")]
    [InlineData("CSF tiers", "NIST CSF 2.0", "Target 3")]
    public async Task Each_register_opens_from_the_gap_analysis_and_leads_back(string button, params string[] shown)
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        var register = await company.Owner.Presses(button);
        Assert.All(shown, text => Assert.Contains(text, CardText.Of(register), StringComparison.Ordinal));
        Assert.Contains("Gap analysis: Harbour Clinic", CardText.Of(await company.Owner.PressesOn(register, "Back to the gaps")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_in_a_register_go_to_those_who_may_read_them()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        Assert.Contains(Backups, CardText.Of(await company.Owner.Presses("Support dates")), StringComparison.Ordinal);

        await company.Ceo.Person.Says("gaps");
        await company.Ceo.Person.Sees("Gap analysis");
        var seen = CardText.Of(await company.Ceo.Person.Presses("Support dates"));
        Assert.Contains("Said by one person", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Backups, seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_decides_many_points_of_a_check_is_quoted_once()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        await company.Head.Interview("We want to see twice as many patients.", "We have no incident response plan.");
        await company.Owner.Says("gaps");
        await company.Owner.Sees("Gap analysis: Harbour Clinic", "Version 1");
        var checks = await company.Owner.Presses("Checks");
        Assert.Contains("14 no. Score 0 of 100.", CardText.Of(checks), StringComparison.Ordinal);
        var plan = CardText.Of(await company.Owner.PressesOn(checks, "Incident response plan"));
        Assert.Equal(2, plan.Split("We have no incident response plan").Length);
    }

    [Fact]
    public async Task Where_nothing_was_found_every_card_says_so()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        await company.Owner.Says("report: the coffee machine is fine");
        await company.Owner.Sees("Have I understood it");
        await company.Owner.Says("gaps");
        await company.Owner.Sees("Gap analysis: Harbour Clinic", "Nothing that was said so far shows a gap", "little heard (25 %)", "nobody spoke of it yet");
        await company.Owner.Says("summary");
        await company.Owner.Sees("What stands in the way", "Nothing that was said so far shows a gap");
        await company.Owner.Says("roadmap");
        await company.Owner.Sees("IT roadmap: Harbour Clinic");
        var timeline = await company.Owner.Presses("Timeline");
        Assert.Contains("Nothing planned.", CardText.Of(timeline), StringComparison.Ordinal);
        Assert.Contains("Nothing planned.", CardText.Of(await company.Owner.PressesOn(timeline, "Budget by quarter")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_gives_the_asset_list_and_hears_which_rows_cannot_be_used()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Heard(bot);
        await company.Owner.Says("assets");
        var form = await company.Owner.Sees("Asset list: Harbour Clinic", "There is no list yet");
        var saved = CardText.Of(await company.Owner.PressesOn(form.Activity, "Save the list", ("list", "name,os,count,bought\nReception PCs,Windows 10 Pro,14,2019\nOld server,SQL 2014,many,2015\n")));
        Assert.Contains("Rows read: 1, 14 devices. Rows that I could not use: 1.", saved, StringComparison.Ordinal);
        Assert.Contains("Line 3: The count “many” is no whole number above zero.", saved, StringComparison.Ordinal);

        await company.Owner.Says("gaps");
        await company.Owner.Sees("More was said since this draft");
        await company.Owner.Presses("Draft again");
        await company.Owner.Sees("Version 2");
        var dates = CardText.Of(await company.Owner.Presses("Support dates"));
        Assert.Contains("Windows 10 22H2", dates, StringComparison.Ordinal);
        Assert.Contains("In the asset list: 14", dates, StringComparison.Ordinal);
        Assert.Contains("Reception PCs", dates, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_owner_gives_the_asset_list()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Company.Found(bot);
        await company.Ceo.Person.Says("assets");
        await company.Ceo.Person.Sees("Only an owner");
    }

    private static async Task<Company> Heard(TestBot bot)
    {
        var company = await Company.Found(bot);
        await company.Head.Interview("We want to see twice as many patients.", Backups, "The last project dragged on for two years.");
        await company.Owner.Says("gaps");
        await company.Owner.Sees("Gap analysis: Harbour Clinic", "Version 1");
        return company;
    }
}
