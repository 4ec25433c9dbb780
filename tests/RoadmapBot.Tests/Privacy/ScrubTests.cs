using System.Text.Json.Nodes;
using RoadmapBot.Conversation;
using RoadmapBot.Privacy;

namespace RoadmapBot.Tests.Privacy;

/// <summary>What goes out of a stored document, and what must not.</summary>
public sealed class ScrubTests
{
    private const string Hers = """{"Voice":"ada","Statement":"backup","Quote":"the tapes were never tested"}""";
    private const string HersWithout = """{"Voice":"#erased","Statement":"backup","Quote":""}""";
    private const string His = """{"Voice":"bo","Statement":"backup","Quote":"the tapes were never tested"}""";
    private const string Point = """{"Voice":"","Statement":"p1","Quote":"the printer jams each day"}""";
    private const string AnotherPoint = """{"Voice":"","Statement":"p2","Quote":"the scanner is broken again"}""";
    private const string Row = """{"Voice":"#assets","Statement":"3","Quote":"Windows Server 2012"}""";

    private static readonly Scrub Ada = Scrub.Of(new PersonId("ada"), new HashSet<string>(["p1"]), ["We say: the tapes were never tested, never.", "yes"]);

    [Theory]
    [InlineData(Hers, HersWithout)]
    [InlineData(His, His)]
    [InlineData(Point, """{"Voice":"#erased","Statement":"","Quote":""}""")]
    [InlineData(AnotherPoint, AnotherPoint)]
    [InlineData(Row, Row)]
    [InlineData($$"""{"Gaps":[{"Evidence":[{{Hers}},{{His}}]}]}""", $$"""{"Gaps":[{"Evidence":[{{HersWithout}},{{His}}]}]}""")]
    [InlineData("""{"Why":"As one said: We say: the tapes were never tested, never. So it is."}""", """{"Why":"As one said: […] So it is."}""")]
    [InlineData("""{"Why":"WE SAY: The tapes were never tested, never."}""", """{"Why":"[…]"}""")]
    [InlineData("""{"Why":"yes, and yes again"}""", """{"Why":"yes, and yes again"}""")]
    [InlineData("""{"By":"ada","ByName":"Ada","Why":"Too early","Months":3}""", """{"By":"#erased","ByName":"somebody whose data was erased","Why":"","Months":3}""")]
    [InlineData("""{"By":"bo","ByName":"Bo","Why":"Too early"}""", """{"By":"bo","ByName":"Bo","Why":"Too early"}""")]
    [InlineData("""{"Remarks":[{"By":"ada","Name":"Ada","Text":"Why so soon?"},{"By":"bo","Name":"Bo","Text":"Why so late?"}]}""", """{"Remarks":[{"By":"bo","Name":"Bo","Text":"Why so late?"}]}""")]
    [InlineData($$"""{"Lessons":[{"Receipt":{{Hers}},"Theme":"x"},{"Receipt":{{His}},"Theme":"x"}]}""", $$"""{"Lessons":[{"Receipt":{{His}},"Theme":"x"}]}""")]
    [InlineData($$"""{"Ask":"Is it so: tape?","Sides":[{"Says":"tape","Evidence":[{{Hers}}]},{"Says":"disk","Evidence":[{{His}}]}]}""", $$"""{"Ask":"Is it so: […]?","Sides":[{"Says":"[…]","Evidence":[{{HersWithout}}]},{"Says":"disk","Evidence":[{{His}}]}]}""")]
    [InlineData("""{"Participants":["ada","bo"],"Cost":12,"Is":true,"No":null}""", """{"Participants":["#erased","bo"],"Cost":12,"Is":true,"No":null}""")]
    public void Of_a_person_who_is_erased(string before, string after) => Becomes(Ada, before, after);

    [Theory]
    [InlineData(Hers, HersWithout)]
    [InlineData("""{"Voice":"ada","Statement":"backup","Quote":"the tapes"}""", """{"Voice":"ada","Statement":"backup","Quote":"the tapes"}""")]
    [InlineData("""{"Voice":"ada","Statement":"spend","Quote":"never tested"}""", """{"Voice":"ada","Statement":"spend","Quote":"never tested"}""")]
    [InlineData(His, His)]
    [InlineData("""{"By":"ada","ByName":"Ada","Why":"Too early"}""", """{"By":"ada","ByName":"Ada","Why":"Too early"}""")]
    public void Of_an_answer_that_was_changed(string before, string after) =>
        Becomes(Scrub.Withdrawn("ada", "backup", "the tapes are tested each month", ["the tapes were never tested"]), before, after);

    [Theory]
    [InlineData(Point, """{"Voice":"#erased","Statement":"","Quote":""}""")]
    [InlineData(AnotherPoint, AnotherPoint)]
    public void Of_a_pain_point_that_was_taken_back(string before, string after) => Becomes(Scrub.Withdrawn("", "p1", null, ["the printer jams each day"]), before, after);

    [Theory]
    [InlineData(Hers, HersWithout)]
    [InlineData(AnotherPoint, """{"Voice":"#erased","Statement":"","Quote":""}""")]
    [InlineData(Row, Row)]
    public void Of_everybody(string before, string after) => Becomes(Scrub.Everything([]), before, after);

    [Fact]
    public void A_quote_of_words_that_were_changed_since_is_found_elsewhere_in_the_document()
    {
        var document = JsonNode.Parse($$"""{"Evidence":[{{Hers}}],"Why":"Because the tapes were never tested."}""");
        Assert.Equal("Because […].", (Ada with { Words = [] }).WithQuotesOf(document).Clean(document)!["Why"]!.ToString());
    }

    private static void Becomes(Scrub scrub, string before, string after) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(after), scrub.Clean(JsonNode.Parse(before))), $"{scrub.Clean(JsonNode.Parse(before))}");
}
