using System.Text;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>Activities of a real client with something broken in them, the same ones on every run: none is a fault of ours.</summary>
public sealed class MutationTests
{
    private const int Seed = 20261122;
    private const int Copies = 125;

    [Fact]
    public async Task Broken_activities_are_answered_and_the_bot_goes_on()
    {
        await using var bot = await TestBot.Start();
        var random = new Random(Seed);
        var bodies = Recorded.Names.SelectMany(name => Enumerable.Range(0, Copies).Select(number => (Name: $"{name} #{number}", Body: Broken.Of(Recorded.Read(name, bot.Connector.Url), random)))).ToArray();
        Assert.True(bodies.Length >= 2000);

        var statuses = new int[bodies.Length];
        await Parallel.ForAsync(0, bodies.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (index, cancel) =>
        {
            using var content = new ByteArrayContent(bodies[index].Body);
            content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
            using var response = await bot.Http.PostAsync("/api/messages", content, cancel);
            statuses[index] = (int)response.StatusCode;
        });

        Assert.All(bodies.Zip(statuses), one => Assert.True(one.Second is 200 or 400 or 403 or 501, $"{one.First.Name}: {one.Second}\n{Encoding.UTF8.GetString(one.First.Body)}"));
        Assert.Contains(200, statuses);
        Assert.Contains(400, statuses);
        Assert.Empty(bot.Log.Errors);
        var ada = bot.Person("Ada");
        await ada.Says("hi");
        await ada.Sees("Hi, I'm RoadmapBot");
    }
}
