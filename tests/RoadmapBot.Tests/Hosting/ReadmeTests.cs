using System.Text.Json;
using System.Text.RegularExpressions;
using RoadmapBot.Teams;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Hosting;

/// <summary>What the README and the app package say exists, exists; and what exists, they say.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.File("README.md"));

    [Fact]
    public void Every_setting_is_in_the_table_and_no_other()
    {
        var told = Regex.Matches(Readme, "`((?:Teams|Storage|Privacy|Local|Anonymity|LanguageModel):\\w+|OTEL_\\w+)`").Select(match => match.Groups[1].Value).Distinct();
        Assert.Equal(KnownSettings.All.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_command_is_in_the_table_and_in_the_app_package()
    {
        var commands = Enum.GetNames<ChatCommand>().Select(name => name.ToLowerInvariant()).ToArray();
        Assert.All(commands, command => Assert.Contains($"`{command}`", Readme, StringComparison.Ordinal));

        using var manifest = JsonDocument.Parse(File.ReadAllText(Repository.File("manifest", "manifest.json")));
        var lists = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray()
            .Select(list => list.GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("title").GetString()!).ToArray()).ToArray();
        Assert.All(lists.SelectMany(list => list), title => Assert.Contains(title, commands));
        Assert.Equal(["ask", "assets", "campaign", "changes", "coverage", "hi", "kpi", "mydata", "optimise", "planning", "progress"], commands.Except(lists.SelectMany(list => list)).Order()); // nobody has to be told the greeting, and the menu holds no more: the others are found on cards and in the help
    }

    [Fact]
    public void Every_file_and_folder_that_it_names_is_there()
    {
        var links = Regex.Matches(Readme, @"\]\((?!https?:)([^)#]+)\)").Select(match => match.Groups[1].Value);
        var folders = Regex.Matches(Readme, @"^  ?(\w+)/ ", RegexOptions.Multiline).Select(match => $"src/RoadmapBot/{match.Groups[1].Value}");
        var named = Regex.Matches(Readme, @"(?<![\w/])((?:prompts|manifest|infra|tests)/[\w/.]+)").Select(match => match.Groups[1].Value.TrimEnd('.', '/'));
        Assert.All([.. links, .. folders, .. named], path => Assert.True(Path.Exists(Repository.File(path.Split('/'))), path));
    }
}
