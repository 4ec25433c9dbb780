using System.CommandLine;

namespace RoadmapBot.Hosting;

/// <summary>The command line: without a command the bot is served; whatever else is on the line then are settings.</summary>
internal static class Commands
{
    public static RootCommand Root(Func<string[], CancellationToken, Task<int>> serve)
    {
        var root = new RootCommand("RoadmapBot: an IT roadmap from the people who live with IT, inside Microsoft Teams.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.Subcommands.Add(DraftCommand.Create());
        root.Subcommands.Add(PackageCommand.Create());
        root.SetAction((line, stop) => serve([.. line.UnmatchedTokens], stop));
        return root;
    }
}
