using RoadmapBot.Privacy;

namespace RoadmapBot.Tests.Privacy;

public sealed class ExportTests
{
    [Theory]
    [InlineData(1, 10, 1)]
    [InlineData(100, 79, 1)]
    [InlineData(101, 79, 2)]
    [InlineData(1000, 79, 10)]
    [InlineData(3, 9000, 3)]
    public void A_document_is_cut_at_line_ends_into_messages_that_are_the_document_again(int lines, int length, int messages)
    {
        var document = string.Join('\n', Enumerable.Range(0, lines).Select(line => $"{line}".PadRight(length, 'x')));
        var parts = Export.Parts(document);
        Assert.Equal(messages, parts.Count);
        Assert.Equal(document, string.Join('\n', parts));
    }
}
