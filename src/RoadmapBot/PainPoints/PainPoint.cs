using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints;

[JsonConverter(typeof(TextIdConverter<PainPointId>))]
internal readonly record struct PainPointId(string Value) : ITextId<PainPointId>
{
    public static PainPointId From(string value) => new(value);

    /// <summary>The same words of the same person are one pain point: messages are delivered twice, and the trouble is the same next week.</summary>
    public static PainPointId For(EngagementId engagement, PersonId by, string text) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{engagement}\n{by}\n{text}")))[..32]);

    public override string ToString() => Value;
}

/// <summary>What gets in somebody's way at work, in that person's words.</summary>
/// <param name="Text">Letter for letter.</param>
/// <param name="Kind">The id of a kind in <c>prompts/catalogue/pain-kinds.yaml</c>.</param>
/// <param name="Reach">Whom else it hits, as far as the person knows.</param>
/// <param name="In">The thread in which it was said.</param>
/// <param name="Message">The channel's id of the message that held it, where it was typed.</param>
/// <param name="IsAsked">The message held nothing else: the bot had asked for it.</param>
internal sealed record PainPoint(
    PainPointId Id,
    EngagementId Engagement,
    PersonId By,
    string? Department,
    string Text,
    string Kind,
    Frequency? Often,
    Reach? Reach,
    PainPointState State,
    DateTimeOffset At,
    ChatId? In = null,
    string? Message = null,
    bool IsAsked = false);

[JsonConverter(typeof(JsonStringEnumConverter<PainPointState>))]
internal enum PainPointState
{
    /// <summary>Kept at once; counts even if it is never confirmed.</summary>
    Reported,

    /// <summary>The person has seen how it was understood.</summary>
    Confirmed,

    TakenBack,
}

[JsonConverter(typeof(JsonStringEnumConverter<Frequency>))]
internal enum Frequency
{
    Daily,
    Weekly,
    Monthly,
    Rarely,
}

[JsonConverter(typeof(JsonStringEnumConverter<Reach>))]
internal enum Reach
{
    Me,
    Team,
    Department,
    Everybody,
}
