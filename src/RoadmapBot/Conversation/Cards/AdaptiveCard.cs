using System.Text.Json.Serialization;

namespace RoadmapBot.Conversation.Cards;

/// <summary>
/// An Adaptive Card of the version that Teams states it supports, 1.5 (https://adaptivecards.io/explorer). These records know only the
/// elements that we use; System.Text.Json writes them as the schema has them.
/// </summary>
/// <param name="FallbackText">What a client that cannot draw the card shows, and what notifications say: no quotes, no secrets.</param>
internal sealed record AdaptiveCard(string FallbackText, IReadOnlyList<CardElement> Body, IReadOnlyList<CardAction>? Actions = null)
{
    [JsonPropertyName("$schema"), JsonPropertyOrder(-3)]
    public string Schema { get; } = "http://adaptivecards.io/schemas/adaptive-card.json";

    [JsonPropertyOrder(-2)]
    public string Type { get; } = "AdaptiveCard";

    [JsonPropertyOrder(-1)]
    public string Version { get; } = "1.5";

    /// <summary>Teams' own property, for cards that need the whole width of the chat.</summary>
    [JsonPropertyName("msteams")]
    public TeamsCardSettings? Teams { get; init; }

    /// <summary>Holds words that a language model wrote; the message that it leaves in is labelled so.</summary>
    [JsonIgnore]
    public bool IsModelWritten { get; init; }
}

internal sealed record TeamsCardSettings(string Width)
{
    public static TeamsCardSettings FullWidth { get; } = new("Full");
}
