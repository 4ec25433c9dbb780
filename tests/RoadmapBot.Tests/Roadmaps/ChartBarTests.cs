using RoadmapBot.Conversation.Cards;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Tests.Roadmaps;

public sealed class ChartBarTests
{
    [Theory]
    [InlineData(0, 100, 100, "100 good")]
    [InlineData(0, 0, 100, "100")]
    [InlineData(0, 21, 100, "21 good, 79")]
    [InlineData(6, 12, 36, "6, 12 good, 18")]
    [InlineData(33, 3, 36, "33, 3 good")]
    public void A_bar_is_as_long_as_its_share_and_begins_where_it_should(long from, long length, long of, string columns) =>
        Assert.Equal(columns, string.Join(", ", ChartBar.Bar(from, length, of, "good").Columns.Select(column => $"{column.Width} {column.Style}".Trim())));

    [Fact]
    public void A_line_of_a_chart_says_its_name_and_its_value() =>
        Assert.Equal(["Security", "21, confidence 67 %"], ChartBar.Row("Security", "21, confidence 67 %", 21, 100, "attention").Columns.SelectMany(column => column.Items).OfType<TextBlock>().Select(block => block.Text));
}
