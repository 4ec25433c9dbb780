using RoadmapBot.Campaign;
using RoadmapBot.Campaign.Passing;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.Reviews;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Execution;
using RoadmapBot.Roadmaps.Scoring;

namespace RoadmapBot.Privacy;

/// <summary>Everything that is kept about one person.</summary>
/// <param name="Waiting">Messages to the person that are not sent yet.</param>
internal sealed record Kept(Person Person, IReadOnlyList<KeptIn> Engagements, int Waiting)
{
    /// <summary>Engagements with other people in them that nobody else could lead: they are handed over before anything is erased.</summary>
    public IReadOnlyList<KeptIn> ToHandOver => [.. Engagements.Where(one => one.IsOnlyOwner && one.Others > 0)];
}

/// <param name="Others">How many other people have a seat.</param>
/// <param name="PainPoints">Also those taken back: that they were reported is kept.</param>
internal sealed record KeptIn(
    Engagement Engagement,
    Member Member,
    int Others,
    bool IsOnlyOwner,
    Interview? Interview,
    IReadOnlyList<PainPoint> PainPoints,
    IReadOnlyList<KeptScores> Scores,
    IReadOnlyList<KeptApproval> Approvals,
    IReadOnlyList<Edit> Edits,
    IReadOnlyList<Remark> Remarks,
    IReadOnlyList<ProgressUpdate> Updates,
    IReadOnlyList<Reading> Readings,
    KeptCampaign Campaign);

/// <param name="Invited">Null where the person was not invited.</param>
/// <param name="Questions">That the person passed on or was asked.</param>
internal sealed record KeptCampaign(Invitation? Invited, Wish? Reminders, IReadOnlyList<Pass> Questions)
{
    public static KeptCampaign Of(CampaignBook? book, PersonId person) => new(
        book?.Run?.InvitationOf(person), book?.Wishes.FirstOrDefault(wish => wish.Person == person), [.. book?.Passes.Where(pass => pass.Chain.Contains(person)) ?? []]);
}

internal sealed record KeptScores(int Round, ScoreSheet Sheet);

/// <param name="Version">The approved version of the roadmap.</param>
internal sealed record KeptApproval(int Version, Approval Approval);
