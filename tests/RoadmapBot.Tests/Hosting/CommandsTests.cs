using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Hosting;

public sealed class CommandsTests
{
    [Theory]
    [InlineData("drfat")]
    [InlineData("drfat", "notes.json")]
    [InlineData("draft", "notes.json", "--oot", "draft.json")]
    public async Task What_is_not_known_is_named_together_with_the_commands(params string[] arguments)
    {
        var (exitCode, output, error) = await CommandLine.Run(arguments);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("is not known here", error);
        Assert.Contains("draft, package", error);
    }

    [Fact]
    public async Task A_missing_argument_leaves_with_2_and_shows_the_usage()
    {
        var (exitCode, _, error) = await CommandLine.Run("draft");

        Assert.Equal(2, exitCode);
        Assert.Contains("Required argument missing", error);
    }
}
