using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Engagements;

public sealed class RightsTests
{
    private static readonly EngagementId Clinic = new("clinic");

    [Theory]
    [InlineData("It", true, "other", "Executive", true)]
    [InlineData("It", true, "me", "Msp", true)]
    [InlineData("It", true, "me", "Executive", false)]
    [InlineData("Executive", true, "me", "Executive", true)]
    [InlineData("Executive", false, "other", "EndUser", false)]
    [InlineData("DepartmentHead", false, "me", "Executive", false)]
    public void Only_owners_assign_roles_and_nobody_makes_himself_an_executive(string role, bool isOwner, string whom, string to, bool may) =>
        Assert.Equal(may, Rights.MayAssign(Seat(role, isOwner), new(whom), Enum.Parse<Role>(to)));

    [Theory]
    [InlineData("It", true, "other", true)]
    [InlineData("EndUser", false, "me", true)]
    [InlineData("Executive", false, "other", false)]
    [InlineData("DepartmentHead", false, "other", false)]
    [InlineData("Msp", false, "other", false)]
    public void Exact_words_are_for_the_person_who_said_them_and_for_the_analyst(string role, bool isOwner, string author, bool may) =>
        Assert.Equal(may, Rights.MayRead(Seat(role, isOwner), new(author)));

    [Theory]
    [InlineData("Executive", false, true, true, true, false)]
    [InlineData("DepartmentHead", false, true, false, false, false)]
    [InlineData("EndUser", false, false, false, false, false)]
    [InlineData("EndUser", true, true, false, true, true)]
    [InlineData("It", false, true, false, false, false)]
    [InlineData("It", true, true, false, true, true)]
    [InlineData("Msp", false, true, false, false, false)]
    public void Each_role_has_its_rights(string role, bool isOwner, bool seesPlan, bool approves, bool shares, bool drafts)
    {
        var seat = Seat(role, isOwner);
        Assert.Equal((seesPlan, approves, shares, drafts), (Rights.MaySeePlan(seat), Rights.MayApprove(seat), Rights.MayShare(seat), Rights.MayDraft(seat)));
    }

    private static Member Seat(string role, bool isOwner) => new(Clinic, new("me"), "Me", Enum.Parse<Role>(role), null, isOwner);
}
