using RoadmapBot.LanguageModel;

namespace RoadmapBot.Tests.LanguageModel;

public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("Backups have never been tested, as far as anybody knows.")]
    [InlineData("Every new patient is typed twice (booking system, then Excel); it takes an hour a day – 5 % of the time.")]
    [InlineData("Die Sicherung wurde nie geprüft; \"das macht keiner\", sagt die Ärztin.")]
    [InlineData("Windows Server 2016 runs the .NET and Node.js programs & the R&D share at C: drive")]
    public void Plain_words_pass(string text) => Assert.Null(PlainWords.Fault(text, 400));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("see https://evil.example")]
    [InlineData("see HTTPS://evil")]
    [InlineData("see www.evil")]
    [InlineData("see evil.com")]
    [InlineData("mailto:x now")]
    [InlineData("javascript:alert(1)")]
    [InlineData("[x](y)")]
    [InlineData("![x](y)")]
    [InlineData("<at>everyone</at>")]
    [InlineData("@everyone")]
    [InlineData("{\"type\":\"AdaptiveCard\"}")]
    [InlineData("**bold**")]
    [InlineData("`code`")]
    [InlineData("# heading")]
    [InlineData("two\nlines")]
    [InlineData("red\u001b[31m")]
    [InlineData("zero\u200bwidth")]
    [InlineData("tag\U000E0041")]
    [InlineData("right\u202eleft")]
    [InlineData("half\uD800")]
    [InlineData("&#60;b&#62;")]
    [InlineData("as [PERSON_3] said")]
    public void Anything_else_does_not(string text) => Assert.NotNull(PlainWords.Fault(text, 400));

    [Fact]
    public void Nor_what_is_too_long() => Assert.NotNull(PlainWords.Fault(new string('a', 401), 400));
}
