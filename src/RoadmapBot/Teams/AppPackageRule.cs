using System.Text.Json;

namespace RoadmapBot.Teams;

/// <summary>What a value of the manifest must look like: every fault of the value at that place.</summary>
/// <param name="place">The value's path, for instance <c>bots[0].botId</c>; the whole manifest's is empty.</param>
internal delegate IEnumerable<string> AppPackageRule(JsonElement value, string place);

internal static class AppPackageRules
{
    public static AppPackageRule Flag() => (value, place) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [$"{place}: must be true or false."];

    /// <param name="longest">In UTF-16 units, which are never fewer than the characters that Teams counts.</param>
    public static AppPackageRule Text(int longest) => (value, place) => value.ValueKind is JsonValueKind.String
        ? value.GetString()! switch
        {
            var text when string.IsNullOrWhiteSpace(text) => [$"{place}: must not be empty."],
            { Length: var length } when length > longest => [$"{place}: has {length} characters, at most {longest} are allowed: shorten it."],
            var text when text.Contains("{{", StringComparison.Ordinal) => [$"{place}: has a placeholder that nothing fills: {text}"],
            _ => [],
        }
        : [$"{place}: must be a text."];

    /// <param name="expected">What the text must be, as it stands after "must be".</param>
    public static AppPackageRule Text(Func<string, bool> isRight, string expected) => (value, place) =>
        value.ValueKind is JsonValueKind.String && isRight(value.GetString()!) ? [] : [$"{place}: must be {expected}, not {value.GetRawText()}."];

    public static AppPackageRule OneOf(params string[] choices) => Text(choices.Contains, string.Join(" or ", choices));

    public static AppPackageRule ListOf(AppPackageRule item, int fewest, int most) => (value, place) =>
    {
        if (value.ValueKind is not JsonValueKind.Array)
            return [$"{place}: must be a list."];

        var count = value.GetArrayLength();
        var faults = value.EnumerateArray().SelectMany((entry, index) => item(entry, $"{place}[{index}]"));
        return count >= fewest && count <= most ? faults : faults.Prepend($"{place}: has {count} entries, {fewest} to {most} are allowed.");
    };

    /// <summary>Teams refuses a manifest with a field that its schema version does not know, so a field that no rule names is a fault.</summary>
    public static AppPackageRule Fields(
        Dictionary<string, AppPackageRule> required, Dictionary<string, AppPackageRule>? optional = null) => (value, place) =>
    {
        if (value.ValueKind is not JsonValueKind.Object)
            return [$"{(place is "" ? "the whole" : place)}: must be an object."];

        string At(string name) => place is "" ? name : $"{place}.{name}";
        return [
            .. required.Keys.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{At(name)}: is missing."),
            .. value.EnumerateObject().SelectMany(field =>
                (required.GetValueOrDefault(field.Name) ?? optional?.GetValueOrDefault(field.Name)) is { } rule
                    ? rule(field.Value, At(field.Name))
                    : [$"{At(field.Name)}: is not among the fields that we check: remove it, or give it a rule in {nameof(AppPackageManifest)}."])];
    };

    /// <summary>Asks the second rule only of what the first finds right.</summary>
    public static AppPackageRule Then(this AppPackageRule first, AppPackageRule second) => (value, place) =>
        first(value, place).ToList() is { Count: > 0 } faults ? faults : second(value, place);
}
