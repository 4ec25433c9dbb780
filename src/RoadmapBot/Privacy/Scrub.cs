using System.Text.Json.Nodes;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;

namespace RoadmapBot.Privacy;

/// <summary>
/// Takes a person's words, name and id out of a stored document. It works on the document rather than on its records, so that a receipt that a
/// later feature adds somewhere is found too.
/// </summary>
/// <param name="Points">The ids of the person's pain points, whose receipts name nobody.</param>
/// <param name="Words">What the person said; a text that repeats it loses it.</param>
internal sealed record Scrub(PersonId Person, IReadOnlySet<string> Points, IReadOnlyList<string> Words)
{
    /// <summary>Stands in for words that are gone.</summary>
    public const string Gone = "[…]";

    /// <summary>Shorter words are no quote: "yes" stands in many a sentence of ours.</summary>
    public const int ShortestWords = 12;

    /// <summary>Every quote of the person in the document.</summary>
    public static IEnumerable<string> Quotes(JsonNode? node, PersonId person, IReadOnlySet<string> points) => node switch
    {
        JsonObject found when IsReceipt(found) => IsTheirs(found, person, points) ? [Text(found, nameof(Receipt.Quote))!] : [],
        JsonObject found => found.SelectMany(member => Quotes(member.Value, person, points)),
        JsonArray list => list.SelectMany(item => Quotes(item, person, points)),
        _ => [],
    };

    public JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonObject found when IsReceipt(found) && IsTheirs(found, Person, Points) => new JsonObject
        {
            [nameof(Receipt.Voice)] = Receipt.Erased,
            [nameof(Receipt.Statement)] = Text(found, nameof(Receipt.Statement)),
            [nameof(Receipt.Quote)] = "",
        },
        JsonObject found when IsReceipt(found) => found.DeepClone(),
        JsonObject found when found["Sides"] is JsonArray sides => Cleaned(found, this with { Words = [.. Words, .. sides.OfType<JsonObject>().Where(IsOnlyTheirs).Select(side => Text(side, "Says")!).Where(says => says.Length > 0)] }),
        JsonObject found => Cleaned(found, this),
        JsonArray list => new JsonArray([.. list.Where(item => !GoesWhole(item)).Select(Clean)]),
        JsonValue value when value.TryGetValue<string>(out var text) => text == Person.Value ? Receipt.Erased : Words.Aggregate(text, (left, words) => left.Replace(words, Gone, StringComparison.Ordinal)),
        _ => node?.DeepClone(),
    };

    private JsonObject Cleaned(JsonObject found, Scrub with)
    {
        var isBy = Text(found, "By") == Person.Value;
        return new JsonObject(found.Select(member => KeyValuePair.Create(member.Key, member.Key switch
        {
            "ByName" or "Name" when isBy => PrivacyTexts.Somebody,
            "Why" when isBy => "",
            _ => with.Clean(member.Value),
        })));
    }

    /// <summary>A lesson and a loss are nothing but one person's words, and so is what somebody remarked.</summary>
    private bool GoesWhole(JsonNode? item) => item is JsonObject found
        && ((found["Receipt"] is JsonObject receipt && IsTheirs(receipt, Person, Points)) || (Text(found, "By") == Person.Value && found.ContainsKey("Text")));

    private bool IsOnlyTheirs(JsonObject side) => side["Evidence"] is JsonArray evidence && evidence.All(receipt => receipt is JsonObject one && IsTheirs(one, Person, Points));

    private static bool IsReceipt(JsonObject found) => found.ContainsKey(nameof(Receipt.Voice)) && found.ContainsKey(nameof(Receipt.Statement)) && found.ContainsKey(nameof(Receipt.Quote));

    private static bool IsTheirs(JsonObject receipt, PersonId person, IReadOnlySet<string> points) =>
        Text(receipt, nameof(Receipt.Voice)) is var voice && (voice == person.Value || (voice is "" && points.Contains(Text(receipt, nameof(Receipt.Statement))!)));

    private static string? Text(JsonObject found, string name) => found[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
