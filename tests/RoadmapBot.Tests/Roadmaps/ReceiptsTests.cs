using RoadmapBot.Analysis;
using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Tests.Roadmaps;

public sealed class ReceiptsTests
{
    private static readonly Engagement Clinic = new(new("e"), new("t"), new("Clinic", null, null, null, null), [], PlanningFrame.From(new(2027, 1, 1), "EUR"), true, new("ada"), default);

    private static readonly Member[] People =
    [
        Seat("ada", Role.It, true), Seat("grace", Role.Executive), Seat("h1", Role.DepartmentHead), Seat("h2", Role.DepartmentHead), Seat("h3", Role.DepartmentHead), Seat("uma", Role.EndUser),
    ];

    [Theory]
    [InlineData("h1 h2 h3", "3 department heads")]
    [InlineData("h1 h2 h2", "2 department heads")]
    [InlineData("h1", "one person")]
    [InlineData("h1 uma", "2 people")]
    [InlineData("h1 h2 uma", "2 department heads, one more person")]
    [InlineData("h1 h2 uma grace", "2 department heads, 2 more people")]
    [InlineData("h1 h2 *", "2 department heads, 1 pain point")]
    [InlineData("* *", "2 pain points")]
    [InlineData("gone", "one person")]
    public void A_role_is_named_from_two_people_on_so_that_nobody_can_be_told_from_it(string voices, string said) =>
        Assert.Equal(said, SaidBy.Of([.. voices.Split(' ').Select(Receipt)], People));

    [Theory]
    [InlineData("ada", "uma", true, true)]
    [InlineData("ada", "*", true, true)]
    [InlineData("uma", "uma", true, true)]
    [InlineData("grace", "uma", true, false)]
    [InlineData("grace", "*", true, false)]
    [InlineData("ada", "uma", false, false)]
    [InlineData("uma", "uma", false, false)]
    public void A_quote_goes_to_those_who_may_read_it_and_never_into_a_group(string reader, string author, bool isAlone, bool may) =>
        Assert.Equal(may, new Reader(new Membership(Clinic, People.First(member => member.Person.Value == reader)), isAlone, Said("the very words")).MayQuote(Receipt(author)));

    [Theory]
    [InlineData("ada", "uma")]
    [InlineData("ada", "*")]
    public void Words_that_were_changed_or_taken_back_are_quoted_no_more(string reader, string author)
    {
        var seat = new Membership(Clinic, People.First(member => member.Person.Value == reader));
        Assert.False(new Reader(seat, true, Said("something else")).MayQuote(Receipt(author)));
        Assert.False(new Reader(seat, true, new Testimony(Clinic.Organisation, [], [], [])).MayQuote(Receipt(author)));
    }

    private static Testimony Said(string text) => new(
        Clinic.Organisation, [], [new Voice("uma", Role.EndUser, "End user", null, [new Statement("question", "Asked", text)], [])], [new PainStatement("point", text, null)]);

    private static Receipt Receipt(string author) => author == "*" ? new("", "point", "words") : new(author, "question", "words");

    private static Member Seat(string person, Role role, bool isOwner = false) => new(new("e"), new(person), person, role, null, isOwner);
}
