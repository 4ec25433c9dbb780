namespace RoadmapBot.Rig;

/// <summary>How much a run does: what the tests have time for, or what is published.</summary>
internal enum Size
{
    Quick,
    Full,
}

/// <summary>What a figure is measured with.</summary>
/// <param name="Seed">All that is random comes from it; the same seed does the same.</param>
/// <param name="Servers">What figures may share.</param>
internal sealed record Run(BotProgram Program, Size Size, int Seed, Servers Servers)
{
    public Task<PostgresCluster> Cluster() => Servers.Postgres();

    /// <summary>A bot on SQLite that other figures talk to as well: for those that neither stop it nor take its surroundings away.</summary>
    public Task<SharedBot> Shared() => Servers.Shared(Program);

    public T Of<T>(T quick, T full) => Size is Size.Quick ? quick : full;
}

/// <summary>What came out.</summary>
/// <param name="Done">How many of how many were as they must be, in words.</param>
/// <param name="Faults">What was not; empty where the figure is met.</param>
internal sealed record Result(string Done, IReadOnlyList<string> Faults);

/// <summary>A figure of <c>reliability.md</c>, section 4: shown from outside, by HTTP, settings and files.</summary>
/// <param name="Id">As there: R1, S3; with a p on PostgreSQL.</param>
/// <param name="Tool">What it cannot do without on this machine.</param>
internal sealed record Figure(string Id, string Title, Func<Run, Task<Result>> Measure, Tool Tool = Tool.None)
{
    /// <summary>A figure that breaks off is not met.</summary>
    public async Task<Result> MeasureSafely(Run run)
    {
        try
        {
            return await Measure(run);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new Result("broken off", [$"{fault.GetType().Name}: {fault.Message}"]);
        }
    }

    /// <returns>What to install; null where all is there.</returns>
    public string? Needs() => Tool switch
    {
        Tool.Postgres when PostgresCluster.Binaries() is null => "PostgreSQL is not installed: apt-get install postgresql",
        Tool.Strace when !File.Exists("/usr/bin/strace") => "strace is not installed: apt-get install strace",
        _ => null,
    };
}

internal enum Tool
{
    None,
    Postgres,
    Strace,
}
