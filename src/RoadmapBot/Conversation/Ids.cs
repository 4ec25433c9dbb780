using System.Text.Json;
using System.Text.Json.Serialization;

namespace RoadmapBot.Conversation;

/// <summary>An id that is written as a bare JSON string.</summary>
internal interface ITextId<TSelf> where TSelf : ITextId<TSelf>
{
    string Value { get; }

    static abstract TSelf From(string value);
}

/// <summary>A Microsoft 365 tenant; nothing that belongs to one is ever seen from another.</summary>
[JsonConverter(typeof(TextIdConverter<TenantId>))]
internal readonly record struct TenantId(string Value) : ITextId<TenantId>
{
    public static TenantId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A person inside a tenant: the Entra object id, or the channel's own user id where there is none.</summary>
[JsonConverter(typeof(TextIdConverter<PersonId>))]
internal readonly record struct PersonId(string Value) : ITextId<PersonId>
{
    public static PersonId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A chat as the channel names it: opaque, compared ordinally.</summary>
[JsonConverter(typeof(TextIdConverter<ChatId>))]
internal readonly record struct ChatId(string Value) : ITextId<ChatId>
{
    public static ChatId From(string value) => new(value);

    public override string ToString() => Value;
}

internal sealed class TextIdConverter<TId> : JsonConverter<TId> where TId : ITextId<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TId.From(reader.GetString() ?? throw new JsonException("An id must not be null."));

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
