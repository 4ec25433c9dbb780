using RoadmapBot.Analysis.Language;
using RoadmapBot.Discovery;
using Cue = RoadmapBot.Analysis.Language.Cue;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>Something that people speak of.</summary>
/// <param name="Label">How a sentence of ours names it: "the backups".</param>
/// <param name="Domain">Where a mention counts; null for a concept that is no thing but a quality or a person ("old", "one person").</param>
/// <param name="IsIncidental">Often named in passing ("it costs us time"), so that the question still says what a clause is about.</param>
/// <param name="IsClaimable">People can say whether it exists: a plan, a list, a policy.</param>
internal sealed record Concept(string Name, string Label, Domain? Domain, bool IsClaimable, bool IsIncidental);

/// <summary>The words of the trade and of ordinary talk, loaded from <c>words.yaml</c>, <c>cues.yaml</c> and <c>lexicon-*.yaml</c>.</summary>
internal sealed record Lexicon(IReadOnlyDictionary<string, Concept> Concepts, EvidenceReader Reader, PatternParser Patterns, Tokenizer Tokenizer, Symbols Symbols)
{
    /// <summary>What a question is mostly about: its longest phrase, the first of equals; null where it speaks of no domain.</summary>
    public string? MainTopic(Reading question) => question.Concepts.Where(hit => Concepts[hit.Name].Domain is not null)
        .OrderByDescending(hit => hit.Last - hit.First).ThenBy(hit => hit.First).Select(hit => hit.Name).FirstOrDefault();

    /// <summary>The lexicon as far as it can be read, or null where a whole file cannot be; use it only where no fault was added.</summary>
    /// <param name="folder">The catalogue's folder.</param>
    public static Lexicon? Read(string folder, ICollection<YamlFault> faults)
    {
        var files = YamlFiles.Names(folder, "lexicon-*.yaml", faults).Select(name => YamlFiles.Load(folder, name, faults)).ToArray();
        var cueFile = YamlFiles.Load(folder, "cues.yaml", faults);
        if (YamlFiles.Load(folder, "words.yaml", faults) is not { } words || cueFile is null || files.Length == 0 || files.Contains(null))
            return null;

        var tokenizer = TokenizerOf(words);
        var segmenter = new Segmenter(
            words.Filled("openers"), words.Filled("joiners"), words.Filled("subjects"), words.Filled("contrasts"), words.Filled("abbreviations"));
        words.Close();

        var concepts = new Dictionary<string, Concept>(StringComparer.Ordinal);
        var (phrases, questions) = (new List<Phrase>(), new List<Phrase>());
        foreach (var file in files.OfType<YamlMap>())
            ReadConcepts(file, tokenizer, concepts, phrases, questions);
        var names = concepts.Keys.Concat(Enum.GetNames<Cue>()).ToHashSet(StringComparer.Ordinal);
        var symbols = new Symbols();
        var reader = new EvidenceReader(
            tokenizer, segmenter, new PhraseBook(phrases), new PhraseBook(phrases.Concat(questions)), new PhraseBook(CuesOf(cueFile, tokenizer)), symbols);
        return new Lexicon(concepts, reader, new PatternParser(tokenizer, names, symbols), tokenizer, symbols);
    }

    private static Tokenizer TokenizerOf(YamlMap words)
    {
        var irregular = words.NeededMap("irregular");
        var forms = new Dictionary<string, string>();
        foreach (var basic in irregular?.Keys ?? [])
            foreach (var form in irregular!.Text(basic).Split(' '))
                if (!forms.TryAdd(form, basic))
                    irregular.Fault(basic, $"\"{form}\" is a form of \"{forms[form]}\" and of \"{basic}\".", "Keep it under one of them.");
        var contractions = words.NeededMap("contractions");
        return new Tokenizer(
            new Stemmer(forms), words.Filled("numbers"), words.Filled("isWords"),
            contractions?.Keys.ToDictionary(word => word, word => contractions.Text(word).Split(' ')) ?? []);
    }

    private static void ReadConcepts(YamlMap file, Tokenizer tokenizer, Dictionary<string, Concept> concepts, List<Phrase> phrases, List<Phrase> questions)
    {
        var all = file.NeededMap("concepts");
        foreach (var name in all?.Keys ?? [])
        {
            if (all!.NeededMap(name)?.At($"concept {name}") is not { } entry)
                continue;
            var label = entry.Has("label") ? entry.Text("label") : name;
            var domain = entry.Has("domain") ? entry.Choice<Domain>("domain") : (Domain?)null;
            if (!concepts.TryAdd(name, new Concept(name, label, domain, entry.Flag("claimable"), entry.Flag("incidental"))))
                entry.Fault("The concept is there twice.", "Rename or merge it.");
            entry.Filled("words");
            phrases.AddRange(entry.Phrases("words", name, null, tokenizer));
            questions.AddRange(entry.Phrases("asked", name, null, tokenizer));
            entry.Close();
        }
        file.Close();
    }

    private static List<Phrase> CuesOf(YamlMap file, Tokenizer tokenizer)
    {
        var seen = new Dictionary<string, Cue>(StringComparer.Ordinal);
        var all = new List<Phrase>();
        foreach (var cue in Enum.GetValues<Cue>())
        {
            file.Filled(KeyOf(cue));
            foreach (var phrase in file.Phrases(KeyOf(cue), cue.ToString(), cue, tokenizer))
            {
                if (!seen.TryAdd(phrase.Form, cue) && seen[phrase.Form] != cue)
                {
                    file.Fault(KeyOf(cue), $"\"{phrase.Text}\" stands under {KeyOf(cue)} and, in some form, under {KeyOf(seen[phrase.Form])}.",
                        "Keep it under one of them.", item: phrase.Text);
                }

                all.Add(phrase);
            }
        }
        file.Close();
        return all;
    }

    private static string KeyOf(Cue cue) => char.ToLowerInvariant(cue.ToString()[0]) + cue.ToString()[1..];
}
