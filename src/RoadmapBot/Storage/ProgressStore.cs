using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps.Execution;

namespace RoadmapBot.Storage;

internal sealed class ProgressStore(RoadmapBotDb db) : IProgressStore
{
    public async Task<Progress> Of(EngagementId engagement, CancellationToken cancel) =>
        (await db.Progress.FindAsync([engagement], cancel))?.State ?? Progress.None(engagement);

    public void Save(Progress progress)
    {
        if (db.Progress.Local.FirstOrDefault(row => row.Engagement == progress.Engagement) is { } row)
            row.State = progress;
        else
            db.Progress.Add(new ProgressRow { Engagement = progress.Engagement, State = progress });
    }
}
