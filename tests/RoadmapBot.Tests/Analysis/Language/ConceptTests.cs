namespace RoadmapBot.Tests.Analysis.Language;

public sealed class ConceptTests
{
    [Theory]
    [InlineData("Veeam runs at night", "backup")]
    [InlineData("The Wi-Fi drops", "wifi")]
    [InlineData("The wireless is gone", "wifi")]
    [InlineData("We use ChatGPT", "ai")]
    [InlineData("Our FortiGate is new", "firewall")]
    [InlineData("It came in SharePoint", "collaboration")]
    [InlineData("Some are on Windows 7", "eol-product")]
    [InlineData("The box is fifteen years old", "old")]
    [InlineData("IT is on the third floor", "it-function")]
    [InlineData("They typed it again", "manual-work")]
    [InlineData("My laptop is warm", "computer")]
    public void A_word_or_product_stands_for_its_class(string text, string concept) => Assert.Contains(concept, ConceptsOf(text));

    [Theory]
    [InlineData("it is on the third floor", "it-function")]
    [InlineData("Some are on Windows 11", "eol-product")]
    [InlineData("I switch it on", "network")]
    [InlineData("We take note of that", "manual-work")]
    [InlineData("Who do I call? The number", "data")]
    public void A_word_that_only_looks_like_it_does_not(string text, string concept) => Assert.DoesNotContain(concept, ConceptsOf(text));

    private static string[] ConceptsOf(string text) => [.. Known.Read(text).Concepts.Select(hit => hit.Name)];
}
