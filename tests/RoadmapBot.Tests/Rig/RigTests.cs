using RoadmapBot.Rig;

namespace RoadmapBot.Tests.Rig;

/// <summary>The quick forms of the rig's figures, against the built program as a process of its own. In full: <c>dotnet run -c Release --project tests/RoadmapBot.Rig -- full</c>.</summary>
public sealed class RigTests(ITestOutputHelper output)
{
    private const int Seed = 20261123;

    public static TheoryData<string> Figures => [.. All.Figures.Select(figure => figure.Id)];

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task A_figure_is_met(string id)
    {
        var figure = All.Figures.Single(one => one.Id == id);
        if (figure.Needs() is { } mend)
        {
            if (Environment.GetEnvironmentVariable("CI") is not "true")
                Assert.Skip(mend);
            Assert.Fail(mend);
        }

        await using var servers = new Servers();
        var result = await figure.Measure(new Run(BotProgram.Own, Size.Quick, Seed, servers.Postgres));
        output.WriteLine($"{figure.Title}: {result.Done}");
        Assert.Empty(result.Faults);
    }
}
