using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Reviews;

/// <summary>An engagement's KPIs before somebody's eyes: what every card of KPIs is made from.</summary>
/// <param name="Of">The version in force: its initiatives are what the KPIs measure.</param>
internal sealed record KpiView(RoadmapView Of, KpiBook Book, DateTimeOffset Now)
{
    /// <summary>By category, then by name.</summary>
    public IReadOnlyList<KpiStory> Stories => [.. Book.Kpis.OrderBy(kpi => kpi.Category).ThenBy(kpi => kpi.Name, StringComparer.CurrentCulture).Select(Story)];

    public bool MayChoose => Rights.MayDraft(Of.Reader.Seat.Member);

    public bool MayMeasure => Rights.MayMeasure(Of.Reader.Seat.Member);

    public KpiStory Story(ChosenKpi kpi) => KpiStory.Of(kpi, Book, Of.Engagement, Now);

    /// <summary>What it measures.</summary>
    public IEnumerable<Initiative> Initiatives(string kpi) => Of.Plan.Initiatives.Where(one => one.Outcomes.Any(outcome => outcome.Kpi == kpi));

    public ExecuteAction Go(string title, string verb, string? kpi = null) =>
        new(title, verb, kpi is null ? new Dictionary<string, string> { [CardKeys.Engagement] = Of.Engagement.Id.Value } : new Dictionary<string, string> { [CardKeys.Engagement] = Of.Engagement.Id.Value, [Kpi] = kpi });

    public static TextBlock Title(string title) => new(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" };

    public static IEnumerable<CardElement> Fault(string? fault) => fault is null ? [] : [new TextBlock(Markdown.Escape(fault)) { Color = "attention", Weight = "bolder" }];

    /// <summary>The name of the hidden data, or of the input, that says which KPI.</summary>
    public const string Kpi = "kpi";
}
