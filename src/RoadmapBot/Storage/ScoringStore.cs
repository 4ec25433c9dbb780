using Microsoft.EntityFrameworkCore;
using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps.Scoring;

namespace RoadmapBot.Storage;

internal sealed class ScoringStore(RoadmapBotDb db) : IScoringStore
{
    public async Task<ScoringRound?> Latest(EngagementId engagement, CancellationToken cancel) =>
        (await db.ScoringRounds.Where(row => row.Engagement == engagement).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancel))?.State;

    public async Task<ScoringRound?> Find(EngagementId engagement, int number, CancellationToken cancel) =>
        (await db.ScoringRounds.FindAsync([engagement, number], cancel))?.State;

    public void Save(ScoringRound round)
    {
        if (db.ScoringRounds.Local.FirstOrDefault(row => row.Engagement == round.Engagement && row.Number == round.Number) is { } row)
            row.State = round;
        else
            db.ScoringRounds.Add(new ScoringRoundRow { Engagement = round.Engagement, Number = round.Number, State = round });
    }
}
