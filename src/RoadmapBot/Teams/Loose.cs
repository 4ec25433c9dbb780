using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RoadmapBot.Teams;

/// <summary>
/// JSON of a shape that we do not control (<c>value</c>, <c>channelData</c>, entities), read at once and in full, so that a broken string in
/// it is a fault of the request and not of the code that looks at it later. Numbers and booleans are kept as their text.
/// </summary>
[JsonConverter(typeof(LooseConverter))]
internal sealed record Loose(string? Text, IReadOnlyDictionary<string, Loose>? Members, IReadOnlyList<Loose>? Items)
{
    /// <returns>Null where the text is no JSON.</returns>
    public static Loose? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ActivityJson.Default.Loose);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value at a path of member names, or null where there is none.</summary>
    public Loose? At(params ReadOnlySpan<string> path)
    {
        var found = this;
        foreach (var name in path)
            found = found?.Members?.GetValueOrDefault(name);
        return found;
    }
}

internal sealed class LooseConverter : JsonConverter<Loose>
{
    private static readonly Loose Empty = new(null, null, null);

    public override bool HandleNull => true;

    public override Loose Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new Dictionary<string, Loose>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    if (!members.TryAdd(name, Read(ref reader, typeToConvert, options)))
                        throw new JsonException("A member stands twice in one object.");
                }

                return new(null, members, null);
            case JsonTokenType.StartArray:
                var items = new List<Loose>();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                    items.Add(Read(ref reader, typeToConvert, options));
                return new(null, null, items);
            case JsonTokenType.String:
                return new(reader.GetString(), null, null);
            case JsonTokenType.True or JsonTokenType.False:
                return new(reader.GetBoolean().ToString(CultureInfo.InvariantCulture).ToLowerInvariant(), null, null);
            case JsonTokenType.Number:
                return new(Encoding.UTF8.GetString(reader.ValueSpan), null, null);
            default:
                return Empty;
        }
    }

    public override void Write(Utf8JsonWriter writer, Loose value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Loose JSON is only read.");
}
