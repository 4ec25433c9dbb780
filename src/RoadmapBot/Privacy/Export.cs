using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RoadmapBot.Privacy;

/// <summary>Everything about a person as one JSON document, <c>roadmapbot.mydata/1</c>; the README tells its shape.</summary>
internal static class Export
{
    /// <summary>What a chat message takes without being cut.</summary>
    private const int Largest = 8000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Kept kept) => JsonSerializer.Serialize(new
    {
        Schema = "roadmapbot.mydata/1",
        kept.Person,
        kept.Waiting,
        Engagements = kept.Engagements.Select(one => new
        {
            one.Engagement.Id,
            Organisation = one.Engagement.Organisation.Name,
            IsCreator = one.Engagement.CreatedBy == kept.Person.Id,
            one.Member.Name,
            one.Member.Role,
            one.Member.Department,
            one.Member.IsOwner,
            one.Interview,
            one.PainPoints,
            one.Scores,
            one.Approvals,
            one.Edits,
            one.Remarks,
            one.Updates,
            one.Readings,
            one.Campaign,
        }),
    }, Options);

    /// <summary>In parts that a chat takes, cut at line ends: joined by line ends they are the document again. A longer line is a part of its own.</summary>
    public static IReadOnlyList<string> Parts(string document)
    {
        var parts = new List<string>();
        foreach (var line in document.ReplaceLineEndings("\n").Split('\n'))
        {
            if (parts.Count > 0 && parts[^1].Length + 1 + line.Length <= Largest)
                parts[^1] = $"{parts[^1]}\n{line}";
            else
                parts.Add(line);
        }

        return parts;
    }
}
