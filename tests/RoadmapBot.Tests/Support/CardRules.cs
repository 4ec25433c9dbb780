using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace RoadmapBot.Tests.Support;

/// <summary>One thing that every card of the bot must keep.</summary>
/// <param name="Faults">What is wrong with a card, in words; nothing for a card that keeps the rule.</param>
internal sealed record CardRule(string Name, Func<ShownCard, IEnumerable<string>> Faults);

/// <summary>What Teams, its store and our readers ask of a card; the limits are those that Teams documents.</summary>
internal static partial class CardRules
{
    private const int LargestCard = 28 * 1024; // bytes
    private const int MostButtons = 6;

    /// <summary>What version 1.5 of the schema knows, of what we use.</summary>
    private static readonly string[] Known =
    [
        "AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "FactSet", "Container", "ColumnSet", "Column", "ActionSet",
        "Input.Text", "Input.Number", "Input.Date", "Input.ChoiceSet", "Data.Query", "Action.Execute", "Action.Submit", "Action.ToggleVisibility",
    ];

    public static IReadOnlyList<CardRule> All { get; } =
    [
        new("It is an Adaptive Card of version 1.5", card => Is(card.Json, "type", "AdaptiveCard").Concat(Is(card.Json, "version", "1.5"))),
        new("It is not larger than 28 KB", Size),
        new("A newer Teams element has a fallback", card => Parts(card.Json).Where(part => Type(part) is { Length: > 0 } type && !Known.Contains(type) && !part.TryGetProperty("fallback", out _)).Select(Describe)),
        new("A row has at most six buttons", card => Parts(card.Json).Select(part => Items(part, "actions").Count()).Where(count => count > MostButtons).Select(count => $"{count} buttons in one row")),
        new("Every input has an id of its own", Ids),
        new("Every input has a label", card => Inputs(card).Where(input => Text(input, "label").Length == 0).Select(Describe)),
        new("A required input says what is missing", card => Inputs(card).Where(input => IsTrue(input, "isRequired") && Text(input, "errorMessage").Length == 0).Select(Describe)),
        new("Text wraps", card => Parts(card.Json).Where(part => Type(part) is "TextBlock" && !IsTrue(part, "wrap")).Select(Describe)),
        new("What looks like a heading is one", card => Parts(card.Json).Where(part => LooksLikeHeading(part) && Text(part, "style") != "heading").Select(Describe)),
        new("No place for a value is left open", card => Strings(card.Json).Where(text => Place().IsMatch(text))),
        new("It says in one line what it is, for clients that cannot draw it", card => Text(card.Json, "fallbackText").Length > 0 ? [] : ["no fallbackText"]),
        new("Nobody's words are shown to those who may not read them", card => Everything(card.Json).Select(text => Words.Find(card.IsSecret, text)).OfType<string>().Distinct()),
        new("It leads on or back, unless it only says something", card => LeadsOn(card.Json) || OnlySaysSomething(card.Json) ? [] : ["no button and no line that can be pressed"]),
    ];

    public static CardRule Named(string name) => All.Single(rule => rule.Name == name);

    /// <summary>All objects of a card, fallbacks too; the hidden data of buttons is none of its parts.</summary>
    private static IEnumerable<JsonElement> Parts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name != "data" || member.Value.ValueKind is JsonValueKind.Array).SelectMany(member => Parts(member.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Parts),
        _ => [],
    };

    private static IEnumerable<string> Strings(JsonElement card) =>
        Parts(card).SelectMany(part => part.EnumerateObject()).Where(member => member.Value.ValueKind is JsonValueKind.String).Select(member => member.Value.GetString()!);

    /// <summary>Every text of a card but the choices of its inputs, also what a button hides: the client gets that too.</summary>
    private static IEnumerable<string> Everything(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Where(member => member.Name != "choices").SelectMany(member => Everything(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Everything),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };

    private static IEnumerable<JsonElement> Inputs(ShownCard card) => Parts(card.Json).Where(part => Type(part).StartsWith("Input.", StringComparison.Ordinal));

    private static IEnumerable<string> Size(ShownCard card)
    {
        var bytes = Encoding.UTF8.GetByteCount(card.Json.GetRawText());
        return bytes > LargestCard ? [$"{bytes} bytes"] : [];
    }

    private static IEnumerable<string> Ids(ShownCard card) =>
    [
        .. Inputs(card).Where(input => Text(input, "id").Length == 0).Select(Describe),
        .. Inputs(card).GroupBy(input => Text(input, "id")).Where(same => same.Count() > 1).Select(same => $"{same.Count()} inputs \"{same.Key}\""),
    ];

    /// <summary>Bold and not a sentence; colour marks a state or a fault.</summary>
    private static bool LooksLikeHeading(JsonElement part) =>
        Type(part) is "TextBlock" && (Text(part, "size") is "large" or "extraLarge"
            || (Text(part, "weight") is "bolder" && Text(part, "color").Length == 0 && Text(part, "text") is not [.., '.' or '!' or '?' or '…']));

    private static bool LeadsOn(JsonElement card) => Parts(card).Any(part => Type(part) is "Action.Execute" or "Action.Submit");

    private static bool OnlySaysSomething(JsonElement card) => Items(card, "body").All(part => Type(part) is "TextBlock" or "RichTextBlock");

    private static IEnumerable<string> Is(JsonElement card, string name, string wanted) => Text(card, name) == wanted ? [] : [$"{name} is \"{Text(card, name)}\""];

    private static IEnumerable<JsonElement> Items(JsonElement part, string name) =>
        part.TryGetProperty(name, out var items) && items.ValueKind is JsonValueKind.Array ? items.EnumerateArray() : [];

    private static string Type(JsonElement part) => CardText.Type(part);

    private static string Text(JsonElement part, string name) =>
        part.TryGetProperty(name, out var text) && text.ValueKind is JsonValueKind.String ? text.GetString()!.Trim() : "";

    private static bool IsTrue(JsonElement part, string name) => part.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    private static string Describe(JsonElement part) => part.GetRawText() is { Length: > 160 } lengthy ? $"{lengthy[..160]}…" : part.GetRawText();

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Place();
}
