using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>
/// Takes anonymous pain points in. To count people without knowing them, each point bears a blind token: person and engagement under the key and a random salt of
/// the quarter. The salt is thrown away when the quarter ends, and from then on nobody, with the key or without, can find the person of a
/// token. The price: somebody who reports in two quarters is not recognised, so people are only ever counted within one quarter; the count errs towards hiding.
/// </summary>
internal static class AnonymousReports
{
    /// <summary>The same words of the same person are one point.</summary>
    public static (AnonymousBox Box, AnonymousPoint Point) Add(AnonymousBox box, IReadOnlyList<Member> members, Member by, string text, string kind, DateTimeOffset now, Seal seal)
    {
        var quarter = QuarterOf(now);
        var salt = box.Salt is { } known && known.Quarter == quarter ? known : new Salt(quarter, Seal.Random());
        var token = seal.Blind("token", salt.Value, box.Engagement.Value, by.Person.Value);
        if (box.Points.FirstOrDefault(point => point.Token == token && !point.IsTakenBack && IsSame(point.Text, text)) is { } before)
            return (box, before);
        var (department, role) = Hiding.Of(members, by);
        var added = new AnonymousPoint(new PainPointId(Seal.Random()), text, kind, department, role, quarter, token, WaitingStage.Today, null, [], IsTakenBack: false);
        return (box.With(added) with { Salt = salt }, added);
    }

    public static Envelope Address(AnonymousPoint point, Person reporter, Seal seal) =>
        new(HandleOf(point.Id, seal), seal.Close(reporter.Tenant.Value, reporter.Id.Value), point.Quarter);

    public static string HandleOf(PainPointId point, Seal seal) => seal.Blind("handle", point.Value);

    public static string QuarterOf(DateTimeOffset time) => $"{time.UtcDateTime.Year:0000}-Q{((time.UtcDateTime.Month - 1) / 3) + 1}";

    private static bool IsSame(string one, string other) =>
        string.Join(' ', one.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Equals(
            string.Join(' ', other.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.OrdinalIgnoreCase);
}
