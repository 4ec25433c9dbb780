namespace RoadmapBot.Analysis.Classifying;

/// <summary>Where in an answer a gap shows most, and how likely it is.</summary>
/// <param name="First">The first sentence of the stretch.</param>
/// <param name="Last">Its last sentence.</param>
/// <param name="Any">How likely the whole answer shows any gap at all.</param>
internal readonly record struct Shown(string Gap, float Probability, float Any, int First, int Last);

/// <summary>Reads an answer sentence by sentence, by pairs of sentences and as a whole, and keeps for each gap the stretch that shows it most.</summary>
internal static class AnswerScores
{
    /// <summary>A longer stretch is quoted only where it shows the gap so many times as likely.</summary>
    private const float MuchMore = 1.25f;

    /// <param name="least">Less likely ones are left out.</param>
    public static IReadOnlyList<Shown> Of(GapClassifier classifier, Hearing hearing, float least)
    {
        var seen = new List<int>();
        Features.Around(hearing, feature => classifier.AddKnown(feature, seen));
        var around = TakeOnce(seen);
        var sentences = new int[hearing.Text.Sentences][];
        for (var i = 0; i < sentences.Length; i++)
        {
            Features.Of(hearing, i, feature => classifier.AddKnown(feature, seen));
            sentences[i] = TakeOnce(seen);
        }
        var best = new Dictionary<string, Shown>(StringComparer.Ordinal);
        var scores = new float[classifier.Labels.Count + 1];
        var any = 0f;
        foreach (var (first, last) in Stretches(sentences.Length))
        {
            seen.AddRange(around);
            foreach (var sentence in sentences.AsSpan(first..(last + 1)))
                seen.AddRange(sentence);
            any = classifier.Score(TakeOnce(seen), scores);
            for (var label = 0; label < classifier.Labels.Count; label++)
            {
                if (scores[label] < least)
                    continue;
                var now = new Shown(classifier.Labels[label], scores[label], 0, first, last);
                if (!best.TryGetValue(now.Gap, out var before) || now.Probability > before.Probability * MuchMore)
                    best[now.Gap] = now;
                else if (now.Probability > before.Probability)
                    best[now.Gap] = before with { Probability = now.Probability };
            }
        }
        return [.. best.Values.Select(shown => shown with { Any = any })]; // the last stretch is the whole
    }

    /// <summary>Empties the list; what was in it, in ascending order and each once.</summary>
    private static int[] TakeOnce(List<int> numbers)
    {
        numbers.Sort();
        int[] taken = [.. numbers.Where((number, at) => at == 0 || number != numbers[at - 1])];
        numbers.Clear();
        return taken;
    }

    private static IEnumerable<(int First, int Last)> Stretches(int sentences)
    {
        for (var length = 1; length <= Math.Min(2, sentences); length++)
            for (var first = 0; first + length <= sentences; first++)
                yield return (first, first + length - 1);
        if (sentences > 2)
            yield return (0, sentences - 1);
    }
}
