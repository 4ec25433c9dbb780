using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>The keys that sign the channel's tokens come and go; the place where they are listed may be away.</summary>
public sealed class ChannelKeysTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_thousand_unknown_key_names_cost_two_fetches_at_most()
    {
        await using var guarded = await Guarded.Start(_clock);
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, _) =>
        {
            var token = guarded.Token();
            token.Header["kid"] = $"forged-{number}";
            using var response = await guarded.Post(token);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        });

        Assert.InRange(guarded.OpenId.Count("/keys"), 1, 2);
        Assert.Equal(HttpStatusCode.OK, await Status(guarded));
    }

    [Fact]
    public async Task A_new_key_is_seen_when_it_is_first_used_and_a_withdrawn_one_is_forgotten_within_half_a_day()
    {
        await using var guarded = await Guarded.Start(_clock);
        var old = guarded.OpenId.Keys[0];
        Assert.Equal(HttpStatusCode.OK, await Status(guarded));

        var young = ChannelKey.Make("key-2", "webchat", "msteams");
        guarded.OpenId.Keys.Add(young);
        Assert.Equal(HttpStatusCode.OK, await Status(guarded, young));

        guarded.OpenId.Keys.Remove(old);
        _clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(guarded, old));
        Assert.Equal(HttpStatusCode.OK, await Status(guarded, young));
    }

    [Fact]
    public async Task Without_metadata_nobody_gets_in_and_it_recovers_by_itself()
    {
        await using var guarded = await Guarded.Start(_clock);
        foreach (var fault in Faults)
        {
            guarded.OpenId.Fault = fault;
            _clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(HttpStatusCode.Unauthorized, await Status(guarded));
        }

        guarded.OpenId.Fault = null;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await Status(guarded));
    }

    [Fact]
    public async Task Known_keys_serve_on_while_the_metadata_is_away()
    {
        await using var guarded = await Guarded.Start(_clock);
        Assert.Equal(HttpStatusCode.OK, await Status(guarded));

        guarded.OpenId.Fault = Faults[0];
        _clock.Advance(TimeSpan.FromHours(13));
        Assert.Equal(HttpStatusCode.OK, await Status(guarded));
    }

    [Fact]
    public async Task A_dead_metadata_host_is_not_asked_for_every_request()
    {
        await using var guarded = await Guarded.Start(_clock);
        guarded.OpenId.Fault = Faults[0];
        for (var request = 0; request < 20; request++)
            Assert.Equal(HttpStatusCode.Unauthorized, await Status(guarded));

        Assert.Equal(1, guarded.OpenId.Count("/metadata"));
    }

    [Theory]
    [InlineData]
    [InlineData("webchat")]
    [InlineData("webchat", "directline")]
    public async Task A_key_signs_only_for_the_channels_it_is_endorsed_for(params string[] endorsements)
    {
        await using var guarded = await Guarded.Start(_clock);
        guarded.OpenId.Keys[0] = ChannelKey.Make("key-1", endorsements);
        Assert.Equal(HttpStatusCode.Forbidden, await Status(guarded));

        guarded.OpenId.Keys[0] = guarded.OpenId.Keys[0] with { Id = "key-3", Endorsements = null };
        Assert.Equal(HttpStatusCode.Forbidden, await Status(guarded));

        var token = guarded.Token();
        (token.Claims["endorsement"], token.Claims["endorsements"]) = ("msteams", new JsonArray("msteams"));
        using var response = await guarded.Post(token);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static readonly Func<HttpContext, Task>[] Faults =
    [
        Answers.Status(500, "no", "text/plain"),
        Answers.Status(200, "<html>maintenance</html>", "text/html"),
        Answers.Status(200, "{}"),
        Answers.Status(200, """{"jwks_uri":"http://evil.test/keys"}"""),
        Answers.Status(200, """{"keys":null}"""),
        Answers.Status(200, $$"""{"filler":"{{new string('x', 10_000_000)}}"}"""),
        Answers.Status(302, headers: ("Location", "/metadata?again")),
        Answers.Reset,
        Answers.HalfAnswer,
    ];

    private static async Task<HttpStatusCode> Status(Guarded guarded, ChannelKey? key = null)
    {
        using var response = await guarded.Post(guarded.Token(key));
        return response.StatusCode;
    }
}
