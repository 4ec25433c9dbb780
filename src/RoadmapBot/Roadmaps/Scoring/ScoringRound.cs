using System.Text.Json.Serialization;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>
/// A blind round: everybody scores the same initiatives alone, and nobody sees a score before it is closed. It belongs to one version of the roadmap.
/// </summary>
/// <param name="Number">Counts from 1 within the engagement.</param>
/// <param name="Version">The roadmap version that was scored.</param>
/// <param name="Initiatives">By rank in the plan; as they stood when the round began.</param>
/// <param name="ClosesAt">At the latest; earlier when everybody has answered.</param>
/// <param name="ClosedAt">Null while it is open.</param>
/// <param name="Sheets">At most one of each participant.</param>
internal sealed record ScoringRound(
    EngagementId Engagement,
    int Number,
    int Version,
    IReadOnlyList<ScoredInitiative> Initiatives,
    IReadOnlyList<PersonId> Participants,
    PersonId StartedBy,
    DateTimeOffset StartedAt,
    DateTimeOffset ClosesAt,
    DateTimeOffset? ClosedAt,
    IReadOnlyList<ScoreSheet> Sheets)
{
    [JsonIgnore]
    public bool IsOpen => ClosedAt is null;

    /// <summary>How many have sent their scores or said that they abstain.</summary>
    [JsonIgnore]
    public int Answered => Sheets.Count(sheet => sheet.State is not SheetState.Begun);

    public ScoreSheet? SheetOf(PersonId person) => Sheets.FirstOrDefault(sheet => sheet.Person == person);
}

/// <param name="Id">The initiative's id in the plan.</param>
/// <param name="Rank">Its rank in the plan; 1 is first.</param>
internal sealed record ScoredInitiative(string Id, string Title, string Objective, int Rank);

[JsonConverter(typeof(JsonStringEnumConverter<SheetState>))]
internal enum SheetState
{
    /// <summary>Some pages are filled in; counts for nothing.</summary>
    Begun,
    Sent,
    Abstained,
}

/// <summary>One participant's scores. Nobody else reads them; only the results of at least three people are shown.</summary>
/// <param name="Scores">Of those initiatives that the person can judge, in the round's order.</param>
/// <param name="SignedAs">The name to show with the reasons; null where they stay without a name.</param>
internal sealed record ScoreSheet(PersonId Person, SheetState State, IReadOnlyList<Score> Scores, string? SignedAs, DateTimeOffset At);

/// <param name="Impact">On the business: 1 (very low) to 5 (very high).</param>
/// <param name="Urgency">1 to 5.</param>
/// <param name="Effort">For the person's own department: 1 to 5.</param>
/// <param name="Reason">The person's words; null for none.</param>
internal sealed record Score(string Initiative, int Impact, int Urgency, int Effort, string? Reason);
