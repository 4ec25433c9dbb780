using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using RoadmapBot.Teams;

namespace RoadmapBot.Tests.Teams;

/// <summary>The app package as it leaves the build, filled for one bot, and the means to take it apart.</summary>
internal static class ShippedPackage
{
    public const string AppId = "3f2b8c1e-5d47-4a9b-9c60-1e7a52d0b8f4";

    public static readonly AppPackageSource Source = new(
        File.ReadAllText(Shipped("manifest.json")), File.ReadAllBytes(Shipped("color.png")), File.ReadAllBytes(Shipped("outline.png")));

    public static byte[] Build() => Build(Source);

    public static byte[] Build(AppPackageSource source) => AppPackage.Build(source, Guid.Parse(AppId), "bot.example.com", "1.4.0-rc.1");

    public static JsonNode Manifest() => JsonNode.Parse(Files(Build())["manifest.json"])!;

    public static Dictionary<string, byte[]> Files(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in files)
                using (var entry = zip.CreateEntry(name).Open())
                    entry.Write(content);
        return stream.ToArray();
    }

    /// <param name="path">Names and indexes with dots between, for instance <c>bots.0.botId</c>.</param>
    public static JsonNode? At(this JsonNode node, string path) =>
        path.Split('.').Aggregate((JsonNode?)node, (at, step) => at is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)] : at![step]);

    private static string Shipped(string name) => Path.Combine(AppContext.BaseDirectory, "manifest", name);
}
