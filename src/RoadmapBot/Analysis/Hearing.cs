using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis;

/// <summary>One thing that was said, read: an answer with its question, or a pain point, which has neither voice nor question.</summary>
internal sealed class Hearing
{
    /// <summary>A reply of no more words than this takes its meaning from the question.</summary>
    private const int BareReply = 4;

    private readonly Lexicon _lexicon;
    private readonly Dictionary<int, Subjects> _subjects = [];

    public Hearing(Lexicon lexicon, Voice? voice, string id, string? department, Reading topic, Reading text)
    {
        (_lexicon, Voice, Id, Department, Topic, Text) = (lexicon, voice, id, department, topic, text);
        AskedOf = topic.Concepts.Select(hit => hit.Name).ToHashSet(StringComparer.Ordinal);
        AsksForTrouble = topic.Cues.Any(cue => cue.Name is nameof(Cue.Problem) or nameof(Cue.Understatement) or nameof(Cue.Lack));
        AsksForWishes = topic.Cues.Any(cue => cue.Name is nameof(Cue.Want));
        AsksYesOrNo = topic.Words is [{ Stem: "do" or "be" or "have" or "can" or "could" or "would" or "will" or "should" }, ..];
    }

    public Voice? Voice { get; }

    public string Id { get; }

    public string? Department { get; }

    public Reading Topic { get; }

    public Reading Text { get; }

    public IReadOnlySet<string> AskedOf { get; }

    public bool AsksForTrouble { get; }

    public bool AsksForWishes { get; }

    public bool AsksYesOrNo { get; }

    public bool IsBy(IReadOnlyList<Role> roles) => roles.Count == 0 || (Voice is { } voice && roles.Contains(voice.Role));

    /// <summary>What a clause is about: its own things, or else the nearest before it, or else what was asked.</summary>
    public Subjects SubjectsOf(int clause)
    {
        if (!_subjects.TryGetValue(clause, out var found))
            _subjects.Add(clause, found = FindSubjects(clause));
        return found;
    }

    /// <summary>A short "no" or "nobody" to a question: the clause that says it, or null.</summary>
    public Clause? BareNo() => Text.Clauses is [var first, ..] && first.Words.Last <= BareReply && !HasThings(first)
        && Text.Cues.Any(cue => first.Words.Holds(cue.First) && cue.Name is nameof(Cue.Negator) or nameof(Cue.Understatement)) ? first : null;

    /// <summary>All concepts in the sentence of a word.</summary>
    public IEnumerable<string> InSentence(int word) =>
        Text.Concepts.Where(hit => Text.Breaks.Sentence[hit.First] == Text.Breaks.Sentence[word]).Select(hit => hit.Name);

    private bool HasThings(Clause clause) => ThingsIn(clause).Count > 0;

    private Subjects FindSubjects(int clause)
    {
        var sentence = SentenceOf(clause);
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
