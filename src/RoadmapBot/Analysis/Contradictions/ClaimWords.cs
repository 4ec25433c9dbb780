using System.Globalization;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Discovery;

namespace RoadmapBot.Analysis.Contradictions;

/// <summary>What <c>claims.yaml</c> knows of how people state facts.</summary>
/// <param name="Marks">Phrases; the name of each is its list, and behind a colon what it stands for in it: <c>counted:laptops</c>, <c>cycles:52</c>.</param>
/// <param name="Subjects">For each list of things, the label that a concept goes by.</param>
/// <param name="Hours">How many hours a unit of time has, by its stem.</param>
/// <param name="Idle">Stems that say nothing about what somebody puts first.</param>
internal sealed record ClaimWords(
    Lexicon Lexicon, PhraseBook Marks, IReadOnlyDictionary<string, double> Numbers, IReadOnlyDictionary<string, double> Hours, IReadOnlyList<Pattern> AlwaysUp,
    IReadOnlyDictionary<string, Dictionary<string, string>> Subjects, IReadOnlySet<string> Ownable, IReadOnlySet<string> Idle)
{
    private static readonly string[] Lists =
        ["neutral", "holds", "otherwise", "up", "down", "people", "wait-words", "owns", "owned-by", "asks-owner", "possessive", "nobody", "first", "asks-first"];

    private static readonly string[] Classes = ["counted", "cycles", "shares", "parties"];
    private static readonly string[] Things = ["cyclic", "services", "shared", "waits"];

    /// <summary>The words as far as they can be read; use them only where no fault was added.</summary>
    public static ClaimWords? Read(string folder, Lexicon lexicon, ICollection<YamlFault> faults)
    {
        if (YamlFiles.Load(folder, "claims.yaml", faults) is not { } file)
            return null;
        var tokenizer = lexicon.Tokenizer;
        var marks = new List<Phrase>();
        foreach (var list in Lists)
        {
            file.Filled(list);
            marks.AddRange(file.Phrases(list, list, null, tokenizer));
        }
        foreach (var list in Classes)
            if (file.NeededMap(list) is { } map)
                foreach (var key in map.Keys)
                    marks.AddRange(map.Phrases(key, $"{list}:{key}", null, tokenizer));
        var subjects = Things.ToDictionary(list => list, list => SubjectsOf(file, list, lexicon), StringComparer.Ordinal);
        var idle = file.Phrases("idle", "idle", null, tokenizer).SelectMany(phrase => phrase.Words).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var read = new ClaimWords(
            lexicon, new PhraseBook(marks), Figures(file, "numbers"),
            Figures(file, "hours").ToDictionary(unit => tokenizer.Words(unit.Key)[0].Stem, unit => unit.Value, StringComparer.Ordinal), file.Patterns("always-up", lexicon), subjects,
            file.Concepts("ownable", lexicon).ToHashSet(StringComparer.Ordinal), idle);
        file.Close();
        return read;
    }

    private static Dictionary<string, string> SubjectsOf(YamlMap file, string list, Lexicon lexicon) => file.NeededMap(list) is not { } map
        ? []
        : map.Keys.SelectMany(label => map.Concepts(label, lexicon).Select(concept => (concept, label))).ToDictionary(pair => pair.concept, pair => pair.label, StringComparer.Ordinal);

    private static Dictionary<string, double> Figures(YamlMap file, string key)
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        if (file.NeededMap(key) is not { } map)
            return figures;
        foreach (var word in map.Keys)
            if (double.TryParse(map.Text(word), CultureInfo.InvariantCulture, out var figure))
                figures.Add(word, figure);
            else
                map.Fault(word, $"\"{word}\" is no number.", "Write it in digits.");
        return figures;
    }
}
