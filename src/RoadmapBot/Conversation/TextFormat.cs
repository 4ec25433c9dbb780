using System.Globalization;

namespace RoadmapBot.Conversation;

/// <summary>Makes texts fit: fills the places of a resource text, in the culture of the turn or job, and shortens what is too long for a card.</summary>
internal static class TextFormat
{
    public static string With(this string text, params object?[] values) => string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>The text for one, or that for another number, with the number in it.</summary>
    public static string Of(this int number, string one, string many) => (number == 1 ? one : many).With(number);

    /// <summary>As it begins a line.</summary>
    public static string Capital(this string text) => text.Length == 0 ? text : $"{char.ToUpper(text[0], CultureInfo.CurrentCulture)}{text[1..]}";

    /// <summary>The text, or its first characters and an ellipsis; a character of two halves is never cut in two.</summary>
    public static string Cut(this string text, int longest) => text.Length <= longest ? text : $"{text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)]}…";
}
