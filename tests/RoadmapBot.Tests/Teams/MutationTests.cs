using System.Text;
using System.Text.Json.Nodes;
using RoadmapBot.Tests.Support;

namespace RoadmapBot.Tests.Teams;

/// <summary>Activities of a real client with something broken in them, the same ones on every run: none is a fault of ours.</summary>
public sealed class MutationTests
{
    private const int Seed = 20261122;
    private const int Copies = 125;

    private static readonly byte[][] Shards =
    [
        [0], [0xFF, 0xFE], [0xC3], "\\ud800"u8.ToArray(), "\\u0000"u8.ToArray(), "\""u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(), ","u8.ToArray(),
        "null"u8.ToArray(), "-1e999"u8.ToArray(), "\u202E"u8.ToArray(), "/**/"u8.ToArray(), "[[[[[[[["u8.ToArray(),
    ];

    [Fact]
    public async Task Broken_activities_are_answered_and_the_bot_goes_on()
    {
        await using var bot = await TestBot.Start();
        var random = new Random(Seed);
        var bodies = Samples.Names.SelectMany(name => Enumerable.Range(0, Copies).Select(number => (Name: $"{name} #{number}", Body: Broken(name, bot.Connector.Url, random)))).ToArray();
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

    private static byte[] Broken(string name, string serviceUrl, Random random)
    {
        var activity = Samples.Read(name, serviceUrl);
        activity["id"] = $"{random.Next()}";
        for (var times = random.Next(3); times > 0; times--)
            Twist(activity, random);
        var bytes = Encoding.UTF8.GetBytes(activity.ToJsonString()).ToList();
        for (var times = random.Next(3); times > 0; times--)
            Scratch(bytes, random);
        return [.. bytes];
    }

    /// <summary>Still JSON, but a member is gone, is of another type, or is somewhere else.</summary>
    private static void Twist(JsonObject activity, Random random)
    {
        var objects = Objects(activity).ToArray();
        var owner = objects[random.Next(objects.Length)];
        if (owner.Count == 0)
            return;
        var name = owner.ElementAt(random.Next(owner.Count)).Key;
        if (random.Next(4) == 0)
            owner.Remove(name);
        else
            owner[name] = Other(activity, random);
    }

    private static JsonNode? Other(JsonObject activity, Random random) => random.Next(9) switch
    {
        0 => null,
        1 => random.Next(),
        2 => true,
        3 => "",
        4 => new string('x', 1 << random.Next(16)),
        5 => new JsonArray(null, 1, "x"),
        6 => new JsonObject { ["id"] = 7 },
        7 => "a\0b\u2028<at>x</at>",
        _ => activity[activity.ElementAt(random.Next(activity.Count)).Key]?.DeepClone(),
    };

    /// <summary>Bytes are flipped, lost, doubled, or put in.</summary>
    private static void Scratch(List<byte> bytes, Random random)
    {
        if (bytes.Count < 2)
            return;
        var at = random.Next(bytes.Count);
        var length = Math.Min(random.Next(1, 9), bytes.Count - at);
        switch (random.Next(4))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            default:
                bytes.InsertRange(at, Shards[random.Next(Shards.Length)]);
                break;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member => Objects(member.Value)).Prepend(one),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
