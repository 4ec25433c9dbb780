using System.Text.Json;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Web;

/// <summary>The checks themselves: each finds its fault, and only its own.</summary>
public sealed class CardsRulesTests
{
    private const string Heading = """{"type":"TextBlock","text":"Three servers","wrap":true,"weight":"bolder","style":"heading"}""";
    private const string Go = """{"type":"Action.Execute","title":"Go","verb":"go","data":{"id":"1"}}""";
    private const string Said = "Honestly, nobody plans IT here: we only react.";

    public static TheoryData<string, string> Faulty => new()
    {
        { "It is an Adaptive Card of version 1.5", Card(Heading, version: "1.6") },
        { "It is not larger than 28 KB", Card(Text(new string('ю', 15_000))) },
        { "A newer Teams element has a fallback", Card("""{"type":"ProgressBar","value":1,"max":2}""") },
        { "A newer Teams element has a fallback", Card("""{"type":"Container","items":[{"type":"Chart.Donut","data":[]}]}""") },
        { "A row has at most six buttons", Card(Heading, string.Join(',', Enumerable.Repeat(Go, 7))) },
        { "A row has at most six buttons", Card($$"""{"type":"ActionSet","actions":[{{string.Join(',', Enumerable.Repeat(Go, 7))}}]}""") },
        { "Every input has an id of its own", Card("""{"type":"Input.Text","label":"Name"}""") },
        { "Every input has an id of its own", Card("""{"type":"Input.Text","label":"Name","id":"a"},{"type":"Input.Date","label":"Day","id":"a"}""") },
        { "Every input has a label", Card("""{"type":"Input.Number","id":"a","label":" "}""") },
        { "A required input says what is missing", Card("""{"type":"Input.Text","id":"a","label":"Name","isRequired":true}""") },
        { "Text wraps", Card("""{"type":"TextBlock","text":"A long line"}""") },
        { "Text wraps", Card("""{"type":"ProgressBar","value":1,"max":2,"fallback":{"type":"TextBlock","text":"1 of 2"}}""") },
        { "What looks like a heading is one", Card("""{"type":"TextBlock","text":"Three servers","wrap":true,"weight":"bolder"}""") },
        { "What looks like a heading is one", Card("""{"type":"TextBlock","text":"Three servers.","wrap":true,"size":"large"}""") },
        { "No place for a value is left open", Card(Text("Question {0} of {1:N0}")) },
        { "It says in one line what it is, for clients that cannot draw it", Card(Heading, fallbackText: " ") },
        { "Nobody's words are shown to those who may not read them", Card(Text("“nobody plans IT here: we only react”")) },
        { "Nobody's words are shown to those who may not read them", Card(Heading, Go.Replace("\"1\"", $"\"{Said}\"", StringComparison.Ordinal)) },
        { "It leads on or back, unless it only says something", Card("""{"type":"FactSet","facts":[{"title":"Cost","value":"EUR 5"}]}""", actions: "") },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_fault_is_found_by_its_rule_alone(string rule, string card) =>
        Assert.Equal([rule], CardRules.All.Where(one => one.Faults(Shown(card)).Any()).Select(one => one.Name));

    [Theory]
    [InlineData("""{"type":"TextBlock","text":"There are 3 servers {and a spare}.","wrap":true,"weight":"bolder"}""")]
    [InlineData("""{"type":"TextBlock","text":"Version 1","wrap":true,"weight":"bolder","color":"good"}""")]
    [InlineData("""{"type":"ProgressBar","value":1,"max":2,"fallback":{"type":"TextBlock","text":"1 of 2","wrap":true}}""")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"a","label":"Who","isRequired":true,"errorMessage":"Who?","choices.data":{"type":"Data.Query","dataset":"people"},"choices":[]}""")]
    [InlineData("""{"type":"TextBlock","text":"Nobody plans IT in most places of this size.","wrap":true}""")]
    public void A_sound_card_keeps_every_rule(string element) => Assert.DoesNotContain(CardRules.All, rule => rule.Faults(Shown(Card(element))).Any());

    [Fact]
    public void Text_alone_needs_no_button() => Assert.DoesNotContain(CardRules.All, rule => rule.Faults(Shown(Card(Heading, actions: ""))).Any());

    [Fact]
    public void Every_rule_is_tried() => Assert.Empty(CardRules.All.Select(rule => rule.Name).Except(Faulty.Select(row => row.Data.Item1)));

    [Fact]
    public void A_fault_is_told_with_its_card_and_place() =>
        Assert.Contains(
            "\"A card\" (a test): {\"type\":\"TextBlock\"",
            Assert.ThrowsAny<Exception>(() => CardsOf.Keep([Shown(Card("""{"type":"TextBlock","text":"A long line"}"""))], "Text wraps")).Message, StringComparison.Ordinal);

    [Fact]
    public void Only_others_and_never_the_analyst_are_kept_from_reading_words()
    {
        var album = new CardAlbum();
        album.Said("Henri", Said);
        album.IsAnalyst("Ada");
        foreach (var reader in (string[])["Henri", "Ada", "Grace", CardAlbum.Everybody])
            album.Keep(reader, reader, JsonElement.Parse(Card(Text(Said))));
        var rule = CardRules.Named("Nobody's words are shown to those who may not read them");
        Assert.Equal(["Grace", CardAlbum.Everybody], album.Cards().Where(card => rule.Faults(card).Any()).Select(card => card.Where));
    }

    private static string Text(string text) => $$"""{"type":"TextBlock","text":"{{text}}","wrap":true}""";

    private static string Card(string body, string actions = Go, string version = "1.5", string fallbackText = "A card") =>
        $$"""{"type":"AdaptiveCard","version":"{{version}}","fallbackText":"{{fallbackText}}","body":[{{body}}],"actions":[{{actions}}]}""";

    private static ShownCard Shown(string card) => new("a test", JsonElement.Parse(card), Words.Runs(Said).Contains);
}
