using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using RoadmapBot.Engagements;
using RoadmapBot.Privacy;

namespace RoadmapBot.Storage;

/// <summary>Erases people's words in engagements that nobody has touched for as long as the operator has set.</summary>
internal sealed class Retention(RoadmapBotDb db, UnitOfWork unit, IOptions<PrivacyOptions> options, TimeProvider time)
{
    /// <summary>One engagement in a transaction.</summary>
    /// <returns>True where something was erased, so that another look is worth it.</returns>
    public async Task<bool> Sweep(CancellationToken cancel)
    {
        if (options.Value.RetentionMonths is not { } months || await Untouched(months, cancel) is [])
            return false;
        await unit.Begin(cancel);
        if (await Untouched(months, cancel) is not [var engagement])
            return false;
        var interviews = await db.Interviews.Where(row => row.Engagement == engagement).ToListAsync(cancel);
        var points = await db.PainPoints.Where(row => row.Engagement == engagement).ToListAsync(cancel);
        var boxes = await db.AnonymousBoxes.Where(row => row.Engagement == engagement).ToListAsync(cancel);
        var words = interviews.SelectMany(row => Scrub.Said(row.State)).Concat(points.Select(row => row.State.Text)).Concat(boxes.SelectMany(row => row.State.Points).Select(point => point.Text));
        await Scrubbed.Roadmaps(db, engagement, Scrub.Everything(words), cancel);
        db.RemoveRange(interviews);
        db.RemoveRange(points);
        db.RemoveRange(boxes);
        db.RemoveRange(await db.Envelopes.Where(row => row.Engagement == engagement).ToListAsync(cancel));
        if (await db.Campaigns.FindAsync([engagement], cancel) is { } campaign)
            campaign.State = campaign.State with { Passes = [] }; // what was written beside a question
        await db.NoteErasure(cancel);
        return await unit.Commit(cancel);
    }

    /// <summary>The audit log knows when something was said, drafted or decided last.</summary>
    /// <returns>One at most.</returns>
    private Task<List<EngagementId>> Untouched(int months, CancellationToken cancel)
    {
        var limit = time.GetUtcNow().AddMonths(-months);
        return db.Engagements
            .Where(one => one.CreatedAt <= limit && (db.Interviews.Any(row => row.Engagement == one.Id) || db.PainPoints.Any(row => row.Engagement == one.Id) || db.AnonymousBoxes.Any(row => row.Engagement == one.Id)))
            .Where(one => !db.AuditHeads.Any(head => head.Engagement == one.Id && db.AuditEntries.Any(entry => entry.Engagement == head.Engagement && entry.Number == head.Count && entry.At > limit)))
            .OrderBy(one => one.CreatedAt).Select(one => one.Id).Take(1).ToListAsync(cancel);
    }
}
