using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>The roadmap by phase, seen as somebody wants to see it; each line leads to the initiative.</summary>
internal static class RoadmapCard
{
    public const string Verb = "roadmap/phases";

    private const int MostOfAPhase = 7;
    private const int MostInFull = 25;
    private const int MostWarnings = 3;
    private const string As = "as";

    /// <param name="only">One phase in full; null for all three.</param>
    public static AdaptiveCard Render(RoadmapView view, Phase? only = null, Lens lens = Lens.Whole)
    {
        var title = (lens is Lens.Technology ? RoadmapsTexts.TechnologyTitle : RoadmapsTexts.RoadmapTitle).With(view.Engagement.Organisation.Name);
        var isWhole = only is null && lens is Lens.Whole;
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. view.Standing(),
            .. lens is Lens.Whole ? Array.Empty<CardElement>() : [new TextBlock(Lenses.PurposeOf(lens)) { IsSubtle = true }],
            .. Enum.GetValues<Phase>().Where(phase => only is null || phase == only).SelectMany(phase => Phase(view, phase, only is null ? MostOfAPhase : MostInFull, lens)),
            .. view.Plan.Warnings.Concat(view.Roadmap.Analysis.Warnings).Take(isWhole ? MostWarnings : 0)
                .Select(CardElement (warning) => new TextBlock(Markdown.Escape($"⚠ {warning.Text}")) { Size = "small", IsSubtle = true }),
            .. only is null ? Looks(view, lens) : [],
        ],
        [
            .. isWhole
                ? [SubmitAction.Saying(RoadmapsTexts.ToGaps, "gaps"), SubmitAction.Saying(RoadmapsTexts.ToSummary, "summary"), view.Go(RoadmapsTexts.ToDepartment, DepartmentCard.Verb)]
                : new CardAction[] { view.Go(RoadmapsTexts.BackToRoadmap, Verb) with { AssociatedInputs = "none" } },
            .. isWhole ? PlanningForm.Button(view) : [],
            .. DraftAgain.Button(view),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static (Phase? Only, Lens Lens) Read(CardData data) =>
        (data.TryChoice<Phase>(RoadmapView.Keys.Phase, out var phase) ? phase : null, data.TryChoice<Lens>(As, out var lens) ? lens.Value : Lens.Whole);

    /// <summary>A line that opens the initiative.</summary>
    public static Container Row(RoadmapView view, Initiative initiative, Lens lens = Lens.Whole) => new(
    [
        new ColumnSet(
        [
            new Column("stretch",
            [
                new TextBlock(Markdown.Escape(initiative.Title)) { Color = "accent" },
                new TextBlock(Markdown.Escape(Lenses.Detail(lens, view, initiative))) { IsSubtle = true, Size = "small", Spacing = "none" },
            ]),
            new Column("auto", [new TextBlock(RoadmapView.Money(initiative.Cost)) { Size = "small" }]),
        ]),
    ])
    { SelectAction = view.Go(initiative.Title, InitiativeCard.Verb, (RoadmapView.Keys.Initiative, initiative.Id)), Spacing = "small" };

    /// <summary>The other ways to look at it.</summary>
    private static CardElement[] Looks(RoadmapView view, Lens lens) =>
    [
        new ChoiceInput(RoadmapsTexts.LookAs, [.. Enum.GetValues<Lens>().Select(one => new Choice(Lenses.NameOf(one), one.ToString()))]) { Id = As, Style = "compact", Value = lens.ToString(), Separator = true },
        new ActionSet(
        [
            view.Go(RoadmapsTexts.Look, Verb),
            view.Go(RoadmapsTexts.ToTimeline, TimelineCard.Verb) with { AssociatedInputs = "none" },
            view.Go(RoadmapsTexts.ToBudget, BudgetCard.Verb) with { AssociatedInputs = "none" },
        ]),
    ];

    private static IEnumerable<CardElement> Phase(RoadmapView view, Phase phase, int most, Lens lens)
    {
        var initiatives = view.Plan.Initiatives.Where(initiative => initiative.Phase == phase && Lenses.Shows(lens, view, initiative)).ToArray();
        var bounds = Phases.Of(phase);
        var heading = RoadmapsTexts.PhaseHeading.With(
            Names.Of(phase), RoadmapView.Month(view.Plan.Start.AddMonths(bounds.From)), RoadmapView.Month(view.Plan.Start.AddMonths(bounds.To - 1)));
        yield return new TextBlock(heading) { Style = "heading", Weight = "bolder", Separator = true };
        if (initiatives.Length == 0)
        {
            yield return new TextBlock(lens is Lens.Whole ? RoadmapsTexts.PhaseEmpty : RoadmapsTexts.LensEmpty) { IsSubtle = true };
            yield break;
        }

        yield return new TextBlock(RoadmapsTexts.PhaseTotal.With(
            initiatives.Length.Of(RoadmapsTexts.InitiativeOne, RoadmapsTexts.InitiativeMany), RoadmapView.MoneyOf(initiatives.Sum(one => one.Cost.Low), initiatives.Sum(one => one.Cost.High), view.Plan.Currency)))
        { IsSubtle = true, Size = "small" };
        foreach (var initiative in initiatives.OrderBy(one => one.Priority.Rank).Take(most).OrderBy(one => one.Start).ThenBy(one => one.Priority.Rank))
            yield return Row(view, initiative, lens);
        if (initiatives.Length > most && most < MostInFull)
            yield return new ActionSet([view.Go(RoadmapsTexts.MoreInitiatives.With(initiatives.Length - most), Verb, (RoadmapView.Keys.Phase, phase.ToString()), (As, lens.ToString())) with { AssociatedInputs = "none" }]);
    }
}
