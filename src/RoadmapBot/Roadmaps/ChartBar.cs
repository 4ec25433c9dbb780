using System.Globalization;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps;

/// <summary>The bars of charts, made of columns: every client draws them, and who hears the card hears name and value.</summary>
internal static class ChartBar
{
    /// <summary>A line of a bar chart: name, bar, value.</summary>
    /// <param name="name">Read as Markdown, as <paramref name="value"/> is.</param>
    /// <param name="length">Of <paramref name="of"/>; zero draws no bar.</param>
    /// <param name="style">As a <see cref="Container"/>'s.</param>
    public static ColumnSet Row(string name, string value, long length, long of, string style) => new(
    [
        new Column("3", [new TextBlock(name) { Size = "small" }]) { VerticalContentAlignment = "center" },
        new Column("5", [Bar(0, length, of, style)]) { VerticalContentAlignment = "center" },
        new Column("3", [new TextBlock(value) { Size = "small", IsSubtle = true }]) { VerticalContentAlignment = "center" },
    ])
    { Spacing = "small" };

    /// <summary>From and length in the measure of the whole.</summary>
    public static ColumnSet Bar(long from, long length, long of, string style)
    {
        (long Width, string? Style)[] parts = [(from, null), (length, style), (of - from - length, null)];
        return new([.. parts.Where(part => part.Width > 0).Select(part => new Column(part.Width.ToString(CultureInfo.InvariantCulture), []) { Style = part.Style, MinHeight = "10px", Spacing = "none" })]);
    }
}
