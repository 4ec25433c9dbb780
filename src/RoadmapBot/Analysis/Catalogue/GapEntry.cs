using RoadmapBot.Analysis.Language;
using RoadmapBot.Engagements;

namespace RoadmapBot.Analysis.Catalogue;

/// <summary>A gap that any organisation might have, and how people show that they have it.</summary>
/// <param name="Statement">What we say when it is found; holds nothing that the signals do not carry.</param>
/// <param name="IsGeneral">Gives way where the same sentence shows a more specific gap.</param>
/// <param name="IsGrowth">Belongs to later growth, however it scores.</param>
/// <param name="Initiatives">Ids in the initiative library, the foremost first.</param>
/// <param name="Worse">What makes it weigh more, besides what always does.</param>
internal sealed record GapEntry(
    string Id, string Title, string Statement, Domain Domain, GapKind Kind, string? Csf, int Likelihood, int Impact, bool IsGeneral, bool IsGrowth,
    IReadOnlyList<ObjectiveClass> Serves, IReadOnlyList<Signal> Signals, IReadOnlyList<Signal> Counters, IReadOnlyList<Pattern> Worse,
    IReadOnlyList<string> Initiatives, FollowUp? Ask);

/// <summary>What to ask, and of which role, where the answers leave the gap open.</summary>
internal sealed record FollowUp(string Question, Role Role);

/// <summary>How an answer shows a gap. The closed set of ways.</summary>
/// <param name="By">Only when these say it; empty for everybody.</param>
/// <param name="Asked">Only in answer to a question that speaks of one of these; empty for any question.</param>
internal abstract record Signal(IReadOnlyList<Role> By, IReadOnlyList<string> Asked)
{
    /// <summary>A pattern is said, and meant. <paramref name="About"/>: in a sentence about one of these, or in answer to a question about it.</summary>
    internal sealed record Says(Pattern Pattern, IReadOnlyList<string> About, IReadOnlyList<Role> By, IReadOnlyList<string> Asked) : Signal(By, Asked);

    /// <summary>One of the concepts is spoken of, in the given way.</summary>
    internal sealed record Speaks(Way Way, IReadOnlyList<string> Concepts, IReadOnlyList<Role> By, IReadOnlyList<string> Asked) : Signal(By, Asked);
}

internal enum Way
{
    /// <summary>Something is wrong with it.</summary>
    Trouble,

    /// <summary>It is not there.</summary>
    Lacks,

    /// <summary>It is asked for.</summary>
    Wants,

    /// <summary>The speaker does not know.</summary>
    Unsure,

    /// <summary>It is well: a way for counter-signals.</summary>
    Praised,

    /// <summary>It was asked about, and the whole answer is a doubt, a denial or a trouble that shows nothing more specific.</summary>
    Doubted,
}
