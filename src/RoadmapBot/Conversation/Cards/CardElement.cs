using System.Text.Json.Serialization;

namespace RoadmapBot.Conversation.Cards;

/// <summary>A part of a card's body. Property names are the schema's.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(ProgressBar), "ProgressBar")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(NumberInput), "Input.Number")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(ChoiceInput), "Input.ChoiceSet")]
internal abstract record CardElement
{
    public string? Id { get; init; }

    /// <summary>False hides it until an <see cref="ToggleAction"/> shows it.</summary>
    public bool? IsVisible { get; init; }

    public bool? Separator { get; init; }

    /// <summary><c>none|small|default|medium|large|extraLarge|padding</c></summary>
    public string? Spacing { get; init; }
}

/// <summary>
/// Text of the bot. The client reads it as Markdown, so anything that a person wrote goes through <see cref="Markdown.Escape"/>
/// first, or into a <see cref="RichTextBlock"/>.
/// </summary>
internal sealed record TextBlock(string Text) : CardElement
{
    public bool Wrap { get; } = true;

    /// <summary><c>default|columnHeader|heading</c></summary>
    public string? Style { get; init; }

    public string? Size { get; init; }

    public string? Weight { get; init; }

    public string? Color { get; init; }

    public bool? IsSubtle { get; init; }

    public int? MaxLines { get; init; }
}

/// <summary>Text that is shown letter for letter: the place for people's own words.</summary>
internal sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement
{
    public static RichTextBlock Of(string text) => new([new TextRun(text)]);

    public static RichTextBlock Quote(string text) => new([new TextRun($"“{text}”") { Italic = true }]);
}

internal sealed record TextRun(string Text)
{
    public string Type { get; } = "TextRun";

    public bool? Italic { get; init; }

    public string? Weight { get; init; }

    public bool? IsSubtle { get; init; }
}

internal sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement;

/// <summary>Both parts are read as Markdown.</summary>
internal sealed record Fact(string Title, string Value);

internal sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    /// <summary><c>default|emphasis|good|attention|warning|accent</c></summary>
    public string? Style { get; init; }

    public CardAction? SelectAction { get; init; }
}

internal sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement;

/// <param name="Width"><c>auto</c>, <c>stretch</c>, or a weight.</param>
internal sealed record Column(string Width, IReadOnlyList<CardElement> Items)
{
    public string Type { get; } = "Column";

    public string? VerticalContentAlignment { get; init; }

    /// <summary>As a <see cref="Container"/>'s: the background.</summary>
    public string? Style { get; init; }

    /// <summary>In pixels, as <c>10px</c>.</summary>
    public string? MinHeight { get; init; }

    /// <summary>As an element's: the distance to the column before.</summary>
    public string? Spacing { get; init; }
}

internal sealed record ActionSet(IReadOnlyList<CardAction> Actions) : CardElement;

/// <summary>A newer Teams element, outside the card version; other clients show the fallback.</summary>
internal sealed record ProgressBar(int Value, int Max, CardElement Fallback) : CardElement;
