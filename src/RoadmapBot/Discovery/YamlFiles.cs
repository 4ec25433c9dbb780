namespace RoadmapBot.Discovery;

/// <summary>Opens the files of <c>prompts/</c>; one that is not there or cannot be read is a fault like any in it.</summary>
internal static class YamlFiles
{
    private const string WholeFile = "the file";

    /// <summary>Null where it cannot be read.</summary>
    public static YamlMap? Load(string folder, string name, ICollection<YamlFault> faults)
    {
        try
        {
            return YamlMap.Parse(name, File.ReadAllText(Path.Combine(folder, name)), faults);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            faults.Add(new YamlFault(name, null, WholeFile, $"It is not in {Path.GetFullPath(folder)}.", "Put it there; it comes with the program."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(new YamlFault(name, null, WholeFile, $"It cannot be read: {fault.Message}", "Let the account that runs the program read it."));
        }

        return null;
    }

    /// <summary>The names of the folder's files that fit the pattern, in alphabetical order; none is a fault.</summary>
    public static IReadOnlyList<string> Names(string folder, string pattern, ICollection<YamlFault> faults)
    {
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
        if (paths.Length == 0)
        {
            faults.Add(new YamlFault(pattern, null, "the folder", $"No such file is in {Path.GetFullPath(folder)}.",
                "Put the files there; they come with the program."));
        }

        return [.. paths.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
    }
}
