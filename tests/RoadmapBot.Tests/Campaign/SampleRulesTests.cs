using FsCheck;
using FsCheck.Fluent;
using RoadmapBot.Campaign;
using RoadmapBot.Campaign.Coverage;
using RoadmapBot.Engagements;

namespace RoadmapBot.Tests.Campaign;

/// <summary>How many end users of which department are to be heard.</summary>
public sealed class SampleRulesTests
{
    [Theory]
    [InlineData(3, 3)]
    [InlineData(20, 5)]
    [InlineData(100, 10)]
    [InlineData(101, 11)]
    [InlineData(5000, 30)]
    public void The_square_root_of_all_from_five_to_thirty(int people, int wanted) => Assert.Equal(wanted, SampleRules.Wanted(people));

    [Theory]
    [InlineData("20 80", "2 8")]
    [InlineData("1 99", "1 9")]
    [InlineData("50 30 20", "5 3 2")]
    [InlineData("1 1 1", "1 1 1")]
    public void It_is_split_by_size_and_every_department_is_heard(string sizes, string wanted) =>
        Assert.Equal(Numbers(wanted), SampleRules.Split(Numbers(sizes)));

    [Fact]
    public void No_department_gives_more_than_it_has_and_none_is_left_out() => Prop.ForAll<ushort[]>(numbers =>
    {
        int[] sizes = [.. numbers.Select(number => 1 + (number % 400))];
        if (sizes.Length == 0)
            return true;
        var split = SampleRules.Split(sizes);
        return split.Zip(sizes).All(pair => pair.First >= 1 && pair.First <= pair.Second) && split.Sum() >= Math.Min(SampleRules.Wanted(sizes.Sum()), sizes.Sum());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Who_is_over_and_who_is_elsewhere_is_told()
    {
        var members = Enumerable.Range(0, 6).Select(at => new Member(new("e"), new($"p{at}"), $"P{at}", Role.EndUser, at < 5 ? "reception" : "Lab", false)).ToArray();
        var sample = SampleRules.Of([new DepartmentSize("Reception", 20), new DepartmentSize("Wards", 80)], members);
        Assert.Equal((8, "Reception", 1), (sample.Short, Assert.Single(sample.Over), sample.Elsewhere));
    }

    private static int[] Numbers(string text) => [.. text.Split(' ').Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
}
