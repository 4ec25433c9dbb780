using RoadmapBot.Planning.WhatIf;
using RoadmapBot.Tests.Analysis;

namespace RoadmapBot.Tests.Planning.WhatIf;

public sealed class ScenarioParserTests
{
    private static readonly ScenarioParser Parser = new(new InitiativeFinder(Known.Catalogue.Lexicon.Reader, [.. Known.Library.Entries.Values]).Find, new DateOnly(2026, 11, 23));

    [Theory]
    [InlineData("what if we cut 20 %?", 20)]
    [InlineData("we cut 20 percent", 20)]
    [InlineData("the budget shrinks by 35%", 35)]
    [InlineData("budget -20 %", 20)]
    [InlineData("we have 10 % less money", 10)]
    [InlineData("the budget is halved", 50)]
    public void A_cut(string sentence, int percent) => Assert.Equal(new Scenario.BudgetCut(percent), Parser.Read(sentence));

    [Theory]
    [InlineData("the budget is 40,000 a quarter", 40_000)]
    [InlineData("what if we only have $25k per quarter", 25_000)]
    [InlineData("our budget is $1.2 million a year", 300_000)]
    [InlineData("we may spend 80000 each year", 20_000)]
    [InlineData("we may spend forty thousand a quarter", 40_000)]
    [InlineData("we have 5,000 a month to spend", 15_000)]
    public void A_budget(string sentence, long perQuarter) => Assert.Equal(new Scenario.BudgetOf(perQuarter), Parser.Read(sentence));

    [Theory]
    [InlineData("what if Sam leaves", 1, "Sam")]
    [InlineData("What if Mary Ann Jones retires?", 1, "Mary Ann Jones")]
    [InlineData("we lose Priya", 1, "Priya")]
    [InlineData("two people leave", 2, null)]
    [InlineData("one of our IT people leaves", 1, null)]
    [InlineData("a key person leaves", 1, null)]
    [InlineData("we lose 3 admins", 3, null)]
    [InlineData("the team shrinks by two", 2, null)]
    [InlineData("half the team leaves", null, null)]
    public void People_who_leave(string sentence, int? count, string? name) => Assert.Equal(new Scenario.PeopleLeave(count, name), Parser.Read(sentence));

    [Theory]
    [InlineData("Windows Server 2016 must be gone by December", "2026-12-31")]
    [InlineData("the old servers have to be replaced before June 2027", "2027-06-30")]
    [InlineData("the servers must be renewed by 2027-03-15", "2027-03-15")]
    [InlineData("our servers need to be done by Q2", "2027-06-30")]
    [InlineData("our servers need to be done by the end of next year", "2027-12-31")]
    [InlineData("our servers need to be done by 15 June", "2027-06-15")]
    [InlineData("our servers need to be done in six months", "2027-05-23")]
    public void A_deadline(string sentence, string by) => Assert.Equal(new Scenario.DueBy("server-renewal", DateOnly.Parse(by, null)), Parser.Read(sentence));

    [Theory]
    [InlineData("we merge with 80 people", 80, 0)]
    [InlineData("we may hire 15 people", 15, 0)]
    [InlineData("we merge with a company of 1,200 employees at 4 sites", 1200, 4)]
    [InlineData("we open two more branches", 0, 2)]
    [InlineData("we hire 15 people", 15, 0)]
    public void Growth(string sentence, int people, int sites) => Assert.Equal(new Scenario.Growth(people, sites), Parser.Read(sentence));

    [Theory]
    [InlineData("we merge in June with 80 people", 80, 0, "2027-06-01")]
    [InlineData("we merge with Acme in June", 0, 0, "2027-06-01")]
    [InlineData("what if we merge with X on 15 March 2027?", 0, 0, "2027-03-15")]
    [InlineData("80 people join us on June 1", 80, 0, "2027-06-01")]
    [InlineData("80 people join us in June 2028", 80, 0, "2028-06-01")]
    [InlineData("we open two more branches by the end of June", 0, 2, "2027-06-30")]
    [InlineData("we open another office in Q3", 0, 1, "2027-07-01")]
    [InlineData("we hire 15 people in six months", 15, 0, "2027-05-23")]
    [InlineData("we acquire a company with 40 people at 2 sites in Berlin, from April", 40, 2, "2027-04-01")]
    [InlineData("we merge on 2027-02-28 with 80 people", 80, 0, "2027-02-28")]
    [InlineData("the merger in next year", 0, 0, "2027-01-01")]
    public void Growth_from_a_day_on(string sentence, int people, int sites, string on) => Assert.Equal(new Scenario.Growth(people, sites, DateOnly.Parse(on, null)), Parser.Read(sentence));

    [Theory]
    [InlineData("we start three months later", 3)]
    [InlineData("the start slips by a quarter", 3)]
    [InlineData("we wait 1 year", 12)]
    [InlineData("everything is delayed by 6 months", 6)]
    public void A_delay(string sentence, int months) => Assert.Equal(new Scenario.Delay(months), Parser.Read(sentence));

    [Fact]
    public void An_initiative_that_is_dropped_or_insisted_on()
    {
        Assert.Equal(new Scenario.Drop("mfa-rollout"), Parser.Read("what if we drop MFA?"));
        Assert.Equal(new Scenario.Force("mfa-rollout"), Parser.Read("we need MFA first"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("what if")]
    [InlineData("the moon turns green")]
    [InlineData("we merge")]
    [InlineData("we buy cakes in June")]
    [InlineData("we merge on 31 February")]
    [InlineData("we merge in 900 years")]
    [InlineData("we cut 0 %")]
    [InlineData("we cut 250 %")]
    [InlineData("the budget is 99,999,999,999 a quarter")]
    [InlineData("we start 99 years later")]
    [InlineData("the xyzzy must be gone by December")]
    [InlineData("we drop the xyzzy")]
    public void Anything_else_is_no_scenario(string sentence) => Assert.Null(Parser.Read(sentence));
}
