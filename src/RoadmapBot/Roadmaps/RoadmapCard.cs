using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>The roadmap by phase; each line leads to the initiative.</summary>
internal static class RoadmapCard
{
    public const string Verb = "roadmap/phases";

    private const int MostOfAPhase = 7;

    /// <param name="only">One phase in full; null for all three.</param>
    public static AdaptiveCard Render(RoadmapView view, Phase? only)
    {
        var title = RoadmapsTexts.RoadmapTitle.With(view.Engagement.Organisation.Name);
        var phases = Enum.GetValues<Phase>().Where(phase => only is null || phase == only);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. view.Standing(),
            .. phases.SelectMany(phase => Phase(view, phase, only is null ? MostOfAPhase : int.MaxValue)),
            .. view.Plan.Warnings.Concat(view.Roadmap.Analysis.Warnings).Take(only is null ? 3 : 0)
                .Select(CardElement (warning) => new TextBlock(Markdown.Escape($"⚠ {warning.Text}")) { Size = "small", IsSubtle = true }),
        ],
        [
            .. only is null
                ? [SubmitAction.Saying(RoadmapsTexts.ToGaps, "gaps"), SubmitAction.Saying(RoadmapsTexts.ToSummary, "summary"), view.Go(RoadmapsTexts.ToDepartment, DepartmentCard.Verb)]
                : new CardAction[] { view.Go(RoadmapsTexts.BackToRoadmap, Verb) },
            .. only is null ? PlanningForm.Button(view) : [],
            .. DraftAgain.Button(view),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static Phase? Read(CardData data) => data.TryChoice<Phase>(RoadmapView.Keys.Phase, out var phase) ? phase : null;

    /// <summary>A line that opens the initiative.</summary>
    public static Container Row(RoadmapView view, Initiative initiative) => new(
    [
        new ColumnSet(
        [
            new Column("stretch",
            [
                new TextBlock(Markdown.Escape(initiative.Title)) { Color = "accent" },
                new TextBlock(Markdown.Escape(RoadmapsTexts.RowDetail.With(RoadmapView.Span(initiative), initiative.Owner))) { IsSubtle = true, Size = "small", Spacing = "none" },
            ]),
            new Column("auto", [new TextBlock(RoadmapView.Money(initiative.Cost)) { Size = "small" }]),
        ]),
    ])
    { SelectAction = view.Go(initiative.Title, InitiativeCard.Verb, (RoadmapView.Keys.Initiative, initiative.Id)), Spacing = "small" };

    private static IEnumerable<CardElement> Phase(RoadmapView view, Phase phase, int most)
    {
        var initiatives = view.Plan.Initiatives.Where(initiative => initiative.Phase == phase).ToArray();
        var bounds = Phases.Of(phase);
        var heading = RoadmapsTexts.PhaseHeading.With(
            Names.Of(phase), RoadmapView.Month(view.Plan.Start.AddMonths(bounds.From)), RoadmapView.Month(view.Plan.Start.AddMonths(bounds.To - 1)));
        yield return new TextBlock(heading) { Style = "heading", Weight = "bolder", Separator = true };
        if (initiatives.Length == 0)
        {
            yield return new TextBlock(RoadmapsTexts.PhaseEmpty) { IsSubtle = true };
            yield break;
        }

        yield return new TextBlock(RoadmapsTexts.PhaseTotal.With(
            initiatives.Length.Of(RoadmapsTexts.InitiativeOne, RoadmapsTexts.InitiativeMany), RoadmapView.MoneyOf(initiatives.Sum(one => one.Cost.Low), initiatives.Sum(one => one.Cost.High), view.Plan.Currency)))
        { IsSubtle = true, Size = "small" };
        foreach (var initiative in initiatives.Take(most))
            yield return Row(view, initiative);
        if (initiatives.Length > most)
            yield return new ActionSet([view.Go(RoadmapsTexts.MoreInitiatives.With(initiatives.Length - most), Verb, (RoadmapView.Keys.Phase, phase.ToString()))]);
    }
}
