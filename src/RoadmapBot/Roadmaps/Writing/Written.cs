using System.Text.Json.Serialization;
using RoadmapBot.Analysis;
using RoadmapBot.LanguageModel;

namespace RoadmapBot.Roadmaps.Writing;

/// <summary>A sentence that a model wrote and the check let pass.</summary>
/// <param name="Cites">The receipts of the answers that it stands on. When one of them goes, the sentence goes; erasure knows it by this name.</param>
internal sealed record Sentence(string Words, IReadOnlyList<Receipt> Cites);

/// <param name="Gap">The gap's id.</param>
internal sealed record GapWords(string Gap, IReadOnlyList<Sentence> Sentences);

/// <param name="Initiative">The initiative's id.</param>
internal sealed record InitiativeWords(string Initiative, string Words);

/// <summary>How far a model came with the wording of a draft.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Reach>))]
internal enum Reach
{
    /// <summary>It was asked for everything, and answered.</summary>
    All,

    /// <summary>Some of what was asked came to nothing.</summary>
    Part,

    /// <summary>A budget of tokens was used up on the way.</summary>
    Spent,

    /// <summary>It answered, and nothing that it wrote passed the check.</summary>
    Refused,

    /// <summary>Nothing came of it.</summary>
    None,
}

/// <summary>What a language model worded in a version, beside the rules' own words, which stay complete without it.</summary>
/// <param name="Summary">Sentences of a paragraph; it stands on nothing but what every reader of the plan sees.</param>
/// <param name="Refused">How many sentences the check did not let pass.</param>
/// <param name="Calls">Where the words come from, in the order in which they came.</param>
internal sealed record Written(
    Reach Reach, IReadOnlyList<GapWords> Gaps, IReadOnlyList<InitiativeWords> Initiatives, IReadOnlyList<string> Summary, int Refused, IReadOnlyList<Provenance> Calls)
{
    /// <summary>The models, as their services name them.</summary>
    [JsonIgnore]
    public string Models => string.Join(", ", Calls.Select(call => call.Model).Distinct());
}
