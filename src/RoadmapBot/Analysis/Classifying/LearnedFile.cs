using RoadmapBot.Discovery;

namespace RoadmapBot.Analysis.Classifying;

/// <summary>The file in which a learned classifier lies beside the catalogue, so that no start has to learn it again.</summary>
internal static class LearnedFile
{
    public const string Name = "learned.bin";

    private const string Magic = "RoadmapBot gap classifier 2";

    public static void Write(string catalogue, GapClassifier classifier)
    {
        using var file = new BinaryWriter(File.Create(Path.Combine(catalogue, Name)));
        file.Write(Magic);
        file.Write(classifier.Fingerprint);
        file.Write(classifier.Labels.Count);
        foreach (var label in classifier.Labels)
            file.Write(label);
        foreach (var bias in classifier.Bias)
            file.Write(bias);
        file.Write(classifier.AnyBias);
        file.Write(classifier.Features.Count);
        foreach (var (feature, weights) in classifier.Features)
        {
            file.Write(feature.Kind);
            file.Write(feature.Name);
            file.Write(feature.With);
            file.Write((Half)weights.Rarity);
            file.Write((Half)weights.Any);
            file.Write((ushort)weights.Labels.Length);
            foreach (var (label, weight) in weights.Labels.Zip(weights.Weights))
            {
                file.Write(label);
                file.Write((Half)weight);
            }
        }
    }

    /// <summary>Null, and a fault, where it is not there or is no such file.</summary>
    public static GapClassifier? Read(string catalogue, ICollection<YamlFault> faults)
    {
        try
        {
            using var file = new BinaryReader(File.OpenRead(Path.Combine(catalogue, Name)));
            return file.ReadString() == Magic ? Read(file) : throw new InvalidDataException("It begins with other words.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException or FormatException or OverflowException)
        {
            faults.Add(new YamlFault(Name, null, "the file", $"It cannot be read: {fault.Message}", "Make it anew with the learn command."));
            return null;
        }
    }

    private static GapClassifier Read(BinaryReader file)
    {
        var fingerprint = file.ReadString();
        var labels = new string[file.ReadInt32()];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = file.ReadString();
        var bias = new float[labels.Length + 1];
        for (var i = 0; i < bias.Length; i++)
            bias[i] = file.ReadSingle();
        var anyBias = file.ReadSingle();
        var count = file.ReadInt32();
        var features = new Dictionary<Feature, FeatureWeights>(count);
        for (var number = 0; number < count; number++)
        {
            var feature = new Feature(file.ReadChar(), file.ReadString(), file.ReadString());
            var (rarity, any) = ((float)file.ReadHalf(), (float)file.ReadHalf());
            var weights = new FeatureWeights(number, rarity, any, new ushort[file.ReadUInt16()]);
            for (var i = 0; i < weights.Labels.Length; i++)
                (weights.Labels[i], weights.Weights[i]) = (file.ReadUInt16(), (float)file.ReadHalf());
            features.Add(feature, weights);
        }
        return new GapClassifier(labels, bias, anyBias, features, fingerprint);
    }
}
