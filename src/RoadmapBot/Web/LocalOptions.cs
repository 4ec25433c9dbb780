namespace RoadmapBot.Web;

/// <summary>The local chat page, in Development only (section <c>Local</c>).</summary>
internal sealed class LocalOptions
{
    public const string Section = "Local";

    /// <summary>Where the page's history is kept; a relative path is below the folder the program was started in.</summary>
    public string HistoryFile { get; set; } = "data/local-chats.jsonl";
}
