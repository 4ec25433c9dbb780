using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>What the roadmap costs in each quarter of three fiscal years.</summary>
internal static class BudgetCard
{
    public const string Verb = "roadmap/budget";

    public static AdaptiveCard Render(RoadmapView view)
    {
        var title = RoadmapsTexts.BudgetTitle.With(view.Engagement.Organisation.Name);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. view.Standing(),
            .. view.Plan.Initiatives.Count == 0 ? [new TextBlock(RoadmapsTexts.PhaseEmpty)] : Figures(BudgetRules.ByQuarter(view.Plan), view.Plan.Currency),
        ],
        [view.Go(RoadmapsTexts.BackToRoadmap, RoadmapCard.Verb), view.Go(RoadmapsTexts.ToTimeline, TimelineCard.Verb), .. PlanningForm.Button(view)])
        { Teams = TeamsCardSettings.FullWidth };
    }

    private static CardElement[] Figures(IReadOnlyList<QuarterCost> quarters, string currency) =>
    [
        new TextBlock(RoadmapsTexts.BudgetTotal.With(currency, quarters.Sum(one => one.Low), quarters.Sum(one => one.High), quarters.Sum(one => one.Running))),
        new TextBlock(RoadmapsTexts.BudgetChart.With(currency)) { Style = "heading", Size = "default", Weight = "bolder" },
        .. quarters.Select(one => Row(one, quarters.Max(other => Math.Max(other.Total, other.Limit ?? 0)))),
        new TextBlock(RoadmapsTexts.BudgetYears) { Style = "heading", Size = "default", Weight = "bolder" },
        new FactSet([.. quarters.GroupBy(one => one.Quarter.Year).Select(year => new Fact(
            RoadmapsTexts.FiscalYear.With(year.Key),
            RoadmapsTexts.BudgetParts.With(currency, year.Sum(one => one.Low), year.Sum(one => one.High), year.Sum(one => one.Running))))]),
        .. quarters.Where(one => one.IsOver).Select(CardElement (one) =>
            new TextBlock(RoadmapsTexts.BudgetOver.With(one.Quarter.Name, currency, one.Total - one.Limit)) { Color = "attention" }),
        new TextBlock(RoadmapsTexts.BudgetNote) { IsSubtle = true, Size = "small" },
    ];

    private static ColumnSet Row(QuarterCost one, long most) => ChartBar.Row(
        one.Quarter.Name, one.Limit is { } limit ? RoadmapsTexts.QuarterOfLimit.With(one.Total, limit) : RoadmapsTexts.QuarterTotal.With(one.Total),
        one.Total, Math.Max(1, most), one.IsOver ? "attention" : one.Limit is null ? "accent" : "good");
}
