namespace RoadmapBot.Web;

/// <summary>Somebody whom the local chat page can speak as.</summary>
/// <param name="Id">As the channel names people.</param>
/// <param name="AadObjectId">As the organisation's directory names them.</param>
/// <param name="Title">What the person does, for whoever plays the part.</param>
/// <param name="IsOnCommittee">Whether the person is in the company's group chat.</param>
internal sealed record LocalPerson(string Id, string AadObjectId, string Name, string Title, string Tenant, bool IsOnCommittee);

/// <param name="Key">Part of the ids of the company's chats.</param>
internal sealed record LocalCompany(string Tenant, string Key, string Name);

/// <param name="Kind"><c>personal</c>, <c>groupChat</c> or <c>channel</c>, as activities write it.</param>
/// <param name="Members">The ids of the people in it.</param>
internal sealed record LocalChat(string Id, string Kind, string Name, string Tenant, IReadOnlyList<string> Members);

/// <summary>The cast: a company with somebody of every role, a second one that must never see the first, and the chats they have.</summary>
internal static class LocalPeople
{
    public const string BotId = "28:roadmapbot";
    public const string BotName = "RoadmapBot";

    private const string Northlight = "a1c7f3f2-0001-4c55-9d2e-6f1f0a5b1001";
    private const string Quayside = "a1c7f3f2-0002-4c55-9d2e-6f1f0a5b1002";

    public static IReadOnlyList<LocalCompany> Companies { get; } =
    [
        new(Northlight, "northlight", "Northlight Components"),
        new(Quayside, "quayside", "Quayside Legal"),
    ];

    public static IReadOnlyList<LocalPerson> Cast { get; } =
    [
        Of(1, "Ada Novak", "IT manager", Northlight, isOnCommittee: true),
        Of(2, "Carla Mendes", "Managing director", Northlight, isOnCommittee: true),
        Of(3, "Dinesh Rao", "Chief financial officer", Northlight, isOnCommittee: true),
        Of(4, "Eva Lang", "Head of production", Northlight, isOnCommittee: true),
        Of(5, "Femi Adeyemi", "Head of sales", Northlight, isOnCommittee: true),
        Of(6, "Bo Lindgren", "Warehouse clerk", Northlight, isOnCommittee: false),
        Of(7, "Grace Kim", "Customer service", Northlight, isOnCommittee: false),
        Of(8, "Hugo Marchetti", "Service provider, Relay IT", Northlight, isOnCommittee: true),
        Of(9, "Ines Duarte", "Office manager", Quayside, isOnCommittee: true),
    ];

    /// <summary>Every chat of these people: one each with the bot, and each company's group chat and channel.</summary>
    public static IEnumerable<LocalChat> Chats(IReadOnlyList<LocalPerson> people) =>
    [
        .. people.Select(person => new LocalChat(PersonalChat(person.Id), "personal", BotName, person.Tenant, [person.Id])),
        .. Companies.Select(company => new LocalChat(
            $"19:{company.Key}-steering@thread.v2", "groupChat", "Steering committee", company.Tenant,
            [.. people.Where(person => person.Tenant == company.Tenant && person.IsOnCommittee).Select(person => person.Id)])),
        .. Companies.Select(company => new LocalChat(
            $"19:{company.Key}-it-project@thread.tacv2", "channel", "IT project", company.Tenant,
            [.. people.Where(person => person.Tenant == company.Tenant).Select(person => person.Id)])),
    ];

    public static string PersonalChat(string person) => $"a:{person["29:".Length..]}";

    private static LocalPerson Of(int number, string name, string title, string tenant, bool isOnCommittee) =>
        new($"29:{name.Split(' ')[0].ToLowerInvariant()}", $"a1c7f3f2-0003-4c55-9d2e-{number:d12}", name, title, tenant, isOnCommittee);
}
