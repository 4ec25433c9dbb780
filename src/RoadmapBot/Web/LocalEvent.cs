using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace RoadmapBot.Web;

/// <summary>What can happen in a local chat.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LocalEventKind>))]
internal enum LocalEventKind
{
    /// <summary>The history is not the one that the listener knows: everything before is to be forgotten.</summary>
    Reset,

    /// <summary>The listener now knows everything that happened before.</summary>
    CaughtUp,

    /// <summary>The bot was added to the chat.</summary>
    Installed,

    /// <summary>Body: the activity.</summary>
    Message,

    /// <summary>A message now reads as the activity in the body.</summary>
    Update,

    /// <summary>A message is gone.</summary>
    Delete,

    /// <summary>For whoever did it, the card in the body stands in place of the message's own.</summary>
    View,

    /// <summary>The bot is typing. Not kept.</summary>
    Typing,

    /// <summary>Body: a person who joined the cast.</summary>
    Person,
}

/// <summary>One thing that happened, as the chat page is told it and the history file keeps it.</summary>
/// <param name="Seq">Counts the events that are kept; one that is not kept has the number of the event before it.</param>
/// <param name="Chat">The chat; in a channel the thread. Empty where the event is about none.</param>
/// <param name="Id">The message. Empty where the event is about none.</param>
/// <param name="By">The id of the bot or the person who did it.</param>
internal sealed record LocalEvent(long Seq, LocalEventKind Kind, DateTimeOffset At, string Chat, string Id, string By, JsonElement? Body);

/// <summary>How the page and the history file write everything local.</summary>
internal static class LocalJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // goes into no HTML page
    };
}
