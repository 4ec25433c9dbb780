using System.Text.Json.Serialization;
using RoadmapBot.Conversation;

namespace RoadmapBot.Engagements;

/// <summary>What a person is in an engagement; decides which guide asks and what may be seen.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
internal enum Role
{
    Executive,
    DepartmentHead,
    EndUser,

    /// <summary>The organisation's own IT.</summary>
    It,

    /// <summary>The managed service provider, a guest.</summary>
    Msp,
}

/// <summary>A person's seat in an engagement.</summary>
/// <param name="IsOwner">Assigns roles, reads all answers as the engagement's analyst, and starts drafts.</param>
internal sealed record Member(EngagementId Engagement, PersonId Person, string Name, Role Role, string? Department, bool IsOwner);

/// <summary>An engagement together with one person's seat in it: what every handler needs to know before it may do anything.</summary>
internal sealed record Membership(Engagement Engagement, Member Member);
