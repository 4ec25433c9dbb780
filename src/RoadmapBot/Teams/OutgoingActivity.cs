using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Teams;

/// <summary>What a message looks like on its way out. The channel adds ids, times and addresses.</summary>
internal sealed record OutgoingActivity(string Type)
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the text goes into no HTML page
    };

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<CardAttachment>? Attachments { get; init; }

    public IReadOnlyList<AiLabel>? Entities { get; init; }

    public static string Of(Reply reply) => Serialize(
        reply.Card is { } card
            ? new OutgoingActivity("message") { Summary = reply.Summary, Attachments = [Attach(card)], Entities = card.IsModelWritten ? [AiLabel.Generated] : null }
            : new OutgoingActivity("message") { Text = reply.Text, TextFormat = "plain", Summary = reply.Summary });

    public static string Typing { get; } = Serialize(new OutgoingActivity("typing"));

    public static CardAttachment Attach(AdaptiveCard card) => new(CardType, card);

    public static string Serialize<T>(T value) => JsonSerializer.Serialize(value, Wire);
}

internal sealed record CardAttachment(string ContentType, AdaptiveCard Content);

/// <summary>
/// Teams' own label for what a model wrote (https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content). Its
/// citations stand in a message's text, which a card has none of: there they are the receipts.
/// </summary>
internal sealed record AiLabel(
    string Type,
    [property: JsonPropertyName("@type")] string Kind,
    [property: JsonPropertyName("@context")] string Context,
    IReadOnlyList<string> AdditionalType)
{
    public static AiLabel Generated { get; } = new("https://schema.org/Message", "Message", "https://schema.org", ["AIGeneratedContent"]);
}
