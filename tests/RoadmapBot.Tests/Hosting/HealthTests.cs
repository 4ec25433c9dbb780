using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Hosting;

/// <summary>What the platform is told: the process lives, and whether it can serve turns now.</summary>
public sealed class HealthTests
{
    private const string NoKeys = "not ready: the keys that sign the channel's tokens cannot be had from Teams:OpenIdMetadataUrl";

    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData("/metadata", "500")]
    [InlineData("/metadata", "HTML")]
    [InlineData("/metadata", "redirect")]
    [InlineData("/metadata", "10 MB")]
    [InlineData("/metadata", "hang")]
    [InlineData("/keys", "500")]
    [InlineData("/keys", "HTML")]
    [InlineData("/keys", "redirect")]
    [InlineData("/keys", "10 MB")]
    [InlineData("/keys", "hang")]
    [InlineData("/keys", "no keys")]
    [InlineData("/keys", "null")]
    [InlineData("/keys", "reset")]
    public async Task While_the_keys_cannot_be_had_nobody_gets_in_readiness_says_so_and_it_recovers_alone(string path, string fault)
    {
        await using var foreign = await FakeOpenId.Start();
        await using var guarded = await Guarded.Start(_clock, ("Teams:CallLimit", "00:00:01"));
        (guarded.OpenId.FaultAt, guarded.OpenId.Fault) = (path, Fault(fault, foreign.Url + path));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "ready", NoKeys), await Ready(guarded.Bot));
        using (var refused = await guarded.Post(guarded.Token()))
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await Live(guarded.Bot));
        Assert.Empty(foreign.Asked);

        guarded.OpenId.Fault = null;
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((HttpStatusCode.OK, "ready", "ready"), await Ready(guarded.Bot));
        using var served = await guarded.Post(guarded.Token());
        Assert.Equal(HttpStatusCode.OK, served.StatusCode);
    }

    [Fact]
    public async Task Keys_that_were_known_serve_on_for_five_days_and_no_longer()
    {
        await using var guarded = await Guarded.Start(_clock);
        Assert.Equal((HttpStatusCode.OK, "ready", "ready"), await Ready(guarded.Bot));
        guarded.OpenId.Fault = Answers.Status(500);

        _clock.Advance(TimeSpan.FromDays(5) - TimeSpan.FromMinutes(2));
        Assert.Equal((HttpStatusCode.OK, "ready", "ready"), await Ready(guarded.Bot));
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "ready", NoKeys), await Ready(guarded.Bot));
        using var refused = await guarded.Post(guarded.Token());
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_database_that_another_version_has_changed_is_named_and_local_use_needs_no_keys()
    {
        await using var bot = await TestBot.Start();
        Assert.Equal((HttpStatusCode.OK, "ready", "ready"), await Ready(bot));

        bot.Query("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99')");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready: the schema of the database is not this program's", "ready"), await Ready(bot));
        Assert.Equal(HttpStatusCode.OK, await Live(bot));

        bot.Query("DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '2999%'");
        Assert.Equal((HttpStatusCode.OK, "ready", "ready"), await Ready(bot));
    }

    private static Func<HttpContext, Task> Fault(string name, string elsewhere) => name switch
    {
        "500" => Answers.Status(500),
        "HTML" => Answers.Status(200, "<html>maintenance</html>", "text/html"),
        "redirect" => Answers.Status(302, headers: ("Location", elsewhere)),
        "10 MB" => Answers.Status(200, $$"""{"keys":[],"filler":"{{new string('x', 10_000_000)}}"}"""),
        "hang" => Answers.Hang,
        "no keys" => Answers.Status(200, """{"keys":[]}"""),
        "null" => Answers.Status(200, """{"keys":null}"""),
        _ => Answers.Reset,
    };

    private static async Task<HttpStatusCode> Live(TestBot bot)
    {
        using var response = await bot.Http.GetAsync("/health/live");
        return response.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, string? Database, string? Keys)> Ready(TestBot bot)
    {
        using var response = await bot.Http.GetAsync("/health/ready");
        using var told = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var parts = told.RootElement.GetProperty("parts");
        Assert.Equal(response.StatusCode is HttpStatusCode.OK, told.RootElement.GetProperty("ready").GetBoolean());
        return (response.StatusCode, parts.GetProperty("database").GetString(), parts.GetProperty("signingKeys").GetString());
    }
}
