using System.Text.Json.Serialization;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps.Writing;

namespace RoadmapBot.Roadmaps;

/// <summary>One version of an engagement's gap analysis and roadmap. A version never changes; approvals and remarks are added to it.</summary>
/// <param name="Version">Counts from 1 within the engagement.</param>
/// <param name="Analysis">Receipts name a person and a question; who may read their quotes is for <see cref="Rights"/> to say.</param>
/// <param name="Draft">The plan as drafted from the answers, before anybody's edits.</param>
/// <param name="Edits">What people changed, oldest first; they are carried into every later version.</param>
/// <param name="Asked">The questions that the receipts answer, as they were asked, by the receipts' statements.</param>
/// <param name="Source">What it was drafted from.</param>
internal sealed record Roadmap(
    EngagementId Engagement,
    int Version,
    GapAnalysis Analysis,
    Plan Draft,
    IReadOnlyList<Edit> Edits,
    IReadOnlyDictionary<string, string> Asked,
    Source Source,
    PersonId By,
    DateTimeOffset At,
    IReadOnlyList<Approval> Approvals,
    IReadOnlyList<Remark> Remarks)
{
    /// <summary>What a language model worded; null where none was configured.</summary>
    public Written? Written { get; init; }

    /// <summary>The plan as it stands, edits included.</summary>
    [JsonIgnore]
    public Plan Plan => Edits.Aggregate(Draft, (plan, edit) => edit.ApplyTo(plan));

    [JsonIgnore]
    public bool IsApproved => Approvals.Count > 0;
}

/// <param name="People">How many were interviewed.</param>
/// <param name="Fingerprint">Changes with every change of what was said, and of the planning frame.</param>
internal sealed record Source(int People, int Answers, int PainPoints, string Fingerprint);

internal sealed record Approval(PersonId By, string Name, DateTimeOffset At);

/// <summary>What somebody who is to approve has to say instead.</summary>
internal sealed record Remark(PersonId By, string Name, string Text, DateTimeOffset At);
