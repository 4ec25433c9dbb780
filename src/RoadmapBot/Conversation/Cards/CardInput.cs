using System.Text.Json.Serialization;

namespace RoadmapBot.Conversation.Cards;

internal sealed record TextInput(string Label) : CardElement
{
    public string? Placeholder { get; init; }

    public string? Value { get; init; }

    public bool? IsMultiline { get; init; }

    public int? MaxLength { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }
}

internal sealed record NumberInput(string Label) : CardElement
{
    public decimal? Value { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public string? Placeholder { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }
}

/// <summary>Dates as <c>yyyy-MM-dd</c>.</summary>
internal sealed record DateInput(string Label) : CardElement
{
    public string? Value { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }
}

/// <param name="Choices">Shown as they are, never as Markdown.</param>
internal sealed record ChoiceInput(string Label, IReadOnlyList<Choice> Choices) : CardElement
{
    /// <summary>A choice that is longer than the screen is wide goes on in the next line.</summary>
    public bool Wrap { get; } = true;

    /// <summary><c>compact|expanded|filtered</c></summary>
    public string? Style { get; init; }

    /// <summary>Several choices may be taken; the value then has them with commas between.</summary>
    public bool? IsMultiSelect { get; init; }

    public string? Value { get; init; }

    public string? Placeholder { get; init; }

    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>Asks the bot for choices while the person types; needs style <c>filtered</c>.</summary>
    [JsonPropertyName("choices.data")]
    public DataQuery? ChoicesFrom { get; init; }
}

internal sealed record DataQuery(string Dataset)
{
    public string Type { get; } = "Data.Query";
}

/// <summary>One choice of an input, and what it sends.</summary>
internal sealed record Choice(string Title, string Value);
