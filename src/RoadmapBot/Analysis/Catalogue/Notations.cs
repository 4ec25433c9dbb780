using RoadmapBot.Analysis.Language;
using RoadmapBot.Discovery;
using Cue = RoadmapBot.Analysis.Language.Cue;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>Lists in the catalogue's own notations; an item that cannot be read is a fault, and left out.</summary>
internal static class Notations
{
    /// <summary>Patterns; one without brackets counts as a list of one.</summary>
    public static Pattern[] Patterns(this YamlMap map, string key, Lexicon lexicon) =>
        map.Each<Pattern>(key, map.Texts(key, orOne: true), text => [lexicon.Patterns.Parse(text)]);

    /// <summary>Phrases of a name, with all the forms that <see cref="Alternatives"/> spells out.</summary>
    public static Phrase[] Phrases(this YamlMap map, string key, string name, Cue? kind, Tokenizer tokenizer) =>
        map.Each<Phrase>(key, map.Texts(key), text => [.. Alternatives.Of(text).Select(form => Phrase.Parse(tokenizer, name, kind, form))]);

    /// <summary>Names of concepts.</summary>
    public static string[] Concepts(this YamlMap map, string key, Lexicon lexicon) => map.Each<string>(key, map.Texts(key), name => lexicon.Concepts.ContainsKey(name)
        ? [name]
        : throw new NotationException($"\"{key}\" names the unknown concept \"{name}\".", "Add it to a lexicon file, or correct the name."));

    private static T[] Each<T>(this YamlMap map, string key, IEnumerable<string> texts, Func<string, T[]> read)
    {
        var all = new List<T>();
        foreach (var text in texts)
        {
            try
            {
                all.AddRange(read(text));
            }
            catch (NotationException fault)
            {
                map.Fault(key, fault.Problem, fault.Mend, item: text);
            }
        }

        return [.. all];
    }
}
