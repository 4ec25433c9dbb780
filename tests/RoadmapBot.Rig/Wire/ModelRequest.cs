using System.Text.Json;

namespace RoadmapBot.Rig.Wire;

/// <summary>One request as it came over the wire.</summary>
/// <param name="Schema">The name of the answer's schema, which is the prompt's.</param>
/// <param name="User">The user's message.</param>
internal sealed record ModelRequest(string Body, string? Authorization, string Schema, string System, string User)
{
    /// <summary>All messages together, as the model reads them.</summary>
    public string Text => $"{System}\n{User}";

    public static ModelRequest Read(string body, string? authorization)
    {
        using var read = JsonDocument.Parse(body);
        var messages = read.RootElement.GetProperty("messages").EnumerateArray().ToArray();
        return new ModelRequest(
            body, authorization, read.RootElement.GetProperty("response_format").GetProperty("json_schema").GetProperty("name").GetString()!, Of("system"), Of("user"));

        string Of(string role) => string.Join("\n", messages.Where(message => message.GetProperty("role").GetString() == role).Select(message => ContentOf(message.GetProperty("content"))));
    }

    /// <summary>The line of JSON under a line that begins with <c>=== DATA: name</c>.</summary>
    public JsonElement Data(string name)
    {
        var lines = User.Split('\n', StringSplitOptions.TrimEntries);
        using var read = JsonDocument.Parse(lines[Array.FindIndex(lines, line => line.StartsWith($"=== DATA: {name}", StringComparison.Ordinal)) + 1]);
        return read.RootElement.Clone();
    }

    private static string ContentOf(JsonElement content) =>
        content.ValueKind is JsonValueKind.String ? content.GetString()! : string.Concat(content.EnumerateArray().Select(part => part.GetProperty("text").GetString()));
}
