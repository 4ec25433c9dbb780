using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>Somebody asks what would be if; the roadmap itself stays as it is.</summary>
public sealed class WhatIfJourney
{
    [Fact]
    public async Task A_cut_is_answered_with_the_difference_and_a_way_back_and_nothing_is_kept()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Planned(bot);
        await company.Owner.Says("what if we cut the budget by 60 %?");
        var shown = CardText.Card((await company.Owner.Sees("What if the budget is cut by 60 %", "version 1", "Nothing was changed or kept")).Activity)!.Value;
        Assert.Matches("Costs EUR [0-9,]+ less|No longer possible|later", CardText.Of(shown));

        var back = CardText.Of(await company.Owner.PressesOn(shown, "Back to the roadmap"));
        Assert.Contains("Version 1", back, StringComparison.Ordinal);
        await company.Owner.Says("roadmap");
        var after = await company.Owner.Sees("IT roadmap: Harbour Clinic", "Version 1");
        Assert.DoesNotContain("More was said since", CardText.Of(after.Activity), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what if Sam leaves", "What if Sam leaves?")]
    [InlineData("what if Henri leaves", "Henri does not work in IT")]
    [InlineData("what if the servers must be gone by December 2027?", "has to end by 31 Dec 2027")]
    [InlineData("what if we merge with 80 people", "What if 80 people join?")]
    [InlineData("what if we merge with Acme in June 2028", "What if another organisation joins on 1 Jun 2028?")]
    [InlineData("what if we merge with Acme in July 2028", "need at once has to end the day before, by 30 Jun 2028")]
    [InlineData("what if 20 people join us on 2027-01-01", "no later than the roadmap begins")]
    [InlineData("what if we start three months later", "everything starts 3 months later, in April 2027")]
    [InlineData("what if", "Say what might happen")]
    [InlineData("what if the moon turns green", "I did not understand that well enough")]
    public async Task Every_form_is_understood_and_what_is_none_says_which_there_are(string said, string answer)
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Planned(bot);
        await company.Owner.Says(said);
        await company.Owner.Sees(answer);
    }

    [Fact]
    public async Task It_is_for_those_who_plan_and_for_their_own_eyes()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Planned(bot);
        await company.Ceo.Person.Says("what if we cut 20 %?");
        await company.Ceo.Person.Sees("What if the budget is cut by 20 %");
        await company.User.Person.Says("what if we cut 20 %?");
        await company.User.Person.Sees("for those who plan");
        var group = company.Ceo.Person.In("19:group@thread.v2");
        await group.Says("what if we cut 20 %?");
        await group.Sees("Ask me that in our personal chat");
    }

    [Fact]
    public async Task An_owner_gets_the_plan_of_most_value_with_its_distance_from_the_best()
    {
        await using var bot = await TestBot.Start(clock: new FastClock());
        var company = await Planned(bot);
        await company.Owner.Says("optimise");
        var shown = CardText.Of((await company.Owner.Sees("The plan of most value", "No budget is stated")).Activity);
        Assert.Matches("Proven: no other choice|can be worth more than [0-9.]+ %", shown);

        await company.Owner.Says("roadmap");
        var roadmap = CardText.Card((await company.Owner.Sees("IT roadmap: Harbour Clinic")).Activity)!.Value;
        var form = await company.Owner.PressesOn(roadmap, "Planning frame");
        await company.Owner.PressesOn(form, "Save and draft again", ("budget", "15000"));
        await company.Owner.Sees("Version 2");
        await company.Owner.Says("optimise");
        await company.Owner.Sees("Within EUR 15,000 a quarter", "The next EUR 1,500 a quarter would buy");

        await company.Ceo.Person.Says("optimise");
        await company.Ceo.Person.Sees("owner");
    }

    private static async Task<Company> Planned(TestBot bot)
    {
        var company = await Company.Found(bot);
        await company.Head.Interview("Our backups have never been tested, as far as I know.", "The server is nine years old and goes down every week.", "We all share one password.");
        await company.Owner.Says("roadmap");
        await company.Owner.Sees("IT roadmap: Harbour Clinic", "Version 1");
        return company;
    }
}
