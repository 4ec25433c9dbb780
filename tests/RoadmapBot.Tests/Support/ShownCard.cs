using System.Text.Json;
using System.Text.RegularExpressions;

namespace RoadmapBot.Tests.Support;

/// <summary>A card that the bot showed to somebody.</summary>
/// <param name="Where">Who saw it where, and what brought it; for messages of tests.</param>
/// <param name="IsSecret">Whether one of the <see cref="Words.Runs"/> was said by others only, whose words its reader must not see.</param>
internal sealed record ShownCard(string Where, JsonElement Json, Func<string, bool> IsSecret);

/// <summary>Text by its words, to find quotes whatever stands around them.</summary>
internal static partial class Words
{
    private const int Run = 6;
    private const int Least = 3;

    /// <summary>Every six words that follow each other; a shorter text as a whole, if it has three words at least.</summary>
    public static IEnumerable<string> Runs(string text)
    {
        var words = Of(text);
        return words.Length >= Run ? Windows(words, Run) : words.Length >= Least ? [string.Join(' ', words)] : [];
    }

    /// <summary>The first secret run in the text; null where there is none.</summary>
    public static string? Find(Func<string, bool> isSecret, string text)
    {
        var words = Of(text);
        return Enumerable.Range(Least, Run - Least + 1).SelectMany(length => Windows(words, length)).FirstOrDefault(isSecret);
    }

    private static IEnumerable<string> Windows(string[] words, int length) =>
        Enumerable.Range(0, Math.Max(0, words.Length - length + 1)).Select(at => string.Join(' ', words, at, length));

    private static string[] Of(string text) => [.. Word().Matches(text).Select(word => word.Value.ToLowerInvariant())];

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
