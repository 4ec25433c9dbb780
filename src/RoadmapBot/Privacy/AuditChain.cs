using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using RoadmapBot.Engagements;

namespace RoadmapBot.Privacy;

/// <summary>
/// The rules of the chain. There is one chain for each engagement: who leaves takes a whole log along, an engagement is checked without reading
/// another's, and turns of different engagements never wait for each other.
/// <para>
/// Found is every change, loss or swap of entries, and a cut end. Not found is what somebody does who may write to the database and works out the whole
/// chain anew from there on, head included: that shows only against heads that were printed before and kept elsewhere.
/// </para>
/// </summary>
internal static class AuditChain
{
    public const int SaltBytes = 16;

    /// <param name="salt">In hexadecimal digits.</param>
    public static AuditEntry Link(AuditHead head, AuditFact fact, DateTimeOffset at, string salt)
    {
        var content = ContentDigest(salt, fact.Content);
        var entry = new AuditEntry(head.Engagement, head.Count + 1, at, fact.Kind, fact.Change, fact.By, fact.About, fact.Subject, content, salt, "", "");
        entry = entry with { Digest = DigestOf(entry) };
        return entry with { Hash = HashOf(entry, head.Hash) };
    }

    public static AuditHead After(AuditEntry entry) => new(entry.Engagement, entry.Number, entry.Hash);

    public static string ContentDigest(string salt, string content) => Salted(salt, Encoding.UTF8.GetBytes(content));

    /// <param name="entries">Of one engagement, by number.</param>
    /// <returns>The first break; null where all of it is as it was written.</returns>
    public static AuditBreak? Check(IReadOnlyList<AuditEntry> entries, AuditHead head)
    {
        var (number, hash) = (0, "");
        foreach (var entry in entries)
        {
            number++;
            if (entry.Number != number)
                return new AuditBreak(number, "the entry is missing");
            if (entry.Engagement != head.Engagement || HashOf(entry, hash) != entry.Hash)
                return new AuditBreak(number, "its time, kind, digest or hash was changed, or it does not follow the entry before it");
            if (entry.IsErased ? entry != entry.Erased() : DigestOf(entry) != entry.Digest)
                return new AuditBreak(number, "its author, subject, content digest or salt was changed");
            hash = entry.Hash;
        }

        if (Unexplained(entries) is { } erased)
            return new AuditBreak(erased, "it is unreadable, and no later entry says that it was erased");
        if (number < head.Count)
            return new AuditBreak(number + 1, $"the end is missing: {head.Count} entries were written");
        return (number, hash) == (head.Count, head.Hash) ? null : new AuditBreak(number, "the head that was kept is another");
    }

    /// <param name="printed">Heads of this log that were printed before.</param>
    /// <returns>The first that is no longer in it: the log was worked out anew, or an older copy of it was put back.</returns>
    public static AuditBreak? CheckPrinted(IReadOnlyList<AuditEntry> entries, IEnumerable<AuditHead> printed) =>
        printed.Where(head => head.Count > 0).OrderBy(head => head.Count).FirstOrDefault(head => entries.Count < head.Count || entries[head.Count - 1].Hash != head.Hash) is { } other
            ? new AuditBreak(other.Count, "it is not the entry whose head was printed")
            : null;

    /// <returns>The first entry whose words are gone although nobody is noted to have erased them.</returns>
    private static int? Unexplained(IReadOnlyList<AuditEntry> entries)
    {
        var erased = entries.Where(entry => entry.Kind is AuditKind.Erasure && entry.Subject is not null)
            .SelectMany(entry => AuditErasure.Read(entry.Subject!).Numbers.Where(number => number < entry.Number)).ToHashSet();
        return entries.FirstOrDefault(entry => entry.IsErased && !erased.Contains(entry.Number))?.Number;
    }

    private static string DigestOf(AuditEntry entry) =>
        Salted(entry.Salt!, JsonSerializer.SerializeToUtf8Bytes((string?[])[entry.By?.Value, entry.About?.Value, entry.Subject, entry.Content]));

    private static string HashOf(AuditEntry entry, string before) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        (object[])[before, entry.Engagement.Value, entry.Number, entry.At.UtcTicks, entry.Kind.ToString(), entry.Change.ToString(), entry.Digest])));

    // Keyed by the salt as it stands, letter for letter, so that no other spelling of it passes.
    private static string Salted(string salt, byte[] content) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), content));
}
