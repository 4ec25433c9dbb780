using System.Globalization;

namespace RoadmapBot.Conversation;

/// <summary>Fills the places of a resource text, in the culture of whoever reads it.</summary>
internal static class TextFormat
{
    public static string With(this string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>The text for one, or that for another number, with the number in it.</summary>
    public static string Of(this int number, string one, string many) => (number == 1 ? one : many).With(number);
}
