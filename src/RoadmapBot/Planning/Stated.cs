using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Planning;

/// <summary>What finding prices and finding losses in a text have in common.</summary>
internal static class Stated
{
    private const string LossWords = "lost-money";

    /// <summary>The first word that a piece of the text overlaps; null for none.</summary>
    public static int? WordAt(Reading reading, int index, int length) =>
        Array.FindIndex(reading.Words, word => word.End > index && word.Start < index + length) is >= 0 and var word ? word : null;

    /// <summary>Whether a word's clause speaks of something lost.</summary>
    public static bool SpeaksOfLoss(Reading reading, int word) =>
        reading.Concepts.Any(hit => hit.Name == LossWords && reading.Breaks.Clause[hit.First] == reading.Breaks.Clause[word]);
}
