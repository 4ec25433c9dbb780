using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RoadmapBot.Storage;

/// <summary>
/// An aggregate as one JSON column. A value converter rather than EF's own complex JSON properties: those cannot bind the constructors of records
/// that hold records, and our aggregates are immutable records.
/// </summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
    };

    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property) where T : class
    {
        property.HasConversion(
            new ValueConverter<T, string>(state => JsonSerializer.Serialize(state, Options), json => JsonSerializer.Deserialize<T>(json, Options)!),
            // A changed state is always another object, because states are immutable.
            new ValueComparer<T>((one, other) => ReferenceEquals(one, other), state => state.GetHashCode(), state => state));
        return property;
    }
}
