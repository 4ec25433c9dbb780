using System.Text.Json.Serialization;
using RoadmapBot.Analysis.Checks;
using RoadmapBot.Analysis.Support;

namespace RoadmapBot.Analysis;

/// <summary>
/// Where a claim comes from. <paramref name="Quote"/> is found in the statement's text, character for character. A pain point has no voice:
/// <paramref name="Voice"/> is empty and <paramref name="Statement"/> is the pain point's id. A row of the asset list has the voice <see cref="AssetList"/>
/// and its line as <paramref name="Statement"/>.
/// </summary>
internal sealed record Receipt(string Voice, string Statement, string Quote)
{
    /// <summary>The voice of the asset list; no person's id begins so.</summary>
    public const string AssetList = "#assets";

    [JsonIgnore]
    public bool IsAsset => Voice == AssetList;

    /// <summary>The voice of somebody who had everything erased: the words are gone, what they led to may stand on others.</summary>
    public const string Erased = "#erased";

    [JsonIgnore]
    public bool IsErased => Voice == Erased;
}

/// <param name="Likelihood">1 (rare) to 5 (certain or already so).</param>
/// <param name="Impact">1 (a nuisance) to 5 (stops the organisation).</param>
/// <param name="Why">In words: what was said that raised or lowered them.</param>
internal sealed record Severity(int Likelihood, int Impact, string Why)
{
    /// <summary>Likelihood times impact, 1 to 25.</summary>
    public int Score() => Likelihood * Impact;
}

/// <summary>An objective that a gap stands in the way of, by its index in <see cref="GapAnalysis.Objectives"/>.</summary>
/// <param name="IsWeak">No objective asks for it; this is only the nearest, and to be questioned.</param>
internal sealed record ObjectiveLink(int Objective, string Why, bool IsWeak = false);

/// <summary>What the organisation wants to achieve.</summary>
/// <param name="IsImplied">Nobody stated it; the answers imply it.</param>
internal sealed record Objective(string Text, IReadOnlyList<ObjectiveClass> Classes, bool IsImplied);

/// <summary>Something that is missing or wrong, merged over everybody who spoke of it.</summary>
/// <param name="Id">The catalogue entry.</param>
/// <param name="Csf">A NIST CSF 2.0 category such as <c>PR.AA</c>, where one fits.</param>
/// <param name="Evidence">At least one; the most telling first.</param>
internal sealed record Gap(
    string Id, string Title, string Statement, Domain Domain, GapKind Kind, Bucket Bucket, Severity Severity, string? Csf,
    IReadOnlyList<Receipt> Evidence, IReadOnlyList<ObjectiveLink> Objectives);

[JsonConverter(typeof(JsonStringEnumConverter<ContradictionKind>))]
internal enum ContradictionKind
{
    /// <summary>One says it exists, another that it does not.</summary>
    Existence,

    /// <summary>How many, how often, how long, how much of it.</summary>
    Number,

    /// <summary>Different owners are named, or one and none.</summary>
    Ownership,

    /// <summary>What comes first.</summary>
    Priority,

    /// <summary>Executives praise what the people who work with it complain of.</summary>
    Perception,
}

/// <param name="Says">The stand in a few words, such as a figure or a party.</param>
internal sealed record Side(string Says, IReadOnlyList<Receipt> Evidence);

/// <summary>What people say that cannot both hold.</summary>
/// <param name="About">The thing: "the backups", "the number of laptops".</param>
/// <param name="Ask">Who can settle it: a role, in words.</param>
/// <param name="Evidence">The receipts of all sides.</param>
/// <param name="Question">What to ask.</param>
/// <param name="Sides">Two at least.</param>
internal sealed record Contradiction(
    string About, string Ask, IReadOnlyList<Receipt> Evidence, ContradictionKind Kind, string Question, IReadOnlyList<Side> Sides);

/// <summary>A question that nobody has answered, and whom to ask.</summary>
internal sealed record Unknown(string Question, string Ask);

/// <param name="Score">0 to 100.</param>
/// <param name="Confidence">0 to 100: how far the score can be trusted.</param>
internal sealed record Health(Domain Domain, int Score, int Confidence);

/// <param name="Code">Stable, in kebab case.</param>
internal sealed record Warning(string Code, string Text);

/// <param name="Gap">The gap's id.</param>
/// <param name="Class">One of four, in words.</param>
/// <param name="Text">What happens while nothing is done.</param>
/// <param name="Losses">Empty where nobody stated figures that can be multiplied.</param>
internal sealed record Inaction(string Gap, string Class, string Text, IReadOnlyList<Loss> Losses);

/// <param name="Sum">The arithmetic, on stated figures.</param>
internal sealed record Loss(string Sum, Receipt Receipt);

/// <summary>What went wrong in a past project, or would be done differently: in the person's words.</summary>
/// <param name="Concepts">Names of lexicon concepts, the most telling first.</param>
/// <param name="About">The labels of the concepts.</param>
/// <param name="Guard">What an initiative that it bears upon does about it, a sentence; null where the project is praised.</param>
internal sealed record Lesson(Receipt Receipt, IReadOnlyList<string> Concepts, IReadOnlyList<Domain> Domains, IReadOnlyList<string> About, string? Guard);

/// <param name="Category">For instance <c>PR.AA</c>.</param>
/// <param name="Tier">1 (partial) to 4 (adaptive); null where nobody spoke of it.</param>
/// <param name="Target">1 to 4; an assumption.</param>
/// <param name="Why">What the tier was derived from.</param>
internal sealed record CategoryState(string Category, string Name, int? Tier, int Target, string Why);

/// <param name="Gaps">Most severe first.</param>
internal sealed record GapAnalysis(
    IReadOnlyList<Objective> Objectives, IReadOnlyList<Gap> Gaps, IReadOnlyList<Contradiction> Contradictions, IReadOnlyList<Unknown> Unknowns,
    IReadOnlyList<Health> Health, IReadOnlyList<Warning> Warnings)
{
    public SupportRegister Support { get; init; } = SupportRegister.None;

    /// <summary>What doing nothing costs, for each gap that falls into a class.</summary>
    public IReadOnlyList<Inaction> Inactions { get; init; } = [];

    /// <summary>What past projects teach.</summary>
    public IReadOnlyList<Lesson> Lessons { get; init; } = [];

    /// <summary>All 22 categories of CSF 2.0.</summary>
    public IReadOnlyList<CategoryState> Profile { get; init; } = [];

    /// <summary>Readiness, checklist by checklist, in the catalogue's order.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];
}
