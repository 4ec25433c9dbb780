using RoadmapBot.Discovery;

namespace RoadmapBot.PainPoints;

/// <param name="Title">As people call it.</param>
internal sealed record PainKind(string Id, string Title, IReadOnlyList<Cue> Cues);

/// <summary>
/// What pain points are about, and how a sentence shows it: <c>prompts/catalogue/pain-kinds.yaml</c>. The first kind there is the one for whatever
/// no cue speaks of.
/// <code>
/// kinds:
///   - id: access
///     title: Access and passwords
///     cues: [password|passwords, log|logged in, …]   # rows of words as in prompts/guides/slots.yaml
/// </code>
/// </summary>
internal sealed class PainKinds
{
    private const string FileName = "pain-kinds.yaml";

    private PainKinds(IReadOnlyList<PainKind> all) => All = all;

    public IReadOnlyList<PainKind> All { get; }

    public PainKind Other => All[0];

    /// <exception cref="YamlFaultsException">Something is wrong in the file; lists every fault.</exception>
    public static PainKinds Load(string folder)
    {
        var faults = new List<YamlFault>();
        var kinds = YamlFiles.Load(folder, FileName, faults) is { } file ? Read(file) : [];
        return faults.Count == 0 ? new PainKinds(kinds) : throw new YamlFaultsException(faults);
    }

    public PainKind Find(string id) => All.FirstOrDefault(kind => kind.Id == id) ?? Other;

    /// <summary>The kind with the most words of the text in its cues; among equals the one that stands first in the file.</summary>
    public PainKind Classify(string text)
    {
        var words = Words.Of(text);
        return All
            .Select(kind => (Kind: kind, Weight: kind.Cues.Sum(cue => Enumerable.Range(0, words.Count).Sum(at => cue.Length(words, at)))))
            .Where(weighed => weighed.Weight > 0)
            .OrderByDescending(weighed => weighed.Weight)
            .Select(weighed => weighed.Kind)
            .FirstOrDefault(Other);
    }

    private static List<PainKind> Read(YamlMap file)
    {
        var (kinds, ids) = (new List<PainKind>(), new HashSet<string>());
        foreach (var entry in file.Maps("kinds"))
        {
            var id = entry.Id(ids);
            var kind = entry.At($"kind {id}");
            kinds.Add(new PainKind(id, kind.Text("title"), [.. kind.Texts("cues").Select(text => CueOf(kind, text)).OfType<Cue>()]));
            kind.Close();
        }

        if (kinds.Count < 2)
            file.Fault("\"kinds\" must hold at least two.", "Write the kind for everything else first, then the others.");
        file.Close();
        return kinds;
    }

    private static Cue? CueOf(YamlMap kind, string text)
    {
        if (Cue.Parse(text, new Dictionary<string, IReadOnlySet<string>>(), out var mend) is { } cue)
            return cue;
        kind.Fault("cues", $"The cue \"{text}\" cannot be read.", mend, item: text);
        return null;
    }
}
