using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RoadmapBot.LanguageModel;

/// <summary>
/// Takes out of a prompt who and what a model need not know, and puts it back into what the model says: names of members, e-mail addresses, numbers of
/// phones and accounts, and secrets. Every writing of a name has a placeholder of its own, so that it comes back letter for letter; a secret never comes back.
/// </summary>
/// <param name="names">Names of people as the channel shows them; their parts are names too.</param>
internal sealed partial class Mask(IEnumerable<string> names)
{
    private const int ShortestPart = 3;

    /// <summary>Names that are everyday words as well: these are names only with their capital.</summary>
    private static readonly HashSet<string> AlsoWords = new(
        ["will", "mark", "grant", "may", "april", "june", "grace", "hope", "joy", "rose", "art", "bill", "bob", "pat", "sue", "rob", "jack", "frank", "drew", "dean", "faith", "dawn", "ray", "rich", "chase", "miles", "page", "price", "long", "young", "short", "best", "bush", "cook", "baker", "hall", "field", "fields", "stone", "king", "brown", "green", "white", "black", "gray", "wood", "woods", "hill", "lake", "ford", "banks", "head", "user", "lead", "the", "and", "van", "von", "der", "den", "cloud", "summer", "major", "christian", "carol", "tom", "max", "amber", "olive", "ivy", "robin", "wells", "rivers", "park", "cross", "love", "hunter", "carter", "mason", "parker", "turner", "cooper", "porter", "reed", "day", "law", "little", "power", "wise"],
        StringComparer.OrdinalIgnoreCase);

    private readonly Regex? _names = Names([.. names]);
    private readonly Dictionary<string, string> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byPlaceholder = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Only what can be seen, and nobody in it.</summary>
    public string Hide(string text)
    {
        var hidden = Placeholder().Replace(VisibleText.Of(text), "[…]"); // nobody else makes placeholders
        hidden = Secret().Replace(hidden, found => Put("SECRET", found));
        hidden = Email().Replace(hidden, found => Put("EMAIL", found));
        hidden = Phone().Replace(hidden, found => found.Value.Count(char.IsAsciiDigit) is >= 8 and <= 19 && !Date().IsMatch(found.Value) ? Put("PHONE", found) : found.Value);
        return _names?.Replace(hidden, found => Put("PERSON", found)) ?? hidden;
    }

    /// <summary>The same for every text of a document.</summary>
    public JsonNode? Hide(JsonNode? node) => Each(node, Hide);

    /// <summary>Names and addresses as they were written. What it does not know stays a placeholder, and so do secrets.</summary>
    public string Restore(string text)
    {
        lock (_lock)
            return Placeholder().Replace(text, found => _byPlaceholder.GetValueOrDefault(found.Value, found.Value));
    }

    public JsonNode? Restore(JsonNode? node) => Each(node, Restore);

    private static JsonNode? Each(JsonNode? node, Func<string, string> change) => node switch
    {
        JsonObject found => new JsonObject(found.Select(member => KeyValuePair.Create(member.Key, Each(member.Value, change)))),
        JsonArray list => new JsonArray([.. list.Select(item => Each(item, change))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(change(text)),
        _ => node?.DeepClone(),
    };

    private string Put(string kind, Match found)
    {
        var hidden = found.Groups["secret"] is { Success: true } part ? part.Value : found.Value;
        lock (_lock)
        {
            if (!_byText.TryGetValue(hidden, out var placeholder))
            {
                _byText[hidden] = placeholder = $"[{kind}_{_byText.Count + 1}]";
                if (kind != "SECRET")
                    _byPlaceholder[placeholder] = hidden;
            }

            return found.Value.Replace(hidden, placeholder, StringComparison.Ordinal);
        }
    }

    /// <returns>Null where there is nobody.</returns>
    private static Regex? Names(string[] names)
    {
        var parts = names.SelectMany(name => name.Split([' ', ',', '.', '-', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Append(name.Trim()))
            .Where(part => part.Length >= ShortestPart && part.Any(char.IsLetter)).Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(part => part.Length).ThenBy(part => part, StringComparer.Ordinal)
            .Select(part => AlsoWords.Contains(part) ? $"(?-i:{Regex.Escape(char.ToUpperInvariant(part[0]) + part[1..].ToLowerInvariant())}|{Regex.Escape(part.ToUpperInvariant())})" : Regex.Escape(part)).ToArray();
        return parts.Length == 0 ? null : new Regex($@"(?<![\p{{L}}\p{{N}}\[])(?:{string.Join('|', parts)})(?![\p{{L}}\p{{N}}_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"\[(?:PERSON|EMAIL|PHONE|SECRET)_\d+\]")]
    internal static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w.,/])(?:\+|\(|00)?\d[\d ().\-/]{6,24}\d(?![\w])")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$")]
    private static partial Regex Date();

    /// <summary>Keys by their known beginnings, what follows the word password and its like, and long rows of letters and digits that no word is.</summary>
    [GeneratedRegex(@"\b(?:sk|pk|rk|ghp|gho|ghs|glpat|xox[abprs]|npm|pat)[-_][A-Za-z0-9_-]{10,}|\bAKIA[A-Z0-9]{12,}|\beyJ[A-Za-z0-9_.-]{16,}|\b(?:pass ?word|passwort|kennwort|pass ?phrase|pwd|pin|secret|api[- ]?key|access[- ]?key|token)\b(?:\s+(?:is|was|ist|lautet))?\s*[:=]?\s*[""'“‘]?(?<secret>(?=\S*[\d!#$%&*+=?^_~])[^\s""'”’,;]{4,})|(?<![\w/])(?=[A-Za-z0-9+/_=-]*\d)(?=[A-Za-z0-9+/_=-]*[A-Za-z])[A-Za-z0-9+/_=-]{24,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
