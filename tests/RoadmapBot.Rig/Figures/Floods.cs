using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using RoadmapBot.Rig.Wire;

namespace RoadmapBot.Rig.Figures;

/// <summary>S3: somebody with a valid token floods the bot with slow connections, with bodies of 31 MB, with depth and with packed zeros; honest people are served meanwhile, and the memory stays small.</summary>
internal static class Floods
{
    private const string Tenant = "tenant-7";
    private const int Slow = 200;
    private const int Honest = 4;
    private const int Large = 31_000_000;
    private const int Depth = 100_000;
    private const long MostMemory = 512L * 1024 * 1024;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <summary>Teams gives up then; what is no measurement, but a bound that any machine keeps.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<Result> Measure(Run run)
    {
        var shared = await run.Shared();
        var (world, bot) = (shared.World, shared.Bot);
        var people = await Crowd.Gather(bot, Honest, Tenant);
        var (faults, waits, attacks) = (new ConcurrentQueue<string>(), new ConcurrentQueue<TimeSpan>(), 0);
        var most = bot.Memory;
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(run.Of(6, 60)));

        var deep = Encoding.UTF8.GetBytes(people[0].Activity("message", new JsonObject { ["value"] = "$" }).ToJsonString().Replace("\"$\"", new string('[', Depth), StringComparison.Ordinal));
        var (packed, large) = (Packed(), new byte[Large]);
        var attacking = Enumerable.Range(0, Slow).Select(number => Drip(number)).Concat(
        [
            Flood(() => new ByteArrayContent(large), HttpStatusCode.RequestEntityTooLarge),
            Flood(() => new StreamContent(new MemoryStream(large)) { Headers = { ContentLength = null } }, HttpStatusCode.RequestEntityTooLarge),
            Flood(() => new ByteArrayContent(deep), HttpStatusCode.BadRequest),
            Flood(() => new ByteArrayContent(packed) { Headers = { ContentEncoding = { "gzip" } } }, HttpStatusCode.BadRequest),
        ]).ToArray();
        await Task.WhenAll(people.Select((person, number) => Talk(person, number)));
        await Task.WhenAll(attacking);

        var sorted = waits.Order().ToArray();
        var (p99, longest) = (sorted[sorted.Length * 99 / 100], sorted[^1]);
        if (p99 > run.Of(Patience, LongestWait))
            faults.Enqueue("honest people wait too long");
        if (most > MostMemory)
            faults.Enqueue("it takes too much memory");
        return new Result(
            $"{sorted.Length} honest turns among {Slow} slow connections and {attacks} floods: p99 {p99.TotalMilliseconds:f0} ms, longest {longest.TotalMilliseconds:f0} ms; memory {most / 1024 / 1024} MB",
            [.. faults.Distinct(), .. world.Leaks()]);

        async Task Talk(Participant person, int first)
        {
            for (var number = first; !over.IsCancellationRequested; number += Honest)
            {
                var from = TimeProvider.System.GetTimestamp();
                using var response = await person.Post(person.Activity("invoke", new JsonObject
                {
                    ["name"] = "adaptiveCard/action",
                    ["value"] = new JsonObject { ["action"] = new JsonObject { ["verb"] = "say", ["data"] = new JsonObject { ["text"] = $"report: the door is heavy, {World.Marker(number)}" } } },
                }));
                waits.Enqueue(TimeProvider.System.GetElapsedTime(from));
                if (response.StatusCode is not HttpStatusCode.OK)
                    faults.Enqueue($"an honest turn was answered {(int)response.StatusCode}");
                most = Math.Max(most, bot.Memory);
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }

        // A connection of its own each time: what is refused unread ends it.
        async Task Flood(Func<HttpContent> body, HttpStatusCode wanted)
        {
            using var http = new HttpClient { BaseAddress = bot.Http.BaseAddress };
            while (!over.IsCancellationRequested)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body() };
                (request.Headers.Authorization, request.Headers.ConnectionClose, request.Content.Headers.ContentType) = (new("Bearer", world.Token), true, new("application/json"));
                request.Headers.TransferEncodingChunked = request.Content is StreamContent;
                try
                {
                    using var response = await http.SendAsync(request);
                    if (response.StatusCode != wanted)
                        faults.Enqueue($"a flood was answered {(int)response.StatusCode}");
                }
                catch (HttpRequestException)
                {
                    // it hung up before it was told all, as it may
                }

                Interlocked.Increment(ref attacks);
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }

        // Half of a head, or a head and a body a byte at a time; again whenever the bot hangs up.
        async Task Drip(int number)
        {
            var head = $"POST /api/messages HTTP/1.1\r\nHost: bot\r\nAuthorization: Bearer {world.Token}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n";
            while (!over.IsCancellationRequested)
            {
                try
                {
                    using var socket = new TcpClient();
                    await socket.ConnectAsync(IPAddress.Loopback, bot.Http.BaseAddress!.Port, over.Token);
                    await using var stream = socket.GetStream();
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(number % 2 == 0 ? head : $"{head}\r\n"), over.Token);
                    while (true)
                    {
                        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, over.Token);
                        await stream.WriteAsync("x"u8.ToArray(), over.Token);
                    }
                }
                catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
                {
                    // the bot has hung up, or the time is over
                }
            }
        }
    }

    /// <summary>Two hundred megabytes that fit in two hundred kilobytes.</summary>
    private static byte[] Packed()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var zeros = new byte[1_000_000];
            for (var megabyte = 0; megabyte < 200; megabyte++)
                gzip.Write(zeros);
        }

        return packed.ToArray();
    }
}
