using RoadmapBot.Conversation;

namespace RoadmapBot.Tests.Conversation;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("en-GB", "en-GB")]
    [InlineData("EN-au", "en-AU")]
    [InlineData("en", "en-US")]
    [InlineData("th-TH", "en-US")]
    [InlineData("de-DE", "en-US")]
    [InlineData("zz-ZZ", "en-US")]
    [InlineData("", "en-US")]
    [InlineData(null, "en-US")]
    public void English_texts_are_filled_in_an_English_culture(string? locale, string culture) => Assert.Equal(culture, Language.Of(locale).Name);
}
