using RoadmapBot.Rig;
using Xunit.Sdk;
using Xunit.v3;

namespace RoadmapBot.Tests.Rig;

/// <summary>The quick forms of the rig's figures, against the built program as a process of its own. In full: <c>dotnet run -c Release --project tests/RoadmapBot.Rig -- full</c>.</summary>
[TestCaseOrderer(typeof(AsListed))]
public sealed class RigTests(RigTests.Fixture fixture, ITestOutputHelper output) : IClassFixture<RigTests.Fixture>
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

        var result = await figure.MeasureSafely(new Run(BotProgram.Own, Size.Quick, Seed, fixture.Servers));
        output.WriteLine($"{figure.Title}: {result.Done}");
        Assert.Empty(result.Faults);
    }

    /// <summary>In the order of the table: what figures share, some leave otherwise than they found it.</summary>
    private sealed class AsListed : ITestCaseOrderer
    {
        public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases) where TTestCase : notnull, ITestCase =>
            [.. testCases.OrderBy(test => All.Figures.TakeWhile(figure => !test.TestCaseDisplayName.Contains($"\"{figure.Id}\"", StringComparison.Ordinal)).Count())];
    }

    /// <summary>What the figures share.</summary>
    public sealed class Fixture : IAsyncDisposable
    {
        internal Servers Servers { get; } = new();

        public ValueTask DisposeAsync() => Servers.DisposeAsync();
    }
}
