using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Storage;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>More people at once than there is room for: who finds no place is told to come again, and nothing is lost or doubled.</summary>
public sealed class CrowdJourney
{
    [Fact]
    public async Task Beyond_the_limit_Teams_is_told_to_come_again_and_nothing_is_lost_when_it_does()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var bot = await TestBot.Start(settings: ("Teams:MostTurns", "4"));
        var people = Enumerable.Range(0, 5).Select(number => bot.Person($"Person{number}")).ToArray();
        var said = people.Select(person => person.Activity("message", new JsonObject { ["text"] = "hi" })).ToArray();
        var gate = bot.Services.GetRequiredService<WriteGate>();
        await gate.Enter(cancel);
        var waiting = people.Take(4).Select((person, number) => person.Post(said[number])).ToArray();
        await bot.Connector.WaitForCalls(4); // their typing signs: all four are inside

        using (var turnedAway = await people[4].Post(said[4]))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, turnedAway.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(2), turnedAway.Headers.RetryAfter?.Delta);
        }

        gate.Leave();
        foreach (var response in await Task.WhenAll(waiting))
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await people[4].Accepted(said[4]);
        await bot.Quiet();
        Assert.All(people, person => Assert.Single(bot.Connector.In(person.Chat)));
        Assert.Equal(5, bot.Query("SELECT Activity FROM turns").Count);
    }

    [Fact]
    public async Task A_turn_that_is_refused_gives_its_place_back()
    {
        await using var bot = await TestBot.Start(settings: ("Teams:MostTurns", "1"));
        var ada = bot.Person("Ada");
        using (var malformed = await ada.Post(new JsonObject()))
            Assert.Equal(HttpStatusCode.BadRequest, malformed.StatusCode);
        using (var foreign = await ada.Post(ada.Activity("message", new JsonObject { ["serviceUrl"] = "https://elsewhere.example" })))
            Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        await ada.Says("hi");
        await ada.Sees("Hi, I'm RoadmapBot");
    }
}
