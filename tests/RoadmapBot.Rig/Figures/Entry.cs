using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig.Figures;

/// <summary>S1: whoever is not the channel speaking to this bot is refused and leaves nothing behind; the channel itself is served, whatever it may send; without the channel's keys nobody gets in.</summary>
internal static class Entry
{
    private const int UnknownKeys = 1000;
    private const int MostFetches = 2;

    /// <summary>How long the list of keys is not asked for again after it could not be had, and a little more.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(15);

    private static readonly (string Name, Func<HttpContext, Task> Answer)[] Faults =
    [
        ("answers 500", Answers.Status(500, "no", "text/plain")),
        ("answers with HTML", Answers.Status(200, "<html>maintenance</html>", "text/html")),
        ("lists no keys", Answers.Status(200, """{"keys":[]}""")),
        ("answers with 10 MB", Answers.Status(200, $$"""{"filler":"{{new string('x', 10_000_000)}}"}""")),
        ("leads to another host", Answers.Status(302, headers: ("Location", "http://evil.test/keys"))),
        ("breaks off", Answers.HalfAnswer),
    ];

    public static async Task<Result> Measure(Run run)
    {
        var shared = await run.Shared();
        var world = shared.World;
        using var http = new HttpClient { BaseAddress = shared.Bot.Http.BaseAddress };
        var faults = new List<string>();
        var withoutKeys = WithoutKeys(run, faults);

        await world.Quiet(TimeSpan.FromMinutes(1));
        var before = (Rows: await world.Store.Rows(), Calls: world.Teams.Calls.Count, Tokens: world.OpenId.TokenForms.Count);
        var refused = 0;
        foreach (var (name, forge) in Forgeries.Table)
        {
            var attempt = Attempt(world, shared.Bot);
            forge(attempt);
            using var response = await attempt.Post(http);
            if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                refused++;
            else
                Add($"{name}: {(int)response.StatusCode}");
        }

        var fetched = world.OpenId.Count("/keys");
        await Parallel.ForEachAsync(Enumerable.Range(0, UnknownKeys), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            var attempt = Attempt(world, shared.Bot);
            attempt.Token.Header["kid"] = $"forged-{number}";
            using var response = await attempt.Post(http);
            if (response.StatusCode is not HttpStatusCode.Unauthorized)
                Add($"an unknown key: {(int)response.StatusCode}");
        });
        fetched = world.OpenId.Count("/keys") - fetched;
        if (fetched > MostFetches)
            Add($"{UnknownKeys} unknown keys made it fetch the list {fetched} times");
        if ((await world.Store.Rows(), world.Teams.Calls.Count, world.OpenId.TokenForms.Count) != before)
            Add("a forgery left a row, or made the bot call out");

        var served = 0;
        foreach (var (name, change) in Controls.Table)
        {
            var attempt = Attempt(world, shared.Bot);
            change(attempt);
            using var response = await attempt.Post(http);
            if (response.StatusCode == Controls.Answer(attempt))
                served++;
            else
                Add($"{name} of the channel: {(int)response.StatusCode}");
        }

        var closed = await withoutKeys;
        return new Result(
            $"{refused}/{Forgeries.Table.Count} forgeries refused, {served}/{Controls.Table.Count} controls served, {fetched} fetches for {UnknownKeys} unknown keys, closed and back {closed}",
            [.. faults, .. world.Leaks()]);

        void Add(string fault)
        {
            lock (faults)
                faults.Add(fault);
        }
    }

    private static Attempt Attempt(World world, BotProcess bot, ChannelKey? key = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        return new(world.OpenId.Keys[0], ChannelJwt.Good(world.OpenId, World.AppId, world.Teams.Url, now, key), bot.Person("Forger").Activity("message", new JsonObject { ["text"] = "hi" }), now);
    }

    /// <summary>A bot of its own that starts while the keys cannot be had, sees them come, and a new one later.</summary>
    /// <returns>How many times of how many.</returns>
    private static async Task<string> WithoutKeys(Run run, List<string> faults)
    {
        await using var world = await World.Make(run.Program, null);
        world.OpenId.Fault = Faults[0].Answer;
        var bot = await world.StartBot();
        using var http = new HttpClient { BaseAddress = bot.Http.BaseAddress };
        var (good, ways) = (0, run.Of(Faults[..1], Faults));
        foreach (var (name, answer) in ways)
        {
            world.OpenId.Fault = answer;
            var (status, health) = (await Status(null), await http.GetAsync("/health/ready"));
            if (status is HttpStatusCode.Unauthorized && health.StatusCode is HttpStatusCode.ServiceUnavailable && (await health.Content.ReadAsStringAsync()).Contains("signingKeys", StringComparison.Ordinal))
                good++;
            else
                Add($"while the key service {name} a token is answered {(int)status} and health {(int)health.StatusCode}");
            if (ways.Length > 1)
                await Task.Delay(Recovery, TimeProvider.System);
        }

        world.OpenId.Fault = null;
        if (!await Comes(null, Recovery))
            Add("it does not recover when the keys can be had again");
        if (run.Size is Size.Full)
        {
            var young = ChannelKey.Make("key-2", "webchat", "msteams");
            world.OpenId.Keys.Add(young);
            if (!await Comes(young, TimeSpan.FromSeconds(65)))
                Add("a new key is not seen within a minute");
        }

        return $"{good}/{ways.Length}";

        async Task<HttpStatusCode> Status(ChannelKey? key)
        {
            using var response = await Attempt(world, bot, key).Post(http);
            return response.StatusCode;
        }

        async Task<bool> Comes(ChannelKey? key, TimeSpan within)
        {
            var from = TimeProvider.System.GetTimestamp();
            while (await Status(key) is not HttpStatusCode.OK)
            {
                if (TimeProvider.System.GetElapsedTime(from) > within)
                    return false;
                await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
            }

            return true;
        }

        void Add(string fault)
        {
            lock (faults)
                faults.Add(fault);
        }
    }
}
