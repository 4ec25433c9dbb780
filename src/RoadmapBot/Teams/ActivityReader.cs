using System.Text.Json;

namespace RoadmapBot.Teams;

/// <summary>The one parser of incoming activities: bytes to an activity that has what every handler relies on, or what is wrong with it.</summary>
internal static class ActivityReader
{
    // Ids become keys in both databases; PostgreSQL refuses index entries beyond 2,704 bytes. Teams' own are far shorter.
    private const int LongestId = 512;

    internal abstract record Outcome
    {
        internal sealed record Read(Activity Activity) : Outcome;

        /// <summary>A text for the caller's log, without anything from the body.</summary>
        internal sealed record Malformed(string Fault) : Outcome;
    }

    public static Outcome Read(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith("\uFEFF"u8))
            body = body[3..];
        try
        {
            return JsonSerializer.Deserialize(body, ActivityJson.Default.Activity) is { } activity
                ? Check(activity) is { } fault ? new Outcome.Malformed(fault) : new Outcome.Read(activity)
                : new Outcome.Malformed("The body must be one activity.");
        }
        catch (JsonException fault)
        {
            return new Outcome.Malformed($"The body is not an activity in JSON (at {fault.LineNumber}:{fault.BytePositionInLine}).");
        }
    }

    private static string? Check(Activity activity) => activity switch
    {
        { Type: null or "" } => "The activity has no type.",
        { Conversation.Id: null or "" } or { Conversation: null } => "The activity has no conversation id.",
        { ServiceUrl: null or "" } => "The activity has no serviceUrl.",
        { From.Id: null or "" } or { From: null } => "The activity does not say who it is from.",
        _ when Ids(activity).Any(id => id is { Length: > LongestId }) => $"An id of the activity is longer than {LongestId} characters.",
        _ when Ids(activity).Any(id => id is not null && id.Any(char.IsControl)) => "An id of the activity holds a control character.",
        _ => null,
    };

    private static IEnumerable<string?> Ids(Activity activity) =>
    [
        activity.Id, activity.Conversation?.Id, activity.Conversation?.TenantId, activity.From?.Id, activity.From?.AadObjectId, activity.Recipient?.Id,
        activity.ReplyToId, activity.ChannelId, activity.ServiceUrl, activity.Locale,
        activity.ChannelData?.At("tenant", "id")?.Text, activity.ChannelData?.At("channel", "id")?.Text,
    ];
}
