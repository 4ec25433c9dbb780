using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RoadmapBot.Conversation;

/// <summary>
/// What a card sent back: the hidden data of the pressed button merged with the inputs, all as text, as the client wrote it.
/// Everything in it can be forged; whoever reads it checks it.
/// </summary>
internal sealed class CardData(IReadOnlyDictionary<string, string> values)
{
    public static CardData Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>The trimmed text, or null where it is absent or blank.</summary>
    public string? Text(string key) => values.TryGetValue(key, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>A whole number in invariant notation, or null.</summary>
    public int? Number(string key) =>
        int.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A date as <c>yyyy-MM-dd</c>, or null.</summary>
    public DateOnly? Date(string key) =>
        DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>True where the text is the name of one of the enum's members, in any letter case.</summary>
    public bool TryChoice<TEnum>(string key, [NotNullWhen(true)] out TEnum? choice) where TEnum : struct, Enum
    {
        var found = Enum.GetNames<TEnum>().FirstOrDefault(name => string.Equals(name, Text(key), StringComparison.OrdinalIgnoreCase));
        choice = found is null ? null : Enum.Parse<TEnum>(found);
        return choice is not null;
    }
}
