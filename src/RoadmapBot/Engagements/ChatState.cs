using System.Text.Json.Serialization;
using RoadmapBot.Conversation;

namespace RoadmapBot.Engagements;

/// <summary>What the bot remembers of a chat between turns.</summary>
/// <param name="Engagement">Which engagement the chat is about, once that was said or chosen.</param>
/// <param name="Awaits">What the next typed text is, where the bot has just asked for one.</param>
/// <param name="Until">After this time the next text is an ordinary message again.</param>
internal sealed record ChatState(TenantId Tenant, ChatId Chat, EngagementId? Engagement, Awaited? Awaits, DateTimeOffset? Until)
{
    public static ChatState New(Chat chat) => new(chat.Tenant, chat.Id, null, null, null);
}

[JsonConverter(typeof(JsonStringEnumConverter<Awaited>))]
internal enum Awaited
{
    PainPoint,
    AnonymousPainPoint,
}

internal interface IChatStateStore
{
    /// <returns>A new state where the chat has none yet.</returns>
    Task<ChatState> Find(Chat chat, CancellationToken cancel);

    void Save(ChatState state);
}
