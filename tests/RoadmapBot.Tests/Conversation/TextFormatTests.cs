using RoadmapBot.Conversation;

namespace RoadmapBot.Tests.Conversation;

public sealed class TextFormatTests
{
    [Theory]
    [InlineData("printer", 7, "printer")]
    [InlineData("printer", 5, "print…")]
    [InlineData("ok 🙂!", 5, "ok 🙂…")]
    [InlineData("ok 🙂!", 4, "ok …")]
    public void A_text_is_cut_between_characters(string text, int longest, string cut) => Assert.Equal(cut, text.Cut(longest));
}
