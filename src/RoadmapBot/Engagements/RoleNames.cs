using RoadmapBot.Conversation;

namespace RoadmapBot.Engagements;

/// <summary>The roles as people call them.</summary>
internal static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.Executive => EngagementsTexts.Executive,
        Role.DepartmentHead => EngagementsTexts.DepartmentHead,
        Role.EndUser => EngagementsTexts.EndUser,
        Role.It => EngagementsTexts.It,
        Role.Msp => EngagementsTexts.Msp,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>Several people of the role.</summary>
    public static string Many(Role role) => role switch
    {
        Role.Executive => EngagementsTexts.Executives,
        Role.DepartmentHead => EngagementsTexts.DepartmentHeads,
        Role.EndUser => EngagementsTexts.EndUsers,
        Role.It => EngagementsTexts.ItPeople,
        Role.Msp => EngagementsTexts.MspPeople,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>The role with its department, and whether the person owns the engagement.</summary>
    public static string Of(Member member)
    {
        var role = member.Department is { } department ? $"{Of(member.Role)}, {department}" : Of(member.Role);
        return member.IsOwner ? EngagementsTexts.OwnerToo.With(role) : role;
    }
}
