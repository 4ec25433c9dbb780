using RoadmapBot.Analysis.Language;

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

    public static ObjectiveRules Load(string folder, Lexicon lexicon)
    {
        var file = YamlEntry.Load(Path.Combine(folder, "objectives.yaml"));
        var patterns = new List<(ObjectiveClass, Pattern)>();
        var words = new Dictionary<ObjectiveClass, ObjectiveWords>();
        foreach (var kind in Enum.GetValues<ObjectiveClass>())
        {
            var entry = file.Entry(kind.ToString().ToLowerInvariant());
            patterns.AddRange(entry.Texts("says").Select(text => (kind, Parse(entry, text, lexicon))));
            words.Add(kind, new ObjectiveWords(entry.Text("label"), entry.Text("implied")));
            entry.NothingElse();
        }
        file.NothingElse();
        return new ObjectiveRules(lexicon, patterns, words);
    }

    private static Pattern Parse(YamlEntry entry, string text, Lexicon lexicon)
    {
        try
        {
            return lexicon.Patterns.Parse(text);
        }
        catch (FormatException fault)
        {
            throw entry.Fault(fault.Message + ".");
        }
    }
}

/// <param name="Label">"operational efficiency"</param>
/// <param name="Implied">The objective's text where nobody stated one and the answers imply this.</param>
internal sealed record ObjectiveWords(string Label, string Implied);
