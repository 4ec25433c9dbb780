using RoadmapBot.Engagements;
using RoadmapBot.PainPoints.Anonymous;

namespace RoadmapBot.Tests.PainPoints.Anonymous;

public sealed class HidingTests
{
    [Theory]
    [InlineData("5 EndUser Sales, 5 EndUser Reception", "EndUser Sales", "Sales", "EndUser")]
    [InlineData("4 EndUser Sales, 6 EndUser Reception", "EndUser Sales", null, "EndUser")] // and Reception is not named either: else none is a name
    [InlineData("4 EndUser Sales, 6 EndUser Reception", "EndUser Reception", null, "EndUser")]
    [InlineData("1 Executive -, 9 EndUser Sales", "Executive -", null, null)]
    [InlineData("1 Executive -, 9 EndUser Sales", "EndUser Sales", null, null)]
    [InlineData("5 It -, 9 EndUser Sales", "EndUser Sales", "Sales", "EndUser")]
    [InlineData("1 DepartmentHead Sales, 9 EndUser Sales", "EndUser Sales", "Sales", null)]
    [InlineData("2 EndUser Sales", "EndUser Sales", null, null)]
    public void Only_what_five_people_share_and_leaves_nobody_else_alone_is_kept(string members, string me, string? department, string? role)
    {
        Member[] all = [.. members.Split(", ").SelectMany(group => Enumerable.Repeat(group[(group.IndexOf(' ', StringComparison.Ordinal) + 1)..], group[0] - '0')).Select(Seat)];
        var kept = Hiding.Of(all, all.First(member => $"{member.Role} {member.Department ?? "-"}" == me));
        Assert.Equal((department, role), (kept.Department, kept.Role?.ToString()));
    }

    private static Member Seat(string seat, int number) =>
        new(new("e"), new($"p{number}"), "", Enum.Parse<Role>(seat.Split(' ')[0]), seat.Split(' ')[1] is "-" ? null : seat.Split(' ')[1], false);
}
