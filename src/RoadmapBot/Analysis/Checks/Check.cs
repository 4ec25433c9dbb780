using System.Text.Json.Serialization;

namespace RoadmapBot.Analysis.Checks;

[JsonConverter(typeof(JsonStringEnumConverter<CheckResult>))]
internal enum CheckResult
{
    NotHeard,
    Yes,
    No,

    /// <summary>Some say yes, others no.</summary>
    Disputed,
}

/// <summary>A checklist held against what people said.</summary>
/// <param name="Title">What is checked.</param>
/// <param name="Source">Where its points come from.</param>
/// <param name="IsGate">AI initiatives wait until every point is met.</param>
internal sealed record Check(string Id, string Title, string Source, bool IsGate, IReadOnlyList<CheckedPoint> Points)
{
    /// <summary>How many of a hundred points are met; what nobody spoke of is not.</summary>
    [JsonIgnore]
    public int Score => 100 * Points.Count(point => point.Result is CheckResult.Yes) / Points.Count;

    [JsonIgnore]
    public bool IsMet => Points.All(point => point.Result is CheckResult.Yes);
}

/// <param name="Question">What to ask, and <paramref name="Ask"/> whom, while the finding is no plain yes or no.</param>
/// <param name="Evidence">Those who say yes, then those who say no; empty where nobody spoke of it.</param>
internal sealed record CheckedPoint(string Text, CheckResult Result, string Question, string Ask, string? Csf, string? Kpi, IReadOnlyList<Receipt> Evidence);
