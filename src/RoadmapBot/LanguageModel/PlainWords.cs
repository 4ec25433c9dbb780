using System.Text.RegularExpressions;

namespace RoadmapBot.LanguageModel;

/// <summary>What a model wrote is shown as plain words, or not at all: no link, picture, mention, mark-up, card or sign that nobody sees.</summary>
internal static partial class PlainWords
{
    /// <returns>What is wrong with it, in words for the model that may try again; null for nothing.</returns>
    /// <param name="longest">Characters.</param>
    public static string? Fault(string text, int longest) => text switch
    {
        _ when string.IsNullOrWhiteSpace(text) => "It is empty.",
        _ when text.Length > longest => $"It has more than {longest} characters.",
        _ when !text.EnumerateRunes().All(VisibleText.IsVisible) => "It holds line breaks, control characters or invisible ones.",
        _ when Link().IsMatch(text) => "It holds a link or an address.",
        _ when text.Contains('@') => "It holds a mention or an address.",
        _ when Markup().IsMatch(text) => "It holds mark-up or JSON.",
        _ when Mask.Placeholder().IsMatch(text) => "It holds a placeholder for something that must not be told.",
        _ => null,
    };

    [GeneratedRegex(@"://|\b(?:https?|ftp|mailto|data|javascript|file|tel|msteams|sip)\s*:\S|\bwww\.|\b[\w-]+\.(?:com|net|org|edu|gov|int|io|ai|app|dev|co|info|biz|example|test|invalid|evil|ru|cn|de|uk|fr|eu|us|ly|gl|me|xyz)\b(?!\.\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"[<>{}`|\\]|!\[|\]\(|\*\*|__|^\s*(?:#|>|[-*+]\s)|&(?:#\d+|#x[0-9a-f]+|[a-z]+);", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
