using System.CommandLine;

namespace RoadmapBot.Hosting;

/// <summary>Serves the bot with these settings until it is told to stop.</summary>
/// <param name="atStart">Is called once the bot listens; ends it where it returns an exit code.</param>
internal delegate Task<int> Serve(string[] settings, Func<WebApplication, CancellationToken, Task<int?>>? atStart, CancellationToken stop);

/// <summary>The command line: without a command the bot is served; whatever else is on the line then are settings.</summary>
internal static class Commands
{
    private const int WrongUse = 2;

    /// <param name="output">Where it writes; the console where null.</param>
    /// <returns>0 where all went well, 2 where the command line or its input is wrong.</returns>
    public static async Task<int> Run(string[] args, Serve serve, InvocationConfiguration? output = null)
    {
        var console = output ?? new InvocationConfiguration();
        console.EnableDefaultExceptionHandler = false;
        console.ProcessTerminationTimeout = null; // the host listens for signals itself, and takes the time that its last turns need
        var root = Root(serve);
        var line = root.Parse(args);
        if (Stray(line) is { } stray)
        {
            await console.Error.WriteLineAsync(
                $"\"{stray}\" is not known here. The commands are: {string.Join(", ", root.Subcommands.Select(command => command.Name))}; without one the bot is served. --help says more.");
            return WrongUse;
        }

        var exit = await line.InvokeAsync(console);
        return line.Errors.Count > 0 ? WrongUse : exit;
    }

    /// <summary>A command takes no more than it names; serving, and what works on the bot's database, takes settings, which look like --Name value or Name=value.</summary>
    private static string? Stray(ParseResult line) => line.UnmatchedTokens switch
    {
        [] => null,
        [var first, ..] when line.CommandResult.Command.TreatUnmatchedTokensAsErrors || !(first.StartsWith('-') || first.StartsWith('/') || first.Contains('=')) => first,
        _ => null,
    };

    private static RootCommand Root(Serve serve)
    {
        var root = new RootCommand("RoadmapBot: an IT roadmap from the people who live with IT, inside Microsoft Teams.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.Subcommands.Add(DraftCommand.Create());
        root.Subcommands.Add(PackageCommand.Create());
        root.Subcommands.Add(LearnCommand.Create());
        root.Subcommands.Add(DemoCommand.Create(serve));
        root.Subcommands.Add(BackupCommand.Create());
        root.Subcommands.Add(RestoreCommand.Create());
        root.Subcommands.Add(VerifyLogCommand.Create());
        root.SetAction((line, stop) => serve([.. line.UnmatchedTokens], null, stop));
        return root;
    }
}
