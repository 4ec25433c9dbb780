using System.Text;
using System.Text.Json;

namespace RoadmapBot.Rig.Wire;

/// <summary>Words that have broken other programs, and text that is nearly JSON.</summary>
internal static class Naughty
{
    private const int Deepest = 5;

    /// <summary>Values of the grammar of RFC 8259, each wrong in one way, or right at an edge; as bytes, since some are not even text.</summary>
    private static readonly byte[][] Odd =
    [
        .. ((string[])
        [
            "-01", "1.", ".5", "0x1F", "1e", "1e+", "-", "+1", "1e400", "-1e-400", "NaN", "Infinity", "-Infinity", "99999999999999999999999999", "1_000", "\uFF11", "0.1.2", "2.e3", "1eE2",
            "\"\\u\"", "\"\\u00A\"", "\"\\uD800\"", "\"\\uDFFF\\uD800\"", "\"\\uD83D\\u0041\"", "\"\\x00\"", "\"\\a\"", "\"\\", "\"", "\"a", "\"\t\"", "\"\n\"", "\"\u0000\"", "\"\\u0000\"", "'a'", "a", "\u00e9",
            "[1,]", "[,1]", "[1,,2]", "[1 2]", "[\"a\":1]", "[", "]", "[[]", "[]]", "[1,\n2\n,", "{\"a\":1,}", "{\"a\"}", "{\"a\":}", "{:1}", "{a:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":1,\"a\":2}", "{1:1}", "{", "}", "{}}", "{\"\":0}",
            "tru", "True", "nul", "null", "true", "false", "/* a */1", "1//a", "# a", "\u2060[]", "\uFEFF1", "\f1", "1\u00a0", "[]\u0000", "<null>", "*", "\"\\uDBFF\\uDFFE\"", "\"\u2028\"", "\"\u007f\"", "[1e1,-0,0e0]",
        ]).Select(Encoding.UTF8.GetBytes),
        [0x22, 0xFF, 0xFE, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22], [0x22, 0x80, 0x22], [0xFF], [0xEF, 0xBB],
    ];

    /// <summary>The Big List of Naughty Strings (npm: blns), but for the empty one.</summary>
    public static IReadOnlyList<string> Strings { get; } = [.. Read().Where(text => text.Length > 0)];

    /// <summary>Nearly JSON.</summary>
    public static byte[] Json(Random random, int depth = 0)
    {
        if (depth == Deepest || random.Next(3) == 0)
            return Odd[random.Next(Odd.Length)];
        var inner = Enumerable.Range(0, random.Next(4)).Select(_ => Json(random, depth + 1)).ToArray();
        return random.Next(2) == 0
            ? [(byte)'[', .. inner.SelectMany((one, number) => number == 0 ? one : [(byte)',', .. one]), (byte)']']
            : [(byte)'{', .. inner.SelectMany((one, number) => (byte[])[.. Encoding.UTF8.GetBytes($"{(number == 0 ? "" : ",")}\"m{number}\":"), .. one]), (byte)'}'];
    }

    private static string[] Read() =>
        JsonSerializer.Deserialize<string[]>(File.ReadAllBytes(Path.Combine(BotProgram.Repository, "tests", "RoadmapBot.Rig", "node_modules", "blns", "resources", "blns.json")))!;
}
