using System.CommandLine;
using RoadmapBot.Hosting;

namespace RoadmapBot.Tests.Hosting;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task The_demo_has_a_database_and_a_history_of_its_own_and_serves_Development_only()
    {
        var settings = await SettingsOf("demo", "--urls", "http://localhost:4000");
        Assert.Equal("Development", settings["--environment"]);
        Assert.Equal("http://localhost:4000", settings["--urls"]);
        Assert.Equal("Data Source=data/demo.db", settings["--Storage:ConnectionString"]);
        Assert.Equal("data/demo-chats.jsonl", settings["--Local:HistoryFile"]);
    }

    [Fact]
    public async Task It_listens_where_the_bot_does() => Assert.Equal("http://localhost:3978", (await SettingsOf("demo"))["--urls"]);

    [Fact]
    public async Task A_word_that_it_does_not_know_is_wrong_use()
    {
        var (exitCode, _, error) = await Support.CommandLine.Run("demo", "--fast");
        Assert.Equal(2, exitCode);
        Assert.Contains("\"--fast\" is not known here.", error, StringComparison.Ordinal);
    }

    private static async Task<Dictionary<string, string>> SettingsOf(params string[] arguments)
    {
        string[] given = [];
        await Commands.Run(arguments, (settings, _, _) =>
        {
            given = settings;
            return Task.FromResult(0);
        }, new InvocationConfiguration { Output = TextWriter.Null, Error = TextWriter.Null });
        return given.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
    }
}
