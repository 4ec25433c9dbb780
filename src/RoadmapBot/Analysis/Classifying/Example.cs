using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis.Classifying;

/// <summary>How somebody might say that something is missing, or might speak of the same thing where nothing is.</summary>
/// <param name="Gaps">Ids of what the answer shows; empty for a near miss.</param>
internal sealed record Example(IReadOnlyList<string> Gaps, Role Role, string Question, string Answer)
{
    public const string Folder = "examples";

    private const char Miss = '!';

    /// <summary>
    /// All examples of the catalogue's folder: files of lines <c>gap[,gap] | role | question | answer</c>, where <c>!gap</c> marks a near miss; what nobody was asked
    /// for, such as a pain point, has an empty question. Empty lines and those that begin with <c>#</c> are skipped. A <c>!</c> alone marks an answer that has nothing to do with any gap.
    /// </summary>
    /// <param name="known">The ids of all gaps.</param>
    public static IReadOnlyList<Example> Read(string catalogue, IReadOnlySet<string> known, ICollection<YamlFault> faults)
    {
        var folder = Path.Combine(catalogue, Folder);
        return [.. YamlFiles.Names(folder, "*.txt", faults).SelectMany(file => File.ReadLines(Path.Combine(folder, file)).Index()
            .Where(line => line.Item.Length > 0 && line.Item[0] is not '#')
            .Select(line => Parse(file, line.Index + 1, line.Item, known, faults)).OfType<Example>())];
    }

    private static Example? Parse(string file, int line, string text, IReadOnlySet<string> known, ICollection<YamlFault> faults)
    {
        if (text.Split(" | ", StringSplitOptions.TrimEntries) is not [{ Length: > 0 } gaps, var role, var question, { Length: > 0 } answer])
        {
            faults.Add(new YamlFault(file, line, "the line", "It has not four parts.", "Write: gap | role | question | answer."));
            return null;
        }
        var ids = gaps.TrimStart(Miss).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var unknown in ids.Where(id => !known.Contains(id)))
            faults.Add(new YamlFault(file, line, "the line", $"It names the unknown gap \"{unknown}\".", "Add the gap, or correct the name."));
        if (!Enum.TryParse<Role>(role.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var speaker))
            faults.Add(new YamlFault(file, line, "the line", $"It names the unknown role \"{role}\".", "Write executive, department_head, end_user, it or msp."));
        return new Example(gaps[0] is Miss ? [] : ids, speaker, question, answer);
    }
}
