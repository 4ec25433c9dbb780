using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RoadmapBot.Storage;

/// <summary>
/// An aggregate as one JSON column. A value converter rather than EF's own complex JSON properties: those cannot bind the constructors of records
/// that hold records, and our aggregates are immutable records.
/// <para>
/// A document that does not fit its record is a fault: a member that was renamed must not come back as null, nor one that only a newer version of
/// the program knows be lost with the next save. So a new member needs a default value in its record's constructor.
/// </para>
/// </summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) }, // by name, so that members can be reordered
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // this JSON never stands in HTML, and most of the world's text would triple
    };

    public static string Write<T>(T state) => JsonSerializer.Serialize(state, Options);

    /// <exception cref="JsonException">The document does not fit the record; the message names the place.</exception>
    public static T Read<T>(string json) where T : class => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The document is null.");

    /// <param name="type">The column's type.</param>
    public static void HasJson<T>(this PropertyBuilder<T> property, string type) where T : class => property
        .HasColumnType(type)
        .HasConversion(
            new ValueConverter<T, string>(state => Write(state), json => Read<T>(json)),
            // A changed state is always another object, because states are immutable.
            new ValueComparer<T>((one, other) => ReferenceEquals(one, other), state => state.GetHashCode(), state => state));
}
