using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using RoadmapBot.Engagements;
using RoadmapBot.Privacy;

namespace RoadmapBot.Storage;

/// <summary>Stored documents without words that are no longer to be kept.</summary>
internal static class Scrubbed
{
    /// <summary>Every version of the engagement's roadmap.</summary>
    /// <returns>All the words that went: also those that only a version still knew.</returns>
    public static async Task<IReadOnlyList<string>> Roadmaps(RoadmapBotDb db, EngagementId engagement, Scrub scrub, CancellationToken cancel)
    {
        var rows = await db.Roadmaps.Where(row => row.Engagement == engagement).ToListAsync(cancel);
        var whole = rows.Aggregate(scrub, (known, row) => known.WithQuotesOf(JsonNode.Parse(StoredJson.Write(row.State))));
        foreach (var row in rows)
        {
            if (Of(row.State, whole) is { } cleaned)
                row.State = cleaned;
        }

        return whole.Words;
    }

    /// <returns>Null where the document holds nothing of it.</returns>
    public static T? Of<T>(T state, Scrub scrub) where T : class
    {
        var before = JsonNode.Parse(StoredJson.Write(state));
        var after = scrub.Clean(before)!;
        return JsonNode.DeepEquals(before, after) ? null : StoredJson.Read<T>(after.ToJsonString());
    }
}
