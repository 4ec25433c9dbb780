using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>Keeps one asking of an engagement in the work table, never two; what is noted there and is no longer the next one does nothing.</summary>
internal sealed class AskTimer(IProgressStore store, IJobs jobs, TimeProvider time)
{
    /// <summary>Execution begins with an approval.</summary>
    public async Task Begin(Engagement engagement, CancellationToken cancel) => store.Save(Wake(engagement, await store.Of(engagement.Id, cancel)));

    /// <summary>Notes the next asking where there is none, at least a fortnight after the last.</summary>
    public Progress Wake(Engagement engagement, Progress progress)
    {
        if (progress.Asking.Next is not null)
            return progress;
        var tomorrow = engagement.Today(time.GetUtcNow()).AddDays(1);
        return Note(engagement, progress, progress.Asking.Last?.AddDays(AskRules.Fortnight) is { } earliest && earliest > tomorrow ? earliest : tomorrow);
    }

    /// <summary>After an asking: the next, a fortnight on.</summary>
    public Progress Again(Engagement engagement, Progress progress)
    {
        var today = engagement.Today(time.GetUtcNow());
        return Note(engagement, progress with { Asking = progress.Asking with { Last = today } }, today.AddDays(AskRules.Fortnight));
    }

    /// <summary>The engagement has another time zone: the same day, at its own nine o'clock.</summary>
    /// <param name="before">As it was until now.</param>
    public Progress Move(Engagement before, Engagement after, Progress progress) =>
        progress.Asking.Next is { } next ? Note(after, progress, before.Today(next)) : progress;

    private Progress Note(Engagement engagement, Progress progress, DateOnly notBefore)
    {
        var due = AskRules.Due(notBefore, engagement.Zone());
        jobs.Add(AskJob.For(engagement, due), due);
        return progress with { Asking = progress.Asking with { Next = due } };
    }
}
