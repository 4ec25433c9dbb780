using System.Text;
using System.Text.Json.Nodes;

namespace RoadmapBot.Rig.Wire;

/// <summary>Activities with something broken in them; the same seed breaks the same.</summary>
internal static class Broken
{
    private static readonly byte[][] Shards =
    [
        [0], [0xFF, 0xFE], [0xC3], "\\ud800"u8.ToArray(), "\\u0000"u8.ToArray(), "\""u8.ToArray(), "{"u8.ToArray(), "]"u8.ToArray(), ","u8.ToArray(),
        "null"u8.ToArray(), "-1e999"u8.ToArray(), "\u202E"u8.ToArray(), "/**/"u8.ToArray(), "[[[[[[[["u8.ToArray(),
    ];

    public static byte[] Of(JsonObject activity, Random random)
    {
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
