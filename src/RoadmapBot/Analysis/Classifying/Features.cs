using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Classifying;

/// <summary>
/// What the classifier sees of a sentence: its word stems, alone, denied and in pairs, the concepts and how their clauses mean them, the stance of the sentence
/// alone and towards what was asked, things together, who speaks, and which signals of the catalogue are in it.
/// </summary>
internal static class Features
{
    private const char Stem = 'w', Denied = 'n', Pair = 'b', Thing = 'c', Missing = 'd', Stance = 'p', Asked = 't', Speaker = 'r', Fired = 's', Together = 'x', Answered = 'a';

    /// <param name="signs">The signals found in the answer.</param>
    /// <param name="sentence">The sentence's number in <see cref="Breaks.Sentence"/>.</param>
    public static HashSet<Feature> Of(Hearing hearing, IEnumerable<Finding> signs, int sentence)
    {
        var text = hearing.Text;
        var features = new HashSet<Feature>();
        bool Holds(int word) => text.Breaks.Sentence[word] == sentence;
        AddWords(features, text, Holds);
        foreach (var hit in text.Concepts)
        {
            if (!Holds(hit.First))
                continue;
            features.Add(new Feature(Thing, hit.Name));
            features.Add(new Feature(Thing, hit.Name, NameOf(text.ClauseAt(hit.First).Polarity)));
        }
        string[] things = [.. text.Concepts.Where(hit => Holds(hit.First)).Select(hit => hit.Name).Distinct().Order(StringComparer.Ordinal)];
        foreach (var (at, thing) in things.Index())
        {
            foreach (var other in things.AsSpan(at + 1))
                features.Add(new Feature(Together, thing, other));
            foreach (var asked in hearing.AskedOf)
                features.Add(new Feature(Answered, asked, thing));
        }
        foreach (var denial in text.Denials)
            if (Holds(denial.Word))
                features.Add(new Feature(Missing, denial.Concept));
        foreach (var clause in text.Clauses)
            if (Holds(clause.Words.First))
                AddStance(features, hearing, NameOf(clause.Polarity));
        foreach (var cue in text.Cues)
            if (cue.Kind is Cue.Negator or Cue.Hedge or Cue.Ought or Cue.Lack or Cue.Unknown or Cue.Praise or Cue.Fixed or Cue.Frequent && Holds(cue.First))
                AddStance(features, hearing, cue.Name);
        foreach (var found in signs)
            if (Holds(found.Sign.Last))
                features.Add(new Feature(Fired, found.Entry.Id));
        return features;
    }

    /// <summary>What holds for every sentence of an answer: the question, and who speaks.</summary>
    public static HashSet<Feature> Around(Hearing hearing)
    {
        var features = new HashSet<Feature>();
        foreach (var asked in hearing.AskedOf)
            features.Add(new Feature(Asked, asked));
        if (hearing.Voice is { } voice)
            features.Add(new Feature(Speaker, voice.Role.ToString()));
        return features;
    }

    private static void AddWords(HashSet<Feature> features, Reading text, Func<int, bool> holds)
    {
        for (var i = 0; i < text.Words.Length; i++)
        {
            if (!holds(i))
                continue;
            features.Add(new Feature(Stem, text.Words[i].Stem));
            if (PolarityJudge.IsNegated(text, i))
                features.Add(new Feature(Denied, text.Words[i].Stem));
            if (i > 0 && text.Breaks.Clause[i] == text.Breaks.Clause[i - 1])
                features.Add(new Feature(Pair, text.Words[i - 1].Stem, text.Words[i].Stem));
        }
    }

    private static void AddStance(HashSet<Feature> features, Hearing hearing, string stance)
    {
        features.Add(new Feature(Stance, stance));
        foreach (var asked in hearing.AskedOf)
            features.Add(new Feature(Asked, asked, stance));
    }

    private static string NameOf(Polarity polarity) => polarity switch
    {
        Polarity.Problem => nameof(Polarity.Problem),
        Polarity.Strength => nameof(Polarity.Strength),
        Polarity.Plan => nameof(Polarity.Plan),
        Polarity.Unknown => nameof(Polarity.Unknown),
        _ => nameof(Polarity.Neutral),
    };
}
