using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Journeys;

/// <summary>A whole engagement with everything logged and exported, and with everything going wrong that can: nothing of it is confidential.</summary>
public sealed class ConfidentialJourney
{
    private const string Canary = "canaryword";
    private const string Organisation = "Zanzibar Clinic";
    private const string Name = "Nightingale";

    [Fact]
    public async Task Neither_the_log_nor_the_collector_learns_what_was_said_by_whom_or_with_which_token()
    {
        await using var collector = await FakeCollector.Start();
        await using var openId = await FakeOpenId.Start();
        var bot = await TestBot.Start(clock: new FastClock(), settings:
        [
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url),
            ("Teams:AppId", Guarded.AppId), ("Teams:AppSecret", Guarded.Secret), ("Teams:TokenUrl", openId.TokenUrl), ("Teams:OpenIdMetadataUrl", openId.MetadataUrl),
            .. new[] { "Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System", "System.Net.Http.HttpClient" }
                .Select(category => ($"Logging:LogLevel:{category}", "Trace")),
        ]);
        var company = await Company.Found(bot, Organisation);
        var (owner, head) = (company.Owner, company.Head.Person);
        foreach (var fault in (Func<HttpContext, Task>[])[Answers.Status(429), Answers.Status(401), Answers.Reset])
            bot.Connector.Faults.Enqueue(fault);

        await company.Head.Interview($"Nobody has tested our backups since the {Canary} flood", $"The {Canary} ward waits three weeks for a laptop");
        await head.Says($"report: the printer in the {Canary} ward jams every morning");
        await owner.Says("gaps");
        await bot.Drafted();
        await bot.Quiet();
        bot.Connector.Always = call => call.Body.Contains("attachments", StringComparison.Ordinal) ? Answers.Error(413, Canary) : null;
        await head.Says("help");
        await head.Sees("too large to show in Teams");
        bot.Connector.Always = null;
        await Trouble(bot, head);
        await bot.Quiet();
        var (log, engagement) = (bot.Log.All, bot.Query("SELECT Id FROM engagements").Single());
        await bot.DisposeAsync();

        Assert.Contains("Executed DbCommand", log, StringComparison.Ordinal);
        Assert.Contains("The turn failed", log, StringComparison.Ordinal);
        Assert.All(
            (string[])["roadmapbot.turn.duration", "roadmapbot.job.duration", "roadmapbot.sends", "roadmapbot.refusals", "roadmapbot.work.waiting", "apologised"],
            name => Assert.True(collector.Holds(name, "/v1/metrics"), name));
        Assert.True(collector.Holds("The turn failed", "/v1/logs"));
        Assert.True(collector.Holds("job draft", "/v1/traces"));
        string[] confidential = [Canary, Organisation, Name, Guarded.Secret, "token-1", "forged.token.here"];
        Assert.All(confidential, words => Assert.DoesNotContain(words, log, StringComparison.OrdinalIgnoreCase));
        Assert.All(confidential, words => Assert.Null(collector.Find(words)));
        Assert.All([head.Id, head.Chat, engagement], id => Assert.Null(collector.Find(id, "/v1/traces") ?? collector.Find(id, "/v1/metrics")));
    }

    /// <summary>A fault of ours, a body that is none, a token that is none, somebody who is not there.</summary>
    private static async Task Trouble(TestBot bot, Participant head)
    {
        var interviews = bot.Query("SELECT State FROM interviews");
        Assert.NotEmpty(interviews);
        bot.Query($"UPDATE interviews SET State = '{{\"Answers\": \"{Canary}\", broken'");
        var said = head.Activity("message", new JsonObject { ["text"] = $"continue with the {Canary}" });
        said["from"]!["name"] = Name;
        await head.Accepted(said);
        await head.Says("start");
        await head.Sees("Something went wrong on my side");

        using var malformed = await head.Post(new JsonObject { ["type"] = new JsonArray(Canary) });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent($"{{\"{Canary}\":1}}", null, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer forged.token.here");
        using var forged = await bot.Http.SendAsync(request);
    }
}
