using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Questions;

/// <summary>What a passage is part of; it names the citation.</summary>
internal enum PassageKind
{
    Initiative,
    Gap,

    /// <summary>Somebody's own words, for those who may read them.</summary>
    Quote,
    Kpi,
    Budget,
    Timeline,
    Support,
    Contradiction,
    Unknown,
    Decision,
    Department,
}

/// <summary>Something that the roadmap says and this reader may see: the only stuff that answers are made of.</summary>
/// <param name="Key">Unique among the passages of a version, such as <c>initiative/backup</c>.</param>
/// <param name="Title">How it is cited.</param>
/// <param name="Says">What is shown of it.</param>
/// <param name="Found">What it is found by, besides title and <paramref name="Says"/>.</param>
/// <param name="Verb">With <paramref name="Data"/>: the card that holds it.</param>
internal sealed record Passage(
    PassageKind Kind, string Key, string Title, string Says, IReadOnlyList<string> Found, string Verb, params IReadOnlyList<(string Key, string Value)> Data)
{
    public Initiative? Of { get; init; }
}

/// <summary>
/// What came out of a question: lines made of stored fields, and the passages they stand on. Whoever rewords the lines has these passages and nothing else to do it from,
/// and the citations stay as they are.
/// </summary>
/// <param name="From">Empty where the roadmap does not say.</param>
/// <param name="Behind">The gaps whose receipts are shown: quotes for those who may read them, counts for the others.</param>
internal sealed record Finding(Question Question, IReadOnlyList<string> Lines, IReadOnlyList<Passage> From, IReadOnlyList<Analysis.Gap> Behind)
{
    public bool IsSilent => From.Count == 0;

    public static Finding Silent(Question question) => new(question, [], [], []);
}
