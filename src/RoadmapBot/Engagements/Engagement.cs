using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using RoadmapBot.Conversation;

namespace RoadmapBot.Engagements;

/// <summary>One roadmap's worth of work with one organisation: everything that is asked, found and planned belongs to an engagement.</summary>
[JsonConverter(typeof(TextIdConverter<EngagementId>))]
internal readonly record struct EngagementId(string Value) : ITextId<EngagementId>
{
    public static EngagementId From(string value) => new(value);

    /// <summary>
    /// The same form sent twice makes one engagement, and nobody can name an engagement of somebody else: the id comes from tenant, person and form.
    /// </summary>
    public static EngagementId For(Person creator, string form) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{creator.Tenant}\n{creator.Id}\n{form}")))[..32]);

    public override string ToString() => Value;
}

/// <param name="Objectives">What the business wants to achieve in one to three years, in its own words, most important first. May be empty.</param>
/// <param name="Frame">What the roadmap has to keep within.</param>
/// <param name="IsOpen">Anybody in the tenant may take part as an end user without being added.</param>
internal sealed record Engagement(
    EngagementId Id,
    TenantId Tenant,
    Organisation Organisation,
    IReadOnlyList<string> Objectives,
    PlanningFrame Frame,
    bool IsOpen,
    PersonId CreatedBy,
    DateTimeOffset CreatedAt)
{
    /// <summary>What the organisation has, as an owner gave it in CSV; null where nobody did.</summary>
    public string? AssetList { get; init; }

    /// <summary>The clock of its people, as <see cref="TimeZoneInfo"/> names it.</summary>
    public string TimeZone { get; init; } = LocalTime.Utc;
}

/// <summary>What is known of the organisation; null is "not said", never zero.</summary>
/// <param name="Headcount">People who use IT.</param>
/// <param name="ItStaff">Own IT people; zero where IT is bought in.</param>
internal sealed record Organisation(string Name, string? Sector, int? Headcount, int? ItStaff, int? Sites);
