using System.CommandLine;
using RoadmapBot.Hosting;

namespace RoadmapBot.Tests.Support;

/// <summary>The program's command line, in this process.</summary>
internal static class CommandLine
{
    public static async Task<(int ExitCode, string Output, string Error)> Run(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await Commands.Run(
            arguments,
            (_, _, _) => throw new InvalidOperationException("The bot must not be served here."),
            new InvocationConfiguration { Output = output, Error = error });
        return (exitCode, output.ToString(), error.ToString());
    }
}
