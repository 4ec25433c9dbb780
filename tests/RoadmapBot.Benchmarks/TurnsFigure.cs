using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using RoadmapBot.Rig;
using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Benchmarks;

/// <summary>
/// How many turns of interviews a second are durable, side by side with an endpoint that keeps nothing: the same activities from the same driver to the same
/// Teams, one after the other in the same run. Each of 64 conversations at a time waits for its answer before it goes on; people take turns, and there are
/// many tenants, so that Teams' own limits are not what is measured.
/// </summary>
internal static class TurnsFigure
{
    private const int Conversations = 64;
    private const int PeopleEach = 24;
    private const int AnswersInARow = 3;
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    private sealed record Measured(double PerSecond, double Median, double P99, int Sent, int Failed, double Processor, long Memory);

    public static async Task Print()
    {
        Console.WriteLine($"{Conversations} conversations at a time, {Length.TotalSeconds} s after {Warmup.TotalSeconds} s of warming up, {Environment.ProcessorCount} processors for bot, driver and Teams together");
        Console.WriteLine($"{"endpoint",-28} {"turns/s",8} {"ratio",6} {"p50 ms",7} {"p99 ms",7} {"sent/s",7} {"failed",6} {"cpu ms/turn",11} {"MB",5}");
        var bare = await Bare();
        Show("bare, nothing kept", bare, bare);
        Show("RoadmapBot, SQLite", await Bot(null), bare);
        if (PostgresCluster.Binaries() is not null)
        {
            await using var cluster = await PostgresCluster.Start();
            Show("RoadmapBot, PostgreSQL", await Bot(cluster), bare);
        }
    }

    private static void Show(string name, Measured one, Measured bare) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-28} {one.PerSecond,8:F0} {one.PerSecond / bare.PerSecond,6:P0} {one.Median,7:F1} {one.P99,7:F1} {one.Sent / Length.TotalSeconds,7:F0} {one.Failed,6} {one.Processor,11:F2} {one.Memory / 1e6,5:F0}"));

    private static async Task<Measured> Bare()
    {
        await using var teams = await FakeConnector.Start();
        teams.IsBlank = true;
        var address = $"http://127.0.0.1:{BotProcess.FreePort()}";
        using var process = Process.Start(Environment.ProcessPath!, ["bare-endpoint", address]);
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        while (true)
        {
            try
            {
                await http.GetAsync("/privacy");
                break;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }

        var people = Enumerable.Range(0, Conversations).Select(tenant => Enumerable.Range(0, PeopleEach).Select(person => (tenant, person)).ToArray()).ToArray();
        var measured = await Drive(http, null, process, teams, people.Select(each => each.Select(one => Answer(teams.Url, World.Account, one.tenant, one.person)).ToArray()).ToArray());
        process.Kill();
        return measured;
    }

    private static async Task<Measured> Bot(PostgresCluster? cluster)
    {
        await using var world = await World.Make(BotProgram.Own, cluster);
        var bot = await world.StartBot([("Logging:LogLevel:Default", "Warning")]);
        await Parallel.ForEachAsync(Enumerable.Range(0, Conversations), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (tenant, _) => await Crowd.Gather(bot, PeopleEach, Tenant(tenant)));
        await world.Quiet(TimeSpan.FromMinutes(2));
        world.Teams.IsBlank = true;
        using var process = Process.GetProcessById(bot.Id);
        var people = Enumerable.Range(0, Conversations).Select(tenant => Enumerable.Range(1, PeopleEach).Select(person => Answer(world.Teams.Url, World.Account, tenant, person)).ToArray()).ToArray();
        return await Drive(bot.Http, world.Token, process, world.Teams, people);
    }

    private static string Tenant(int number) => $"tenant-{number}";

    private static Func<int, JsonObject> Answer(string serviceUrl, string account, int tenant, int person) => number => new JsonObject
    {
        ["type"] = "message",
        ["id"] = $"a{tenant}-{person}-{number}",
        ["timestamp"] = "2026-11-22T10:00:00.000Z",
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = $"29:{Tenant(tenant)}-P{person}", ["name"] = $"P{person}", ["aadObjectId"] = $"{Tenant(tenant)}-P{person}" },
        ["recipient"] = new JsonObject { ["id"] = account, ["name"] = "RoadmapBot" },
        ["conversation"] = new JsonObject { ["id"] = $"a:{Tenant(tenant)}-P{person}", ["conversationType"] = "personal", ["tenantId"] = Tenant(tenant) },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant(tenant) } },
        ["locale"] = "en-US",
        ["text"] = $"In case {number} the old order system is slow on Mondays and costs the team half an hour, twice a week.",
        ["textFormat"] = "plain",
    };

    private static async Task<Measured> Drive(HttpClient http, string? token, Process process, FakeConnector teams, Func<int, JsonObject>[][] people)
    {
        var taken = new ConcurrentBag<double>();
        var (failed, count, measuring, stop) = (0, 0, false, false);
        var driving = people.Select(each => Task.Run(async () =>
        {
            for (var round = 0; !stop; round++)
            {
                for (var answer = 0; answer < AnswersInARow && !stop; answer++)
                {
                    var number = (round / each.Length * AnswersInARow) + answer;
                    using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
                    {
                        Content = new StringContent(each[round % each.Length](number).ToJsonString(), new MediaTypeHeaderValue("application/json")),
                    };
                    if (token is not null)
                        request.Headers.Authorization = new("Bearer", token);
                    var from = Stopwatch.GetTimestamp();
                    using var response = await http.SendAsync(request);
                    if (!measuring)
                        continue;
                    taken.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);
                    Interlocked.Increment(ref count);
                    if (!response.IsSuccessStatusCode)
                        Interlocked.Increment(ref failed);
                }
            }
        })).ToArray();

        await Task.Delay(Warmup, TimeProvider.System);
        process.Refresh();
        var (processor, sent) = (process.TotalProcessorTime, teams.BlankCalls);
        measuring = true;
        await Task.Delay(Length, TimeProvider.System);
        measuring = false;
        process.Refresh();
        var spent = (process.TotalProcessorTime - processor).TotalMilliseconds;
        var (turns, calls, memory) = (count, teams.BlankCalls - sent, process.WorkingSet64);
        stop = true;
        await Task.WhenAll(driving);
        var sorted = taken.Order().ToArray();
        return new Measured(turns / Length.TotalSeconds, sorted[sorted.Length / 2], sorted[sorted.Length * 99 / 100], calls, failed, spent / turns, memory);
    }
}
