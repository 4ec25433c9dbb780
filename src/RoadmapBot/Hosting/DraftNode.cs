using System.Text.Json;

namespace RoadmapBot.Hosting;

/// <summary>A JSON value, or the place where one is missing, together with its path, so that every fault can name it.</summary>
internal readonly record struct DraftNode(string Path, JsonElement? Value)
{
    private bool IsAbsent => Value is null or { ValueKind: JsonValueKind.Null };

    public DraftNode Member(string name)
    {
        if (Value is not { ValueKind: JsonValueKind.Object } found)
            return IsAbsent ? new DraftNode($"{Path}.{name}", null) : throw Fault(DraftTexts.NotObject);
        return new DraftNode($"{Path}.{name}", found.TryGetProperty(name, out var member) ? member : null);
    }

    public IEnumerable<DraftNode> Items(bool isRequired)
    {
        if (IsAbsent)
            return isRequired ? throw Fault(DraftTexts.MissingList) : [];
        var path = Path;
        return Value is { ValueKind: JsonValueKind.Array } found
            ? found.EnumerateArray().Select((item, index) => new DraftNode($"{path}[{index}]", item))
            : throw Fault(DraftTexts.NotList);
    }

    public string Text() => OptionalText() ?? throw Fault(DraftTexts.MissingText);

    /// <summary>Null where it is absent, null or a number.</summary>
    public string? OptionalText()
    {
        if (IsAbsent || Value is { ValueKind: JsonValueKind.Number })
            return null;
        if (Value is not { ValueKind: JsonValueKind.String } found)
            throw Fault(DraftTexts.NotString);
        try
        {
            return found.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Fault(DraftTexts.NotText);
        }
    }

    public double? OptionalNumber() => Value is { ValueKind: JsonValueKind.Number } found && found.TryGetDouble(out var number) ? number : null;

    public DraftInputException Fault(string what) => new($"{Path}: {what}");
}
