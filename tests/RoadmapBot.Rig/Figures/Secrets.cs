using System.Text;
using System.Text.Json.Nodes;
using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig.Figures;

/// <summary>
/// S9: a whole engagement with everything logged and exported, and with everything going wrong that can: nothing that anybody said, no name, no token
/// and no key is in the log, in the health, in a refusal, or at the collector.
/// </summary>
internal static class Secrets
{
    private const string Name = "Nightingale";
    private const string Organisation = "Zanzibar Clinic";
    private static readonly string[] Everything = ["Default", "Microsoft", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "System", "System.Net.Http.HttpClient"];

    public static async Task<Result> Measure(Run run)
    {
        await using var collector = await FakeCollector.Start();
        await using var world = await World.Make(run.Program, null);
        var bot = await world.StartBot([("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url), ("Teams:TurnLimit", "00:00:03"), .. Everything.Select(category => ($"Logging:LogLevel:{category}", "Trace"))]);
        var (company, told) = (await Company.Found(bot, Organisation), new StringBuilder());
        var (owner, head) = (company.Owner, company.Head.Person);
        foreach (var fault in (Func<Microsoft.AspNetCore.Http.HttpContext, Task>[])[Answers.Status(429), Answers.Status(401), Answers.Reset, Answers.Error(500, World.Marker(1))])
            world.Teams.Faults.Enqueue(fault);

        await head.Says("start");
        await head.Sees("Skip");
        foreach (var answer in (string[])[$"Nobody has tested our backups since the {World.Marker(2)} flood", $"The {World.Marker(3)} ward waits three weeks for a laptop"])
        {
            await head.Says(answer);
            await head.Sees("Saved");
        }

        for (var number = 0; number < run.Of(5, 200); number++)
            await head.Accepted(head.Activity("message", new JsonObject { ["text"] = $"report: the printer in the {World.Marker(100 + number)} ward jams every morning" }));
        await head.Says($"report anonymously: the wifi drops in the {World.Marker(4)} ward");
        await owner.Says("gaps");
        await world.Quiet(TimeSpan.FromMinutes(5));
        world.Teams.Always = call => call.Body.Contains("attachments", StringComparison.Ordinal) ? Answers.Error(413, World.Marker(5)) : null;
        await head.Says("help");
        await head.Sees("too large to show in Teams");
        world.Teams.Always = null;
        await Trouble(world, bot, head, told);
        await bot.Terminate();

        var (text, log) = (told.ToString(), bot.Log);
        string[] words = [Organisation, Name, "token-1", "forged.token.here"];
        var faults = world.Leaks().Concat(world.Leaks(text).Select(leak => $"answered: {leak}")).ToList();
        faults.AddRange(words.Where(word => log.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"logged: {word}"));
        faults.AddRange(words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"answered: {word}"));
        faults.AddRange(collector.Exports.SelectMany(export => world.Leaks(Encoding.UTF8.GetString(export.Body)).Select(leak => $"exported to {export.Path}: {leak}")).Distinct());
        faults.AddRange(words.Select(word => collector.Find(word)).OfType<string>().Select(found => $"exported to {found}"));
        foreach (var id in (string[])[head.Id, head.Chat, bot.Query("SELECT Id FROM engagements").Single()])
            faults.AddRange(new[] { collector.Find(id, "/v1/traces"), collector.Find(id, "/v1/metrics") }.OfType<string>().Select(found => $"an id was exported to {found}"));

        // What was looked through must have been worth it.
        faults.AddRange(((string[])["Executed DbCommand", "The turn failed"]).Where(line => !log.Contains(line, StringComparison.Ordinal)).Select(line => $"the log has no \"{line}\""));
        faults.AddRange(((string[])["/v1/traces", "/v1/metrics", "/v1/logs"]).Where(path => collector.Exports.All(export => export.Path != path)).Select(path => $"nothing came to {path}"));
        return new Result($"{log.Length / 1024} KB of log, {collector.Exports.Sum(export => export.Body.Length) / 1024} KB of telemetry and {text.Length} characters of refusals looked through", [.. faults.Distinct()]);
    }

    /// <summary>Bodies and tokens that are none, a store that is away, a state that cannot be read, keys that cannot be had.</summary>
    private static async Task Trouble(World world, BotProcess bot, Participant head, StringBuilder told)
    {
        string[] bodies = [$$"""{"{{World.Marker(6)}}":1}""", $$"""{"type":["{{World.Marker(7)}}"]}""", World.Marker(8)];
        foreach (var body in bodies)
            await Note(bot.Http.PostAsync("/api/messages", new StringContent(body, null, "application/json")));
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(bodies[0], null, "application/json") };
        forged.Headers.TryAddWithoutValidation("Authorization", "Bearer forged.token.here");
        await Note(bot.Http.SendAsync(forged));
        await using (await ((SqliteStore)world.Store).Lock())
            await Note(head.Post(head.Activity("message", new JsonObject { ["text"] = $"report: {World.Marker(9)} is heavy" })));

        world.Store.Query($"UPDATE interviews SET State = '{{\"Answers\": \"{World.Marker(10)}\", broken'");
        var said = head.Activity("message", new JsonObject { ["text"] = $"continue with the {World.Marker(11)}" });
        said["from"]!["name"] = Name;
        await Note(head.Post(said));
        await head.Says("start");
        await head.Sees("Something went wrong on my side");
        world.OpenId.Fault = Answers.Status(500, World.Marker(12));
        foreach (var path in (string[])["/health/live", "/health/ready", "/privacy", "/nothing"])
            await Note(bot.Http.GetAsync(path));

        async Task Note(Task<HttpResponseMessage> asked)
        {
            using var response = await asked;
            told.Append(response.Headers).AppendLine(await response.Content.ReadAsStringAsync());
        }
    }
}
