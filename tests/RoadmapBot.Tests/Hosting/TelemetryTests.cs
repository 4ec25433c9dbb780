using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using RoadmapBot.Hosting;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Hosting;

/// <summary>What a collector is sent about a turn.</summary>
public sealed class TelemetryTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    [Fact]
    public async Task One_trace_reaches_from_the_activity_to_its_answer_though_another_process_sends_it()
    {
        const string Trace = "5bd66ef5095369c7b0d1f8f4bd33716a";
        const string Caller = "c532cb4098ac3dd2";
        await using var collector = await FakeCollector.Start();
        await using var bot = await TestBot.Start(clock: new FastClock(), settings: (Endpoint, collector.Url));
        bot.Connector.Always = _ => Answers.Status(429, headers: ("Retry-After", "1"));
        var ada = bot.Person("Ada");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = JsonContent.Create(ada.Activity("message", new JsonObject { ["text"] = "hi" })),
            Headers = { { "traceparent", $"00-{Trace}-{Caller}-00" } },
        };
        using (await bot.Http.SendAsync(request, TestContext.Current.CancellationToken))
            await bot.Connector.WaitForCalls(1);

        var again = await bot.Restart();
        again.Connector.Always = null;
        await again.Person("Ada").Sees("Hi, I'm RoadmapBot");
        await again.Quiet();
        await again.DisposeAsync();

        var spans = collector.Spans(Trace);
        var server = Assert.Single(spans, span => span.Name == "POST /api/messages");
        var turn = Assert.Single(spans, span => span.Name == "turn");
        var sends = spans.Where(span => span.Name == "send").ToArray();
        Assert.Equal((Caller, server.Id), (server.Parent, turn.Parent));
        Assert.All(sends, send => Assert.Equal(turn.Id, send.Parent));
        Assert.Equal(["Finished", "TryAt"], sends.Select(send => send.Tags["roadmapbot.outcome"]).Distinct().Order());
        Assert.Equal(("POST", "/api/messages", "http"), (server.Tags["http.request.method"], server.Tags["http.route"], server.Tags["url.scheme"]));
        Assert.Equal(("Said", "answered"), (turn.Tags["roadmapbot.kind"], turn.Tags["roadmapbot.outcome"]));
    }

    [Fact]
    public async Task Without_a_collector_nothing_is_exported_and_no_trace_is_kept()
    {
        await using var bot = await TestBot.Start();
        Assert.Null(bot.Services.GetService<TelemetryExport.Collector>());
    }
}
