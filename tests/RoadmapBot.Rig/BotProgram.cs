using System.Runtime.CompilerServices;

namespace RoadmapBot.Rig;

/// <summary>A build of the bot that can be started: the project's own, or one that a mutant was put into.</summary>
/// <param name="Dll">The path of RoadmapBot.dll among what it needs.</param>
internal sealed record BotProgram(string Dll)
{
    /// <summary>The folder of the solution that the rig was built from.</summary>
    public static string Repository { get; } = Above();

    /// <summary>The project's own build, of the rig's own configuration.</summary>
    public static BotProgram Own { get; } = new(Path.Combine(Repository, "src", "RoadmapBot", "bin", Configuration, "net10.0", "RoadmapBot.dll"));

    private static string Configuration =>
#if DEBUG
        "Debug";
#else
        "Release";
#endif

    private static string Above([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
