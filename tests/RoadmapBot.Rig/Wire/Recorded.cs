using System.Text.Json.Nodes;

namespace RoadmapBot.Rig.Wire;

/// <summary>Activities as the Microsoft 365 Agents Playground sent them.</summary>
internal static class Recorded
{
    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <param name="serviceUrl">Where its answer goes.</param>
    public static JsonObject Read(string name, string serviceUrl)
    {
        var activity = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), name + ".json")))!.AsObject();
        activity["serviceUrl"] = serviceUrl;
        return activity;
    }

    private static string Folder() => Path.Combine(BotProgram.Repository, "tests", "RoadmapBot.Tests", "Teams", "Samples");
}
