using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis;

/// <summary>One thing that was said, read: an answer with its question, or a pain point, which has neither voice nor question.</summary>
internal sealed class Hearing
{
    private readonly Lexicon _lexicon;
    private Subjects?[]? _subjects;

    public Hearing(Lexicon lexicon, Voice? voice, string id, string? department, Reading topic, Reading text)
    {
        (_lexicon, Voice, Id, Department, Topic, Text) = (lexicon, voice, id, department, topic, text);
        AsksForTrouble = topic.Cues.Any(cue => cue.Kind is Cue.Problem or Cue.Understatement or Cue.Lack);
        AsksForStrengths = topic.Clauses.Any(clause => clause.Polarity is Polarity.Strength);
        AsksForWishes = topic.Cues.Any(cue => cue.Kind is Cue.Want);
    }

    public Voice? Voice { get; }

    public string Id { get; }

    public string? Department { get; }

    public Reading Topic { get; }

    public Reading Text { get; }

    /// <summary>The concepts of the question.</summary>
    public IReadOnlySet<string> AskedOf => Topic.Names;

    public bool AsksForTrouble { get; }

    /// <summary>"What works well?"</summary>
    public bool AsksForStrengths { get; }

    public bool AsksForWishes { get; }

    public bool IsBy(IReadOnlyList<Role> roles) => roles.Count == 0 || (Voice is { } voice && roles.Contains(voice.Role));

    /// <summary>True where the answer or its question speaks of one of the concepts.</summary>
    public bool Mentions(IReadOnlyList<string> concepts)
    {
        foreach (var hit in Text.Concepts)
            if (concepts.Contains(hit.Name))
                return true;
        return AskedOf.Overlaps(concepts);
    }

    /// <summary>What a clause is about: its own things, or else the nearest before it, or else what was asked.</summary>
    public Subjects SubjectsOf(int clause)
    {
        _subjects ??= new Subjects?[Text.Clauses.Length];
        return _subjects[clause] ??= FindSubjects(clause);
    }

    /// <summary>
    /// Clauses that deny what was asked about without naming it: "no", "not that I know", "that was never laid out". Only where the question is about something
    /// that can be or not be there, and asks for no trouble.
    /// </summary>
    public IEnumerable<Clause> Refusals(IReadOnlyList<string> concepts) =>
        AsksForTrouble || !AskedOf.Any(name => _lexicon.Concepts[name].IsClaimable && concepts.Contains(name)) ? [] : Text.Clauses.Where((clause, index) =>
            clause.Polarity is not (Polarity.Strength or Polarity.Plan) && SubjectsOf(index).Nearness is Nearness.Asked
            && Text.Cues.Any(cue => clause.Words.Holds(cue.First) && cue.Kind is Cue.Negator or Cue.Understatement));

    /// <summary>What the question is mostly about: its longest phrase, the first of equals.</summary>
    public string? MainTopic() => Topic.Concepts.Where(hit => _lexicon.Concepts[hit.Name].Domain is not null)
        .OrderByDescending(hit => hit.Last - hit.First).ThenBy(hit => hit.First).Select(hit => hit.Name).FirstOrDefault();

    /// <summary>The clause that doubts most, of an answer that praises nothing: one with trouble, then one that does not know, then one that denies.</summary>
    public Clause? Doubt() => Text.Clauses.Any(clause => clause.Polarity is Polarity.Strength) ? null
        : Text.Clauses.FirstOrDefault(clause => clause.Polarity is Polarity.Problem)
        ?? Text.Clauses.FirstOrDefault(clause => clause.Polarity is Polarity.Unknown)
        ?? Text.Clauses.FirstOrDefault(clause => clause.Polarity is Polarity.Neutral && !AsksForTrouble && !AsksForWishes
            && Text.Cues.Any(cue => clause.Words.Holds(cue.First) && cue.Kind is Cue.Negator or Cue.Ought or Cue.Hedge));

    /// <summary>All concepts in the sentence of a word.</summary>
    public IEnumerable<string> InSentence(int word) =>
        Text.Concepts.Where(hit => Text.Breaks.Sentence[hit.First] == Text.Breaks.Sentence[word]).Select(hit => hit.Name);

    private Subjects FindSubjects(int clause)
    {
        var sentence = SentenceOf(clause);
        if (ThingsIn(Text.Clauses[clause]) is { Count: > 0 } own && AskedOf.Count > 0 && own.All(name => _lexicon.Concepts[name].IsIncidental))
            return new Subjects(own.Union(AskedOf).ToHashSet(StringComparer.Ordinal), Nearness.Asked, Text.Clauses[clause].Words.First);
        for (var i = clause; i >= 0; i--)
            if (ThingsIn(Text.Clauses[i]) is { Count: > 0 } things && sentence - SentenceOf(i) <= 1)
                return new Subjects(things, i == clause ? Nearness.Own : SentenceOf(i) == sentence ? Nearness.Sentence : Nearness.Before, Text.Clauses[i].Words.First);
        return new Subjects(AskedOf, Nearness.Asked, Text.Clauses[clause].Words.First);
    }

    private int SentenceOf(int clause) => Text.Breaks.Sentence[Text.Clauses[clause].Words.First];

    private HashSet<string> ThingsIn(Clause clause) =>
        [.. Text.Concepts.Where(hit => clause.Words.Holds(hit.First) && _lexicon.Concepts[hit.Name].Domain is not null).Select(hit => hit.Name)];
}

/// <summary>How near to a clause its subject was named, nearest first.</summary>
internal enum Nearness
{
    Own,
    Sentence,
    Before,
    Asked,
}

/// <param name="From">A word of the clause that names them, so that a quote can begin there.</param>
internal sealed record Subjects(IReadOnlySet<string> Things, Nearness Nearness, int From);
