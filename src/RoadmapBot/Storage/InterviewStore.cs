using Microsoft.EntityFrameworkCore;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Storage;

internal sealed class InterviewStore(RoadmapBotDb db) : IInterviewStore
{
    public async Task<Interview?> Find(EngagementId engagement, PersonId person, CancellationToken cancel) =>
        (await db.Interviews.FindAsync([engagement, person], cancel))?.State;

    public async Task<IReadOnlyList<Interview>> Of(EngagementId engagement, CancellationToken cancel) =>
        await db.Interviews.AsNoTracking().Where(row => row.Engagement == engagement).OrderBy(row => row.Person).Select(row => row.State).ToListAsync(cancel);

    public void Save(Interview interview)
    {
        if (db.Interviews.Local.FirstOrDefault(row => row.Engagement == interview.Engagement && row.Person == interview.Person) is { } row)
            row.State = interview;
        else
            db.Interviews.Add(new InterviewRow { Engagement = interview.Engagement, Person = interview.Person, State = interview });
    }
}
