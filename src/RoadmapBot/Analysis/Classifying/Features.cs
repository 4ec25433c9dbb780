using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Classifying;

/// <summary>
/// What the classifier sees of a sentence: its word stems, alone, denied and in pairs, the concepts and how their clauses mean them, the stance of the sentence
/// alone and towards what was asked, things together, and who speaks.
/// </summary>
internal static class Features
{
    private const char Stem = 'w', Denied = 'n', Pair = 'b', Thing = 'c', Missing = 'd', Stance = 'p', Asked = 't', Speaker = 'r', Together = 'x', Answered = 'a', Question = 'q';

    /// <param name="sentence">The sentence's number in <see cref="Breaks.Sentence"/>.</param>
    /// <param name="add">Takes each feature, some of them more than once.</param>
    public static void Of(Hearing hearing, int sentence, Action<Feature> add)
    {
        var text = hearing.Text;
        bool Holds(int word) => text.Breaks.Sentence[word] == sentence;
        AddWords(text, Holds, add);
        foreach (var hit in text.Concepts)
        {
            if (!Holds(hit.First))
                continue;
            add(new Feature(Thing, hit.Name));
            add(new Feature(Thing, hit.Name, NameOf(text.ClauseAt(hit.First).Polarity)));
        }
        string[] things = [.. text.Concepts.Where(hit => Holds(hit.First)).Select(hit => hit.Name).Distinct().Order(StringComparer.Ordinal)];
        foreach (var (at, thing) in things.Index())
        {
            foreach (var other in things.AsSpan(at + 1))
                add(new Feature(Together, thing, other));
            foreach (var asked in hearing.AskedOf)
                add(new Feature(Answered, asked, thing));
        }
        foreach (var denial in text.Denials)
            if (Holds(denial.Word))
                add(new Feature(Missing, denial.Concept));
        foreach (var clause in text.Clauses)
            if (Holds(clause.Words.First))
                AddStance(hearing, NameOf(clause.Polarity), add);
        foreach (var cue in text.Cues)
            if (cue.Kind is Cue.Negator or Cue.Hedge or Cue.Ought or Cue.Lack or Cue.Unknown or Cue.Praise or Cue.Fixed or Cue.Frequent && Holds(cue.First))
                AddStance(hearing, cue.Name, add);
    }

    /// <summary>What holds for every sentence of an answer: the question, and who speaks.</summary>
    public static void Around(Hearing hearing, Action<Feature> add)
    {
        foreach (var asked in hearing.AskedOf)
            add(new Feature(Asked, asked));
        foreach (var word in hearing.Topic.Words)
            add(new Feature(Question, word.Stem));
        if (hearing.Voice is { } voice)
            add(new Feature(Speaker, voice.Role.ToString()));
    }

    private static void AddWords(Reading text, Func<int, bool> holds, Action<Feature> add)
    {
        for (var i = 0; i < text.Words.Length; i++)
        {
            if (!holds(i))
                continue;
            add(new Feature(Stem, text.Words[i].Stem));
            if (PolarityJudge.IsNegated(text, i))
                add(new Feature(Denied, text.Words[i].Stem));
            if (i > 0 && text.Breaks.Clause[i] == text.Breaks.Clause[i - 1])
                add(new Feature(Pair, text.Words[i - 1].Stem, text.Words[i].Stem));
        }
    }

    private static void AddStance(Hearing hearing, string stance, Action<Feature> add)
    {
        add(new Feature(Stance, stance));
        foreach (var asked in hearing.AskedOf)
            add(new Feature(Asked, asked, stance));
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
