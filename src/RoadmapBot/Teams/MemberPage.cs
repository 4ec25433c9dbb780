using System.Text.Json;
using RoadmapBot.Conversation;

namespace RoadmapBot.Teams;

/// <summary>One page of a roster as the connector writes it.</summary>
internal sealed record MemberPage(IReadOnlyList<MemberPage.Entry>? Members, string? ContinuationToken)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Null where the text is no such page.</summary>
    public static MemberPage? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<MemberPage>(json, Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public IEnumerable<Person> People(TenantId tenant) =>
        from entry in Members ?? []
        let id = entry.AadObjectId ?? entry.ObjectId ?? entry.Id
        where id is not null && entry.Id?.StartsWith("28:", StringComparison.Ordinal) is not true
        select new Person(tenant, new PersonId(id), entry.Name ?? "");

    /// <summary>Teams names the Entra id <c>objectId</c> or <c>aadObjectId</c>, by endpoint.</summary>
    internal sealed record Entry(string? Id, string? Name, string? ObjectId, string? AadObjectId);
}
