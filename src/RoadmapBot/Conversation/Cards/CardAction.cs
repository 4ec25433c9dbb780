using System.Text.Json.Serialization;

namespace RoadmapBot.Conversation.Cards;

/// <summary>A button. Teams shows at most six in a row; see <see cref="ExecuteAction"/> and <see cref="SubmitAction"/> for the two kinds we use.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(ToggleAction), "Action.ToggleVisibility")]
internal abstract record CardAction(string Title)
{
    /// <summary><c>default|positive|destructive</c></summary>
    public string? Style { get; init; }

    /// <summary><c>none</c> lets a button work while required inputs are empty.</summary>
    public string? AssociatedInputs { get; init; }
}

/// <summary>Changes this card in place: the answer takes its place, for the person who pressed.</summary>
internal sealed record ExecuteAction(string Title, string Verb, IReadOnlyDictionary<string, string> Data) : CardAction(Title);

/// <summary>
/// Says something new: this card stays and what the bot answers comes as a new message. In a dialog it sends the form.
/// The verb travels in the data, under <see cref="VerbKey"/>.
/// </summary>
internal sealed record SubmitAction(string Title, IReadOnlyDictionary<string, string> Data) : CardAction(Title)
{
    public const string VerbKey = "verb";

    /// <summary>The verb of a button that stands for a typed text, so that a command needs no second way in.</summary>
    public const string SayVerb = "say";

    /// <summary>Where <see cref="SayVerb"/> keeps its text.</summary>
    public const string SayText = "text";

    /// <summary>As if the person had typed the text.</summary>
    public static SubmitAction Saying(string title, string text) => For(title, SayVerb, (SayText, text)) with { AssociatedInputs = "none" };

    public static SubmitAction For(string title, string verb, params (string Key, string Value)[] data) =>
        new(title, data.Append((VerbKey, verb)).ToDictionary(pair => pair.Item1, pair => pair.Item2));
}

internal sealed record ToggleAction(string Title, IReadOnlyList<string> TargetElements) : CardAction(Title);
