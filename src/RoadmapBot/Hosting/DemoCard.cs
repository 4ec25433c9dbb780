using System.Text.Json;
using System.Text.Json.Nodes;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Hosting;

/// <summary>A card as somebody sees it: its words, its inputs, its buttons.</summary>
/// <param name="Message">The message that shows it.</param>
internal sealed record DemoCard(string Thread, string Message, long Seq, JsonElement Content)
{
    /// <summary>What the card says in a sentence.</summary>
    public string Title => Content.TryGetProperty("fallbackText", out var text) ? text.GetString() ?? "" : "";

    public string? FirstInput => Parts(Content).FirstOrDefault(part => Type(part).StartsWith("Input.", StringComparison.Ordinal)) is { ValueKind: JsonValueKind.Object } input
        ? input.GetProperty("id").GetString()
        : null;

    /// <summary>A button, or a line that can be pressed.</summary>
    /// <param name="about">What its data must hold besides.</param>
    public JsonElement? Button(string verb, params ReadOnlySpan<(string Key, string Value)> about)
    {
        foreach (var part in Parts(Content))
        {
            if (VerbOf(part) == verb && Holds(part, about))
                return part;
        }

        return null;
    }

    public bool Has(string verb) => Button(verb) is not null;

    /// <summary>The data that pressing a button sends: its own, and every input as it stands or as it is filled in.</summary>
    public JsonObject Data(JsonElement button, params ReadOnlySpan<(string Input, string? Value)> filled)
    {
        var data = button.TryGetProperty("data", out var own) ? JsonNode.Parse(own.GetRawText())!.AsObject() : [];
        if (button.TryGetProperty("associatedInputs", out var inputs) && inputs.GetString() is "none")
            return data;
        foreach (var input in Parts(Content).Where(part => Type(part).StartsWith("Input.", StringComparison.Ordinal)))
        {
            if (input.TryGetProperty("value", out var value))
                data[input.GetProperty("id").GetString()!] = value.ToString();
        }

        foreach (var (input, value) in filled)
        {
            if (value is not null)
                data[input] = value;
        }

        return data;
    }

    private static string? VerbOf(JsonElement part) => Type(part) switch
    {
        "Action.Execute" => part.GetProperty("verb").GetString(),
        "Action.Submit" => part.GetProperty("data").TryGetProperty(SubmitAction.VerbKey, out var verb) ? verb.GetString() : null,
        _ => null,
    };

    private static bool Holds(JsonElement button, ReadOnlySpan<(string Key, string Value)> about)
    {
        foreach (var (key, value) in about)
        {
            if (!button.GetProperty("data").TryGetProperty(key, out var own) || own.GetString() != value)
                return false;
        }

        return true;
    }

    private static string Type(JsonElement part) => part.TryGetProperty("type", out var type) && type.ValueKind is JsonValueKind.String ? type.GetString()! : "";

    private static IEnumerable<JsonElement> Parts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Parts(member.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Parts),
        _ => [],
    };
}
