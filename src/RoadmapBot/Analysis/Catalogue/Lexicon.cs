using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>Something that people speak of.</summary>
/// <param name="Label">How a sentence of ours names it: "the backups".</param>
/// <param name="Domain">Where a mention counts; null for a concept that is no thing but a quality or a person ("old", "one person").</param>
/// <param name="IsIncidental">Often named in passing ("it costs us time"), so that the question still says what a clause is about.</param>
/// <param name="IsClaimable">People can say whether it exists: a plan, a list, a policy.</param>
internal sealed record Concept(string Name, string Label, Domain? Domain, bool IsClaimable, bool IsIncidental);

/// <summary>The words of the trade and of ordinary talk, loaded from <c>words.yaml</c>, <c>cues.yaml</c> and <c>lexicon-*.yaml</c>.</summary>
internal sealed record Lexicon(IReadOnlyDictionary<string, Concept> Concepts, EvidenceReader Reader, PatternParser Patterns)
{
    /// <param name="folder">The catalogue's folder.</param>
    /// <exception cref="CatalogueException">A file is missing or faulty.</exception>
    public static Lexicon Load(string folder)
    {
        var words = YamlEntry.Load(Path.Combine(folder, "words.yaml"));
        var tokenizer = TokenizerOf(words);
        var segmenter = new Segmenter(words.Texts("openers"), words.Texts("joiners"), words.Texts("subjects"), words.Texts("contrasts"), words.Texts("abbreviations"));
        words.NothingElse();

        var (concepts, phrases, questions) = ConceptsOf(Directory.EnumerateFiles(folder, "lexicon-*.yaml").Order(StringComparer.Ordinal));
        var cues = CuesOf(YamlEntry.Load(Path.Combine(folder, "cues.yaml")), tokenizer);
        var names = concepts.Keys.Concat(Enum.GetNames<Cue>().Select(name => name)).ToHashSet(StringComparer.Ordinal);
        var reader = new EvidenceReader(
            tokenizer, segmenter, new PhraseBook(tokenizer, phrases), new PhraseBook(tokenizer, phrases.Concat(questions)), new PhraseBook(tokenizer, cues));
        return new Lexicon(concepts, reader, new PatternParser(tokenizer, names));
    }

    private static Tokenizer TokenizerOf(YamlEntry words)
    {
        var irregular = words.Entry("irregular");
        var forms = irregular.Keys.SelectMany(basic => irregular.Text(basic).Split(' ').Select(form => (form, basic)));
        var contractions = words.Entry("contractions");
        return new Tokenizer(
            new Stemmer(forms.ToDictionary(pair => pair.form, pair => pair.basic)), words.Texts("numbers"), words.Texts("isWords"),
            contractions.Keys.ToDictionary(word => word, word => contractions.Text(word).Split(' ')));
    }

    private static (Dictionary<string, Concept> Concepts, List<(string, string)> Phrases, List<(string, string)> Questions) ConceptsOf(IEnumerable<string> files)
    {
        var concepts = new Dictionary<string, Concept>(StringComparer.Ordinal);
        var (phrases, questions) = (new List<(string, string)>(), new List<(string, string)>());
        foreach (var file in files)
        {
            var root = YamlEntry.Load(file);
            var all = root.Entry("concepts");
            foreach (var name in all.Keys)
            {
                var entry = all.Entry(name);
                var domain = entry.OptionalText("domain") is null ? (Domain?)null : entry.Choice<Domain>("domain");
                if (!concepts.TryAdd(name, new Concept(name, entry.OptionalText("label") ?? name, domain, entry.Flag("claimable"), entry.Flag("incidental"))))
                    throw entry.Fault($"the concept \"{name}\" is there twice: rename or merge it.");
                var words = entry.Texts("words");
                if (words.Length == 0)
                    throw entry.Fault($"the concept \"{name}\" has no words: list at least one.");
                phrases.AddRange(words.SelectMany(Alternatives.Of).Select(phrase => (name, phrase)));
                questions.AddRange(entry.Texts("asked").SelectMany(Alternatives.Of).Select(phrase => (name, phrase)));
                entry.NothingElse();
            }
            root.NothingElse();
        }
        return (concepts, phrases, questions);
    }

    private static List<(string, string)> CuesOf(YamlEntry file, Tokenizer tokenizer)
    {
        var seen = new Dictionary<string, Cue>(StringComparer.Ordinal);
        var phrases = new List<(string, string)>();
        foreach (var cue in Enum.GetValues<Cue>())
            foreach (var phrase in file.Texts(KeyOf(cue)).SelectMany(Alternatives.Of))
            {
                var (words, exact) = PhraseBook.WordsOf(tokenizer, phrase);
                var form = string.Join(' ', words.Zip(exact, (word, asWritten) => asWritten ? "=" + word.Raw : word.Stem));
                if (!seen.TryAdd(form, cue) && seen[form] != cue)
                    throw file.Fault($"\"{phrase}\" stands under {KeyOf(cue)} and, in some form, under {KeyOf(seen[form])}: keep it under one of them.");
                phrases.Add((cue.ToString(), phrase));
            }
        file.NothingElse();
        return phrases;
    }

    private static string KeyOf(Cue cue) => char.ToLowerInvariant(cue.ToString()[0]) + cue.ToString()[1..];
}
