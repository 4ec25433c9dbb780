using RoadmapBot.Engagements;

namespace RoadmapBot.Privacy;

/// <summary>Whether what stands in the database is what the log says was put there last: a chain that holds says nothing of the answers themselves.</summary>
internal static class AuditContents
{
    /// <param name="entries">An intact chain.</param>
    /// <param name="items">Everything of the engagement that the log answers for, as it stands.</param>
    public static AuditBreak? Check(IReadOnlyList<AuditEntry> entries, IReadOnlyList<AuditItem> items)
    {
        var last = entries.Where(entry => entry.Subject is not null).GroupBy(entry => entry.Subject!, StringComparer.Ordinal)
            .ToDictionary(entries => entries.Key, entries => entries.Last(), StringComparer.Ordinal);
        var standing = items.ToLookup(item => item.Subject, StringComparer.Ordinal);
        var unreadable = entries.Where(entry => entry.IsErased).GroupBy(entry => entry.Kind).ToDictionary(entries => entries.Key, entries => entries.Last().Number);

        foreach (var item in items)
        {
            var entry = last.GetValueOrDefault(item.Subject);
            if (unreadable.GetValueOrDefault(item.Kind) > (entry?.Number ?? 0))
                continue; // the entry that would tell may be among those that were erased
            if (entry is null or { Change: AuditChange.TakenBack })
                return new AuditBreak(entry?.Number ?? 0, $"{item.Subject} stands in the database and was never noted");
            if (AuditChain.ContentDigest(entry.Salt!, item.Content) != entry.Content)
                return new AuditBreak(entry.Number, $"{item.Subject} in the database is not what was noted last");
        }

        return last.Values.Where(entry => IsKept(entry.Kind) && entry.Change is not AuditChange.TakenBack && !standing.Contains(entry.Subject!)).MinBy(entry => entry.Number) is { } gone
            ? new AuditBreak(gone.Number, $"{gone.Subject} is gone from the database, and nobody took it back")
            : null;
    }

    /// <summary>What leaves nothing in the database but its entry.</summary>
    private static bool IsKept(AuditKind kind) => kind is not (AuditKind.Share or AuditKind.Export or AuditKind.Erasure);
}
