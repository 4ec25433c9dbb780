using RoadmapBot.Analysis.Language;
using RoadmapBot.Discovery;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>Tells what kind of thing an objective's text asks for; from <c>objectives.yaml</c>.</summary>
internal sealed class ObjectiveRules(Lexicon lexicon, IReadOnlyList<(ObjectiveClass Class, Pattern Pattern)> patterns, IReadOnlyDictionary<ObjectiveClass, ObjectiveWords> words)
{
    /// <summary>In the order of <see cref="ObjectiveClass"/>; empty where nothing is recognised.</summary>
    public IReadOnlyList<ObjectiveClass> Classify(string objective)
    {
        var reading = lexicon.Reader.Read(objective);
        return [.. patterns.Where(rule => rule.Pattern.Matches(reading).Any()).Select(rule => rule.Class).Distinct().Order()];
    }

    public ObjectiveWords WordsFor(ObjectiveClass kind) => words[kind];

    /// <summary>The rules as far as they can be read; use them only where no fault was added.</summary>
    public static ObjectiveRules Read(string folder, Lexicon lexicon, ICollection<YamlFault> faults)
    {
        var patterns = new List<(ObjectiveClass, Pattern)>();
        var words = new Dictionary<ObjectiveClass, ObjectiveWords>();
        if (YamlFiles.Load(folder, "objectives.yaml", faults) is not { } file)
            return new ObjectiveRules(lexicon, patterns, words);
        foreach (var kind in Enum.GetValues<ObjectiveClass>())
        {
            var name = kind.ToString().ToLowerInvariant();
            if (file.NeededMap(name)?.At($"objectives of {name}") is not { } entry)
                continue;
            patterns.AddRange(entry.Patterns("says", lexicon).Select(pattern => (kind, pattern)));
            words.Add(kind, new ObjectiveWords(entry.Text("label"), entry.Text("implied")));
            entry.Close();
        }
        file.Close();
        return new ObjectiveRules(lexicon, patterns, words);
    }
}

/// <param name="Label">"operational efficiency"</param>
/// <param name="Implied">The objective's text where nobody stated one and the answers imply this.</param>
internal sealed record ObjectiveWords(string Label, string Implied);
