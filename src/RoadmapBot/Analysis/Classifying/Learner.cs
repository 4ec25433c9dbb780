using System.Security.Cryptography;
using System.Text;
using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis.Classifying;

/// <summary>Makes the classifier from the catalogue's examples. Slow, so it is done when the catalogue changes (the <c>learn</c> command), not at start.</summary>
internal static class Learner
{
    /// <summary>A gap with fewer examples is not learned; its signals speak for it.</summary>
    private const int Fewest = 12;

    public static GapClassifier Learn(GapCatalogue catalogue, IReadOnlyList<Example> examples, string fingerprint, Training.Settings? settings = null)
    {
        string[] labels = [.. examples.SelectMany(example => example.Gaps).GroupBy(gap => gap).Where(group => group.Count() >= Fewest).Select(group => group.Key).Order(StringComparer.Ordinal)];
        var index = labels.Index().ToDictionary(item => item.Item, item => item.Index, StringComparer.Ordinal);
        examples = [.. examples.Where(example => example.Gaps.Count == 0 || example.Gaps.Any(index.ContainsKey)), .. catalogue.Entries.Where(entry => index.ContainsKey(entry.Id)).SelectMany(Definitions)];
        var samples = examples.AsParallel().AsOrdered().Select(example => new Sample(Seen(HearingOf(catalogue, example)), [.. example.Gaps.Where(index.ContainsKey).Select(gap => index[gap])])).ToArray();
        return Training.Learn(labels, samples, fingerprint, settings ?? new Training.Settings());
    }

    /// <summary>What we say of a gap is an example of it.</summary>
    private static Example[] Definitions(GapEntry entry) => [new([entry.Id], Role.It, "", entry.Title), new([entry.Id], Role.It, "", entry.Statement)];

    /// <summary>Changes with every change of what is learned from and of the words with which it is read.</summary>
    public static string Fingerprint(string catalogue)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] patterns = ["words.yaml", "cues.yaml", "lexicon-*.yaml", "gaps-*.yaml", $"{Example.Folder}/*.txt"];
        foreach (var pattern in patterns)
            foreach (var file in Directory.GetFiles(Path.Combine(catalogue, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern)).Order(StringComparer.Ordinal))
                hash.AppendData(Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\n")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Every feature of an answer.</summary>
    public static HashSet<Feature> Seen(Hearing hearing)
    {
        var features = new HashSet<Feature>();
        Features.Around(hearing, feature => features.Add(feature));
        for (var sentence = 0; sentence < hearing.Text.Sentences; sentence++)
            Features.Of(hearing, sentence, feature => features.Add(feature));
        return features;
    }

    public static Hearing HearingOf(GapCatalogue catalogue, Example example) => new(
        catalogue.Lexicon, new Voice("example", example.Role, "", null, [], []), "", null,
        catalogue.Lexicon.Reader.ReadQuestion(example.Question), catalogue.Lexicon.Reader.Read(example.Answer));
}
