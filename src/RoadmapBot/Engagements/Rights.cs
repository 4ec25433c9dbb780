using RoadmapBot.Conversation;

namespace RoadmapBot.Engagements;

/// <summary>What a seat allows. The one place where this is decided; everybody else asks here.</summary>
internal static class Rights
{
    /// <summary>Says who takes part and as what. Nobody, an owner included, makes himself an executive.</summary>
    public static bool MayAssign(Member by, PersonId whom, Role role) => by.IsOwner && !(by.Person == whom && role is Role.Executive && by.Role is not Role.Executive);

    /// <summary>Reads a person's exact words: the person, and the owner as the engagement's analyst.</summary>
    public static bool MayRead(Member reader, PersonId author) => reader.IsOwner || reader.Person == author;

    /// <summary>Sees gaps, initiatives, costs and who owns them. End users see what changes for their department.</summary>
    public static bool MaySeePlan(Member reader) => reader.IsOwner || reader.Role is not Role.EndUser;

    /// <summary>Drafts again, or edits what stands. The first draft is made for whoever may see it and asks first.</summary>
    public static bool MayDraft(Member member) => member.IsOwner;

    /// <summary>Approves a version of the roadmap.</summary>
    public static bool MayApprove(Member member) => member.Role is Role.Executive;

    /// <summary>Brings the summary before people who have no seat.</summary>
    public static bool MayShare(Member member) => member.IsOwner || member.Role is Role.Executive;
}
