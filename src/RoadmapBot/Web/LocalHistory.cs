using System.Text.Json;
using Microsoft.Extensions.Options;

namespace RoadmapBot.Web;

/// <summary>The history file holds something else; the message says where, and how to mend it.</summary>
internal sealed class LocalHistoryException(string message) : Exception(message);

/// <summary>The history file: one event a line, only ever added to.</summary>
internal sealed class LocalHistory(IOptions<LocalOptions> options)
{
    private readonly string _file = Path.GetFullPath(options.Value.HistoryFile);

    /// <exception cref="LocalHistoryException"/>
    public IReadOnlyList<LocalEvent> Read()
    {
        if (!File.Exists(_file))
            return [];
        DropTornLine();
        return [.. File.ReadLines(_file).Select((line, index) => Read(line) ?? throw new LocalHistoryException(
            $"{_file}, line {index + 1}: this is no event of the local chat page. Delete the file to begin with empty chats."))];
    }

    public void Append(LocalEvent happened)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        File.AppendAllText(_file, JsonSerializer.Serialize(happened, LocalJson.Options) + "\n");
    }

    private static LocalEvent? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<LocalEvent>(line, LocalJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A process that dies while it writes leaves half a line, which nobody has seen.</summary>
    private void DropTornLine()
    {
        var bytes = File.ReadAllBytes(_file);
        var whole = bytes.AsSpan().LastIndexOf("\n"u8) + 1;
        if (whole == bytes.Length)
            return;
        using var file = File.OpenWrite(_file);
        file.SetLength(whole);
    }
}
