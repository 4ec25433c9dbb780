using System.Text.Json.Nodes;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Roadmaps.Execution;
using RoadmapBot.Roadmaps.Writing;

namespace RoadmapBot.Privacy;

/// <summary>
/// Takes words that are no longer to be kept out of a stored document, and where a person goes, name and id too. It works on the document rather
/// than on its records, so that a receipt that a later feature adds somewhere is found too.
/// </summary>
/// <param name="Goes">The receipts whose quotes go.</param>
/// <param name="Words">What was said; a text that repeats it loses it.</param>
/// <param name="Person">Who is erased; null where only words go.</param>
internal sealed record Scrub(Func<Receipt, bool> Goes, IReadOnlyList<string> Words, PersonId? Person = null)
{
    /// <summary>Stands in for words that are gone.</summary>
    public const string Gone = "[…]";

    /// <summary>Shorter words are no quote: "yes" stands in many a sentence of ours.</summary>
    public const int ShortestWords = 12;

    /// <summary>Everything of a person.</summary>
    /// <param name="points">The ids of the person's pain points, whose receipts name nobody.</param>
    public static Scrub Of(PersonId person, IReadOnlySet<string> points, IEnumerable<string> words) =>
        new(receipt => receipt.Voice == person.Value || (receipt.Voice.Length == 0 && points.Contains(receipt.Statement)), Long(words), person);

    /// <summary>What somebody said to one question, or in one pain point, and says no more.</summary>
    /// <param name="voice">Empty for a pain point.</param>
    /// <param name="now">What stands there now; null for nothing.</param>
    public static Scrub Withdrawn(string voice, string statement, string? now, IEnumerable<string> words) =>
        new(receipt => receipt.Voice == voice && receipt.Statement == statement && now?.Contains(receipt.Quote, StringComparison.Ordinal) is not true, Long(words));

    /// <summary>All of them at once.</summary>
    public static Scrub Any(IReadOnlyList<Scrub> all) => new(receipt => all.Any(one => one.Goes(receipt)), Long(all.SelectMany(one => one.Words)));

    /// <summary>Everybody's words; a row of the asset list is nobody's.</summary>
    public static Scrub Everything(IEnumerable<string> words) => new(receipt => !receipt.IsAsset, Long(words));

    /// <summary>Everything that somebody said in an interview.</summary>
    public static IEnumerable<string> Said(Interview? interview) =>
        (interview?.Answers.SelectMany(given => given.Followups.Select(followup => followup.Text).Append(given.Text)).Append(interview.Remark) ?? []).OfType<string>();

    /// <summary>The same scrub, which also knows the quotes of the document that go: an answer may have been changed since.</summary>
    public Scrub WithQuotesOf(JsonNode? node) => this with { Words = Long([.. Words, .. Quotes(node)]) };

    public JsonNode? Clean(JsonNode? node) => node switch
    {
        JsonObject found when ReceiptOf(found) is { } receipt => Goes(receipt) ? Erased(receipt) : found.DeepClone(),
        JsonObject found when found["Sides"] is JsonArray sides => Cleaned(found, this with { Words = [.. Words, .. sides.OfType<JsonObject>().Where(StandsOnlyOnWhatGoes).Select(side => Text(side, "Says")!).Where(says => says.Length > 0)] }),
        JsonObject found => Cleaned(found, this),
        JsonArray list => new JsonArray([.. list.Where(item => !GoesWhole(item)).Select(Clean)]),
        JsonValue value when value.TryGetValue<string>(out var text) => text == Person?.Value ? Receipt.Erased : Words.Aggregate(text, (left, words) => left.Replace(words, Gone, StringComparison.OrdinalIgnoreCase)),
        _ => node?.DeepClone(),
    };

    /// <summary>Longest first, so that a part of a text does not spoil the whole.</summary>
    private static string[] Long(IEnumerable<string> words) => [.. words.Select(text => text.Trim()).Where(text => text.Length >= ShortestWords).Distinct().OrderByDescending(text => text.Length)];

    private IEnumerable<string> Quotes(JsonNode? node) => node switch
    {
        JsonObject found when ReceiptOf(found) is { } receipt => Goes(receipt) ? [receipt.Quote] : [],
        JsonObject found => found.SelectMany(member => Quotes(member.Value)),
        JsonArray list => list.SelectMany(Quotes),
        _ => [],
    };

    /// <summary>The question stays; the id of a pain point goes, because it is made from its words.</summary>
    private static JsonObject Erased(Receipt receipt) => new()
    {
        [nameof(Receipt.Voice)] = Receipt.Erased,
        [nameof(Receipt.Statement)] = receipt.Voice.Length == 0 ? "" : receipt.Statement,
        [nameof(Receipt.Quote)] = "",
    };

    private JsonObject Cleaned(JsonObject found, Scrub with)
    {
        var isBy = IsBy(found);
        return new JsonObject(found.Select(member => KeyValuePair.Create(member.Key, member.Key switch
        {
            "ByName" when isBy => PrivacyTexts.Somebody,
            "Name" when isBy && !found.ContainsKey("ByName") => PrivacyTexts.Somebody, // beside a ByName it is the name of the thing
            "Why" when isBy => "",
            nameof(ProgressUpdate.Remark) when isBy => null,
            _ => with.Clean(member.Value),
        })));
    }

    /// <summary>
    /// A lesson and a loss are nothing but one person's words, and so is what somebody remarked. What a model wrote retells the answers that it cites.
    /// </summary>
    private bool GoesWhole(JsonNode? item) => item is JsonObject found
        && ((found[nameof(Sentence.Cites)] is JsonArray cites && cites.Any(cite => cite is JsonObject one && ReceiptOf(one) is { } cited && Goes(cited)))
            || (found["Receipt"] is JsonObject inner && ReceiptOf(inner) is { } receipt && Goes(receipt)) || (IsBy(found) && found.ContainsKey("Text")));

    private bool StandsOnlyOnWhatGoes(JsonObject side) => side["Evidence"] is JsonArray evidence && evidence.All(item => item is JsonObject one && ReceiptOf(one) is { } receipt && Goes(receipt));

    private bool IsBy(JsonObject found) => Person is { } person && Text(found, "By") == person.Value;

    private static Receipt? ReceiptOf(JsonObject found) =>
        Text(found, nameof(Receipt.Voice)) is { } voice && Text(found, nameof(Receipt.Statement)) is { } statement && Text(found, nameof(Receipt.Quote)) is { } quote
            ? new Receipt(voice, statement, quote)
            : null;

    private static string? Text(JsonObject found, string name) => found[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
