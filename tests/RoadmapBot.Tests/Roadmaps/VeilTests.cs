using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps;
using RoadmapBot.Tests.Storage;

namespace RoadmapBot.Tests.Roadmaps;

/// <summary>The sample's one initiative costs 1,000 to 2,500 and 300 a year, as Ada has said.</summary>
public sealed class VeilTests
{
    [Theory]
    [InlineData("person-ada", "It", false, true, false)]
    [InlineData("person-bo", "It", true, true, false)]
    [InlineData("person-bo", "Executive", false, true, true)]
    [InlineData("person-bo", "Msp", false, true, true)]
    [InlineData("person-ada", "It", true, false, true)] // others read along
    public void A_price_that_somebody_named_is_rough_for_those_who_may_not_read_the_words(string person, string role, bool isOwner, bool isAlone, bool isRough)
    {
        var reader = new Reader(new Membership(Samples.AnEngagement, new Member(Samples.Clinic, new(person), "", Enum.Parse<Role>(role), null, isOwner)), isAlone);
        var seen = Veil.Over(Samples.ARoadmap.Draft, reader).Initiatives[0];
        var told = Samples.ARoadmap.Draft.Initiatives[0];
        Assert.Equal(isRough ? (1000, 2600, 310) : (1000L, 2500L, 300L), (seen.Cost.Low, seen.Cost.High, seen.Cost.RecurringPerYear));
        Assert.Equal(isRough, seen.Cost.Note != told.Cost.Note);
        Assert.Equal(isRough, seen.Return.Statement != told.Return.Statement);
    }

    [Fact]
    public void What_nobody_named_is_shown_as_it_was_reckoned()
    {
        var reckoned = Samples.ARoadmap.Draft with { Initiatives = [.. Samples.ARoadmap.Draft.Initiatives.Select(one => one with { Cost = one.Cost with { Evidence = [], Basis = Basis.Assumption }, Return = one.Return with { Evidence = [] } })] };
        var reader = new Reader(new Membership(Samples.AnEngagement, new Member(Samples.Clinic, new("person-bo"), "", Role.Executive, null, false)), IsAlone: true);
        Assert.Same(reckoned, Veil.Over(reckoned, reader));
    }
}
