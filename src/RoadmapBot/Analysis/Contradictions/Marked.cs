using System.Buffers;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis.Contradictions;

/// <summary>A hearing together with what <see cref="ClaimWords"/> marks in it and in its question.</summary>
internal sealed class Marked(ClaimWords words, Hearing hearing)
{
    private List<Hit>? _marks;
    private List<Hit>? _topicMarks;

    public ClaimWords Words => words;

    public Hearing Hearing => hearing;

    public Reading Text => Hearing.Text;

    public IReadOnlyList<Hit> TopicMarks => _topicMarks ??= Longest(words.Marks.Find(hearing.Topic.Words, hearing.Topic.Breaks.Clause));

    private List<Hit> Marks => _marks ??= Longest(words.Marks.Find(hearing.Text.Words, hearing.Text.Breaks.Clause));

    public IEnumerable<Hit> Of(string list) => Marks.Where(mark => mark.Name == list || IsOf(mark, list));

    public bool Has(string list, int clause) => Of(list).Any(mark => Text.Breaks.Clause[mark.First] == clause);

    public bool HasInSentence(string list, int word) => Of(list).Any(mark => Text.Breaks.Sentence[mark.First] == Text.Breaks.Sentence[word]);

    public bool IsAsked(string list) => TopicMarks.Any(mark => mark.Name == list || IsOf(mark, list));

    /// <summary>What a mark stands for in its list: "laptops" of <c>counted:laptops</c>.</summary>
    public static string Meaning(Hit mark) => mark.Name[(mark.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>True where the clause tells of now, and of nothing that was, ought to be or is only planned.</summary>
    public bool IsNow(int clause) => Text.Clauses[clause] is { Polarity: not (Polarity.Plan or Polarity.Unknown), IsWanted: false, IsFixed: false } && !Has("otherwise", clause)
        && !Text.Cues.Any(cue => cue.Kind is Cue.Past or Cue.Ought && Text.Breaks.Clause[cue.First] == clause);

    /// <summary>The label under which the list knows a concept of the clause, or else of its sentence, or else of the question.</summary>
    public string? SubjectOf(string list, int clause)
    {
        var labels = Words.Subjects[list];
        var sentence = Text.Breaks.Sentence[Text.Clauses[clause].Words.First];
        var named = Text.Concepts.Where(hit => labels.ContainsKey(hit.Name)).ToArray();
        var hits = named.Where(hit => Text.Breaks.Clause[hit.First] == clause).Concat(named.Where(hit => Text.Breaks.Sentence[hit.First] == sentence)).Select(hit => hit.Name)
            .Concat(Hearing.Topic.Concepts.Select(hit => hit.Name).Where(labels.ContainsKey));
        return hits.Select(name => labels[name]).FirstOrDefault();
    }

    /// <summary>What a claim is restricted to, so that "40 in Halden" is not held against "90 altogether": the words that follow it, or that stand before it.</summary>
    /// <param name="from">The claim's first word.</param>
    /// <param name="behind">The word behind the claim.</param>
    public string Scope(int from, int behind)
    {
        var sentence = Text.Breaks.Sentence[from];
        var scope = new SortedSet<string>(StringComparer.Ordinal);
        for (var word = from - 1; word >= 0 && Text.Breaks.Sentence[word] == sentence; word--)
            if (Text.Words[word].Raw is "in" or "at" or "for" or "on" && !Stands("neutral", word))
                AddContent(scope, word + 1, from);
        scope.UnionWith(Restriction(sentence, behind));
        return string.Join(' ', scope);
    }

    /// <summary>The words behind a thing that leave only a part of it: "a budget for training".</summary>
    public string Restriction(Hit thing) => string.Join(' ', Restriction(Text.Breaks.Sentence[thing.First], thing.Last));

    private SortedSet<string> Restriction(int sentence, int behind)
    {
        var scope = new SortedSet<string>(StringComparer.Ordinal);
        if (behind < Text.Words.Length && Text.Breaks.Sentence[behind] == sentence && !IsPunctuated(behind) && Restricts.Contains(Text.Words[behind].Raw) && !Stands("neutral", behind))
            AddContent(scope, behind + (Text.Words[behind].Raw is "are" or "is" or "have" ? 0 : 1), Text.Words.Length);
        return scope;
    }

    public bool Stands(string list, int word) => Of(list).Any(mark => mark.First <= word && mark.Last > word);

    private static readonly SearchValues<char> Punctuation = SearchValues.Create(",.;:()-–");

    private static readonly HashSet<string> Restricts =
        ["in", "at", "for", "on", "from", "with", "without", "per", "under", "that", "which", "who", "are", "is", "have", "older", "younger", "running", "over", "just", "between"];

    private void AddContent(SortedSet<string> scope, int from, int to)
    {
        for (var word = from; word < Math.Min(to, from + 3) && word < Text.Words.Length && Text.Breaks.Clause[word] == Text.Breaks.Clause[from]; word++)
            if (Text.Words[word].Raw is not ("the" or "our" or "my" or "a" or "an" or "we" or "i") && !Stands("neutral", word))
                scope.Add(Text.Words[word].Stem);
    }

    private bool IsPunctuated(int word) => word > 0 && Text.Text.AsSpan(Text.Words[word - 1].End, Math.Max(0, Text.Words[word].Start - Text.Words[word - 1].End)).ContainsAny(Punctuation);

    /// <summary>Of marks of one list that overlap, the longest counts: "twice a year" is no "a year".</summary>
    private static List<Hit> Longest(List<Hit> marks) => [.. marks.Where(mark => !marks.Exists(other =>
        other.First <= mark.First && other.Last >= mark.Last && other.Last - other.First > mark.Last - mark.First && ListOf(other).SequenceEqual(ListOf(mark))))];

    private static ReadOnlySpan<char> ListOf(Hit mark) => mark.Name.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? mark.Name.AsSpan(0, colon) : mark.Name;

    private static bool IsOf(Hit mark, string list) => mark.Name.Length > list.Length && mark.Name[list.Length] is ':' && mark.Name.StartsWith(list, StringComparison.Ordinal);
}
