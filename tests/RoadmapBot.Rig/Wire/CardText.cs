using System.Text;
using System.Text.Json;

namespace RoadmapBot.Rig.Wire;

/// <summary>Reads cards as a person does: their words, their inputs, their buttons.</summary>
internal static class CardText
{
    /// <summary>All visible words of a message or card, one element a line; escapes of Markdown are taken away.</summary>
    public static string Of(JsonElement element)
    {
        var text = new StringBuilder();
        Collect(element, text);
        return text.ToString();
    }

    public static JsonElement? Card(JsonElement activity) =>
        activity.TryGetProperty("attachments", out var attachments) && attachments.GetArrayLength() > 0 ? attachments[0].GetProperty("content") : null;

    public static IReadOnlyList<JsonElement> Buttons(JsonElement card) => [.. Walk(card).Where(part => Type(part).StartsWith("Action.", StringComparison.Ordinal))];

    public static IReadOnlyList<JsonElement> Inputs(JsonElement card) => [.. Walk(card).Where(part => Type(part).StartsWith("Input.", StringComparison.Ordinal))];

    public static IEnumerable<JsonElement> Walk(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Object)
        {
            yield return element;
            foreach (var member in element.EnumerateObject())
            {
                if (member.Name is "fallback")
                    continue;
                foreach (var inner in Walk(member.Value))
                    yield return inner;
            }
        }
        else if (element.ValueKind is JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                foreach (var inner in Walk(item))
                    yield return inner;
            }
        }
    }

    public static string Type(JsonElement element) => element.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String ? type.GetString()! : "";

    private static void Collect(JsonElement element, StringBuilder text)
    {
        foreach (var part in Walk(element))
        {
            foreach (var name in (string[])["text", "title", "label", "value"])
            {
                if (part.TryGetProperty(name, out var words) && words.ValueKind is JsonValueKind.String && !part.TryGetProperty("verb", out _))
                    text.AppendLine(words.GetString()!.Replace("\\", "", StringComparison.Ordinal));
            }
        }
    }
}
