using RoadmapBot.Conversation;

namespace RoadmapBot.Engagements;

/// <summary>What a seat allows. The one place where this is decided; everybody else asks here.</summary>
internal static class Rights
{
    /// <summary>Says who takes part and as what. Nobody, an owner included, makes himself an executive.</summary>
    public static bool MayAssign(Member by, PersonId whom, Role role) => MayManage(by) && !(by.Person == whom && role is Role.Executive && by.Role is not Role.Executive);

    /// <summary>Reads a person's exact words: the person, and the owner as the engagement's analyst.</summary>
    public static bool MayRead(Member reader, PersonId author) => MayReadAll(reader) || reader.Person == author;

    /// <summary>Reads everything that was said with a name, as the engagement's analyst: pain points, and who has said what.</summary>
    public static bool MayReadAll(Member reader) => reader.IsOwner;

    /// <summary>Reads the anonymous pain points that may be shown, and asks those who reported them.</summary>
    public static bool MayReadAnonymous(Member reader) => reader.IsOwner || reader.Role is Role.It;

    /// <summary>Sees who takes part and adds people, looks people of the tenant up, and offers seats to those of a chat.</summary>
    public static bool MayManage(Member member) => member.IsOwner;

    /// <summary>Begins and closes scoring rounds, and takes a group's order over.</summary>
    public static bool MayRunScoring(Member member) => member.IsOwner;

    /// <summary>Sees gaps, initiatives, costs and who owns them. End users see what changes for their department.</summary>
    public static bool MaySeePlan(Member reader) => reader.IsOwner || reader.Role is not Role.EndUser;

    /// <summary>Drafts again, or edits what stands. The first draft is made for whoever may see it and asks first.</summary>
    public static bool MayDraft(Member member) => member.IsOwner;

    /// <summary>Tells how an initiative gets on: owners of the engagement, and the member who owns the initiative.</summary>
    /// <param name="owner">Of the initiative; null where the plan names nobody who has a seat.</param>
    public static bool MayTellProgress(Member member, Member? owner) => member.IsOwner || member.Person == owner?.Person;

    /// <summary>Tells what was measured.</summary>
    public static bool MayMeasure(Member member) => member.IsOwner || member.Role is Role.It or Role.Msp;

    /// <summary>Approves a version of the roadmap.</summary>
    public static bool MayApprove(Member member) => member.Role is Role.Executive;

    /// <summary>Brings the summary before people who have no seat.</summary>
    public static bool MayShare(Member member) => member.IsOwner || member.Role is Role.Executive;
}
