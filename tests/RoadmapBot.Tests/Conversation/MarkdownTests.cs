using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Tests.Conversation;

public sealed class MarkdownTests
{
    [Theory]
    [InlineData("Harbour Clinic", "Harbour Clinic")]
    [InlineData("a*b*c", "a\\*b\\*c")]
    [InlineData("[click](https://evil.example)", "\\[click\\](https://evil.example)")]
    [InlineData("<at>everyone</at>", "\\<at\\>everyone\\</at\\>")]
    [InlineData("# Big", "\\# Big")]
    [InlineData("- item", "\\- item")]
    [InlineData("1. first", "1\\. first")]
    [InlineData("2027. A year", "2027\\. A year")]
    [InlineData("version 1.2", "version 1.2")]
    [InlineData("two\nlines\r\nhere", "two lines here")]
    [InlineData("back\\slash", "back\\\\slash")]
    public void Peoples_words_are_never_read_as_formatting(string text, string escaped) => Assert.Equal(escaped, Markdown.Escape(text));
}
