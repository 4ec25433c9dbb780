using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>One initiative on its way: what the plan says, what people told, and what follows for today.</summary>
/// <param name="Updates">Its own, oldest first.</param>
internal sealed record Track(Initiative Initiative, IReadOnlyList<ProgressUpdate> Updates, DateOnly Today)
{
    /// <summary>More days than any quarter has.</summary>
    public const int Quarter = 92;

    public static Track Of(Initiative initiative, Progress progress, DateOnly today) => new(initiative, [.. progress.Updates.Where(update => update.Initiative == initiative.Id)], today);

    public ProgressUpdate? Last => Updates is [.., var last] ? last : null;

    public ProgressState State => Last?.State ?? ProgressState.Planned;

    public bool IsOpen => State is not (ProgressState.Done or ProgressState.Stopped);

    public DateOnly PlannedEnd => Initiative.Start.AddMonths(Initiative.Months).AddDays(-1);

    /// <summary>As it was told last, else as planned; what is open does not end before today.</summary>
    public DateOnly End
    {
        get
        {
            var told = Last?.End ?? PlannedEnd;
            return IsOpen && told < Today ? Today : told;
        }
    }

    public int DaysLate => State is ProgressState.Stopped ? 0 : Math.Max(0, End.DayNumber - PlannedEnd.DayNumber);

    /// <summary>It should have begun.</summary>
    public bool IsDue => State is ProgressState.Planned && Initiative.Start <= Today;

    /// <summary>Its people have something to tell of it.</summary>
    public bool IsInHand => State is ProgressState.UnderWay or ProgressState.Blocked || IsDue;

    /// <summary>The end was put off twice in a row on the plan as it stands, or it is more than a quarter late: the plan itself is to be decided upon.</summary>
    public bool IsPersistentlyLate => IsOpen && (DaysLate > Quarter || IsPutOffTwice);

    public bool IsPutOffTwice => Updates is [.., var earlier, var last] && earlier.Planned == PlannedEnd && last.Planned == PlannedEnd
        && last.PutsOff(earlier) && earlier.PutsOff(Updates.Count > 2 ? Updates[^3] : null);

    public bool HasReached(Milestone milestone) => State is ProgressState.Done || (Last?.Reached.Contains(milestone.Name) ?? false);

    /// <summary>Its last day.</summary>
    public DateOnly DueOn(Milestone milestone) => Initiative.Start.AddMonths(milestone.Month).AddDays(-1);

    /// <summary>The member whom the plan names as its owner; null where it names a role, or two are called alike.</summary>
    public static Member? OwnerOf(Initiative initiative, IReadOnlyList<Member> members) =>
        members.Where(member => member.Name.Equals(initiative.Owner, StringComparison.OrdinalIgnoreCase)).ToArray() is [var one] ? one : null;

    /// <summary>Whether an update calls for a decision: the delay is persistent, and this is news.</summary>
    /// <param name="before">Without the update.</param>
    public bool CallsForDecision(Track before) => IsPersistentlyLate && (!before.IsPersistentlyLate || Last!.PutsOff(before.Last));
}

/// <summary>How far the whole is. What was stopped counts for nothing.</summary>
/// <param name="Due">Milestones whose day has passed.</param>
/// <param name="OnTime">Those of the due ones that are reached.</param>
internal sealed record Completion(int Initiatives, int Done, int Milestones, int Reached, int Due, int OnTime)
{
    public static Completion Of(IReadOnlyList<Track> tracks)
    {
        var counted = tracks.Where(track => track.State is not ProgressState.Stopped).ToArray();
        var milestones = counted.SelectMany(track => track.Initiative.Milestones.Select(milestone => (IsReached: track.HasReached(milestone), IsDue: track.DueOn(milestone) < track.Today))).ToArray();
        return new Completion(
            counted.Length, counted.Count(track => track.State is ProgressState.Done),
            milestones.Length, milestones.Count(one => one.IsReached), milestones.Count(one => one.IsDue), milestones.Count(one => one.IsDue && one.IsReached));
    }
}
