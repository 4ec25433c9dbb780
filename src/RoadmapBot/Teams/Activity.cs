using System.Text.Json.Serialization;

namespace RoadmapBot.Teams;

/// <summary>
/// An incoming activity of the Bot Framework protocol, as far as we look at it
/// (https://github.com/microsoft/Agents/blob/main/specs/activity/protocol-activity.md). Unknown fields are ignored, wrong types are refused.
/// </summary>
internal sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>As the channel wrote it; order and clocks are not guaranteed, so nothing depends on its value.</summary>
    public Loose? Timestamp { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    /// <summary>The name of an invoke or event.</summary>
    public string? Name { get; init; }

    /// <summary>Of an installationUpdate: <c>add</c> or <c>remove</c>.</summary>
    public string? Action { get; init; }

    public string? ReplyToId { get; init; }

    public IReadOnlyList<ChannelAccount?>? MembersAdded { get; init; }

    public IReadOnlyList<ChannelAccount?>? MembersRemoved { get; init; }

    public Loose? Value { get; init; }

    public Loose? Entities { get; init; }

    public Loose? ChannelData { get; init; }
}

/// <param name="Id">The channel's id: <c>29:…</c> for people, <c>28:…</c> for bots.</param>
internal sealed record ChannelAccount(string? Id, string? Name, string? AadObjectId);

/// <param name="ConversationType"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
internal sealed record ConversationAccount(string? Id, string? ConversationType, string? TenantId);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowDuplicateProperties = false,
    MaxDepth = 64)]
[JsonSerializable(typeof(Activity))]
internal sealed partial class ActivityJson : JsonSerializerContext;
