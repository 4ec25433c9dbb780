using RoadmapBot.Conversation;

namespace RoadmapBot.Engagements;

/// <summary>Engagements and the seats in them. Nothing of another tenant is ever found.</summary>
internal interface IEngagementStore
{
    Task<Engagement?> Find(TenantId tenant, EngagementId id, CancellationToken cancel);

    /// <summary>All of the tenant's engagements, newest first.</summary>
    Task<IReadOnlyList<Engagement>> In(TenantId tenant, CancellationToken cancel);

    /// <summary>Where the person has a seat, newest engagement first.</summary>
    Task<IReadOnlyList<Membership>> Of(TenantId tenant, PersonId person, CancellationToken cancel);

    /// <summary>By name.</summary>
    Task<IReadOnlyList<Member>> Members(EngagementId engagement, CancellationToken cancel);

    /// <summary>People of the tenant whom the bot has met, by name.</summary>
    /// <param name="name">A part of the name; empty for everybody.</param>
    Task<IReadOnlyList<Person>> Known(TenantId tenant, string name, int most, CancellationToken cancel);

    Task<Person?> Known(TenantId tenant, PersonId person, CancellationToken cancel);

    void Save(Engagement engagement);

    void Save(Member member);

    void Save(Person met);
}
