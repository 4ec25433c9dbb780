using System.Text.Json.Serialization;

namespace RoadmapBot.Analysis;

/// <summary>The draft's seven domains, in the order in which they are shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Domain>))]
internal enum Domain
{
    Security,
    Infrastructure,
    Applications,
    Data,
    Support,
    Governance,

    /// <summary>Artificial intelligence and automation.</summary>
    Intelligence,
}

[JsonConverter(typeof(JsonStringEnumConverter<GapKind>))]
internal enum GapKind
{
    Technical,

    /// <summary>Of people, money, direction or responsibility.</summary>
    Strategic,
}

[JsonConverter(typeof(JsonStringEnumConverter<Bucket>))]
internal enum Bucket
{
    FixNow,
    ImproveNext,

    /// <summary>Plan for future growth.</summary>
    Plan,
}

/// <summary>What kind of thing an organisation wants to achieve.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ObjectiveClass>))]
internal enum ObjectiveClass
{
    Revenue,
    Expansion,
    Efficiency,
    Compliance,

    /// <summary>Serving customers, citizens, pupils or patients better than before or than others do.</summary>
    Differentiation,

    /// <summary>Keeping the business running and safe.</summary>
    Continuity,
}
