using Microsoft.EntityFrameworkCore;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Privacy;

namespace RoadmapBot.Storage;

/// <summary>An erasure that one copy of the database knows of.</summary>
internal sealed record NotedErasure(EngagementId Engagement, string Digest, AuditErasure Erasure);

/// <summary>Reads audit logs, to check them.</summary>
internal sealed class AuditReader(RoadmapBotDb db)
{
    /// <summary>Every log, with what is wrong in it; all seen at one moment, while turns go on.</summary>
    public async Task<IReadOnlyList<(AuditHead Head, AuditBreak? Broken)>> CheckAll(IReadOnlyList<AuditHead> printed, CancellationToken cancel)
    {
        await using var moment = await db.BeginReading(cancel);
        var found = new List<(AuditHead, AuditBreak?)>();
        foreach (var head in await Heads(printed, cancel))
        {
            var entries = await Entries(head.Engagement, cancel);
            found.Add((head, AuditChain.Check(entries, head)
                ?? AuditChain.CheckPrinted(entries, printed.Where(one => one.Engagement == head.Engagement))
                ?? AuditContents.Check(entries, await Items(head.Engagement, cancel))));
        }

        return found;
    }

    public async Task<IReadOnlyList<AuditEntry>> Entries(EngagementId engagement, CancellationToken cancel) =>
        [.. (await db.AuditEntries.AsNoTracking().Where(row => row.Engagement == engagement).OrderBy(row => row.Number).ToArrayAsync(cancel)).Select(row => row.ToEntry())];

    public async Task<IReadOnlyList<NotedErasure>> Erasures(CancellationToken cancel) =>
    [
        .. (await db.AuditEntries.AsNoTracking().Where(row => row.Kind == AuditKind.Erasure && row.Subject != null).OrderBy(row => row.Engagement).ThenBy(row => row.Number).ToArrayAsync(cancel))
            .Select(row => new NotedErasure(row.Engagement, row.Digest, AuditErasure.Read(row.Subject!))),
    ];

    /// <summary>Who has said anything in the engagement, or has a seat there.</summary>
    public async Task<IReadOnlyList<PersonId>> People(EngagementId engagement, CancellationToken cancel) =>
        [.. (await Items(engagement, cancel)).Select(item => item.Of).Distinct().OrderBy(person => person.Value, StringComparer.Ordinal)];

    /// <summary>The logs that there are, or should be.</summary>
    private async Task<IReadOnlyList<AuditHead>> Heads(IReadOnlyList<AuditHead> printed, CancellationToken cancel)
    {
        var heads = await db.AuditHeads.AsNoTracking().ToDictionaryAsync(row => row.Engagement, row => new AuditHead(row.Engagement, row.Count, row.Hash), cancel);
        var others = printed.Select(head => head.Engagement)
            .Concat(await db.AuditEntries.Select(row => row.Engagement).Distinct().ToArrayAsync(cancel))
            .Concat(await db.Engagements.Select(row => row.Id).ToArrayAsync(cancel))
            .Distinct().Where(engagement => !heads.ContainsKey(engagement));
        return [.. heads.Values.Concat(others.Select(AuditHead.New)).OrderBy(head => head.Engagement.Value, StringComparer.Ordinal)];
    }

    /// <summary>Everything of an engagement that its log answers for, as it stands.</summary>
    private async Task<IReadOnlyList<AuditItem>> Items(EngagementId engagement, CancellationToken cancel)
    {
        var members = await db.Members.AsNoTracking().Where(row => row.Engagement == engagement).Select(row => row.State).ToArrayAsync(cancel);
        var interviews = await db.Interviews.AsNoTracking().Where(row => row.Engagement == engagement).Select(row => row.State).ToArrayAsync(cancel);
        var points = await db.PainPoints.AsNoTracking().Where(row => row.Engagement == engagement).Select(row => row.State).ToArrayAsync(cancel);
        var versions = await db.Roadmaps.AsNoTracking().Where(row => row.Engagement == engagement).Select(row => row.State).ToArrayAsync(cancel);
        var progress = await db.Progress.AsNoTracking().Where(row => row.Engagement == engagement).Select(row => row.State).ToArrayAsync(cancel);
        var kpis = await db.Kpis.AsNoTracking().Where(row => row.Engagement == engagement).Select(row => row.State).ToArrayAsync(cancel);
        return
        [
            .. members.SelectMany(AuditItems.Of), .. interviews.SelectMany(AuditItems.Of), .. points.SelectMany(AuditItems.Of), .. versions.SelectMany(AuditItems.Of),
            .. progress.SelectMany(AuditItems.Of), .. kpis.SelectMany(AuditItems.Of),
        ];
    }
}
