using System.Text;

namespace RoadmapBot.Conversation.Cards;

/// <summary>Keeps people's words from being read as formatting, links or lists in a <see cref="TextBlock"/> or <see cref="Fact"/>.</summary>
internal static class Markdown
{
    private const string Anywhere = "\\`*_[]<>~";
    private const string AtStart = "#+-=";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var oneLine = string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        for (var at = 0; at < oneLine.Length; at++)
        {
            var startsList = oneLine[at] is '.' or ')' && at > 0 && oneLine[..at].All(char.IsAsciiDigit);
            if (Anywhere.Contains(oneLine[at]) || (at == 0 && AtStart.Contains(oneLine[at])) || startsList)
                escaped.Append('\\');
            escaped.Append(oneLine[at]);
        }

        return escaped.ToString();
    }
}
