using System.Text.Json.Serialization;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Execution;

[JsonConverter(typeof(JsonStringEnumConverter<ProgressState>))]
internal enum ProgressState
{
    Planned,
    UnderWay,
    Done,
    Stopped,

    /// <summary>Something holds it up; the remark says what.</summary>
    Blocked,
}

/// <summary>How the roadmap of an engagement is carried out. It belongs to no version: what was told stays when the plan changes.</summary>
/// <param name="Updates">Oldest first; only ever added to.</param>
internal sealed record Progress(EngagementId Engagement, IReadOnlyList<ProgressUpdate> Updates, Asking Asking)
{
    public static Progress None(EngagementId engagement) => new(engagement, [], new Asking(null, null, []));

    public Progress With(ProgressUpdate update) => this with { Updates = [.. Updates, update] };
}

/// <summary>When owners are asked how their initiatives get on.</summary>
/// <param name="Next">Null while nothing is carried out.</param>
/// <param name="Last">The day by the engagement's clock; null where nobody was asked yet.</param>
/// <param name="Quiet">Who does not want to be asked.</param>
internal sealed record Asking(DateTimeOffset? Next, DateOnly? Last, IReadOnlyList<PersonId> Quiet);

/// <summary>What somebody told of one initiative.</summary>
/// <param name="Reached">The names of all milestones that are reached by then.</param>
/// <param name="End">The day on which it ended or is expected to end.</param>
/// <param name="Planned">The day on which the plan let it end when this was told; a plan that was revised since counts delay anew.</param>
/// <param name="Remark">Null for none.</param>
internal sealed record ProgressUpdate(
    string Initiative, ProgressState State, IReadOnlyList<string> Reached, DateOnly End, DateOnly Planned, string? Remark, PersonId By, string ByName, DateTimeOffset At)
{
    /// <summary>Whether it put the end off, compared with the one before it on the same plan.</summary>
    /// <param name="before">Null for none.</param>
    public bool PutsOff(ProgressUpdate? before) => End > (before?.Planned == Planned ? before.End : Planned);
}
