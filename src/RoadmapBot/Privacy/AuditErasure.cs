using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Privacy;

/// <summary>
/// The subject of an erasure's entry: whom it was about and which entries it made unreadable. The person stands there as a mark, which tells nothing
/// by itself, but finds the person again in a backup from before.
/// </summary>
internal sealed record AuditErasure(string Mark, IReadOnlyList<int> Numbers)
{
    private const string Everybody = "everybody";
    private const string Nobody = "nobody";

    public static AuditErasure Of(EngagementId engagement, PersonId? person, IEnumerable<int> numbers) => new(MarkOf(engagement, person), [.. numbers.Order()]);

    /// <summary>Of pain points that are anonymous now.</summary>
    public static AuditErasure OfPainPoints(IEnumerable<int> numbers) => new(Nobody, [.. numbers.Order()]);

    /// <summary>The same in every copy of the database.</summary>
    public static string MarkOf(EngagementId engagement, PersonId? person) =>
        person is { } one ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{engagement}\n{one}")))[..32] : Everybody;

    public bool IsAbout(EngagementId engagement, PersonId person) => Mark == Everybody || Mark == MarkOf(engagement, person);

    public string Write() => $"{Mark} {string.Join(',', Numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)))}";

    /// <returns>No numbers where the subject is none that we wrote.</returns>
    public static AuditErasure Read(string subject)
    {
        var (mark, numbers) = subject.IndexOf(' ') is >= 0 and var space ? (subject[..space], subject[(space + 1)..]) : (subject, "");
        return new AuditErasure(mark, [.. numbers.Split(',').Select(text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0)]);
    }
}
