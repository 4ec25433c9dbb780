using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>The roadmap by phase, seen as somebody wants to see it; each line leads to the initiative.</summary>
internal static class RoadmapCard
{
    public const string Verb = "roadmap/phases";

    private const int MostOfAPhase = 7;
    private const int PageSize = 25;
    private const int MostWarnings = 3;
    private const string As = "as";

    /// <param name="only">One phase in full; null for all three, the foremost initiatives of each.</param>
    /// <param name="page">Of the phase in full, counted from zero.</param>
    public static AdaptiveCard Render(RoadmapView view, Phase? only = null, Lens lens = Lens.Whole, int page = 0)
    {
        var full = only is { } one ? Paged<Initiative>.Of(Of(view, one, lens), PageSize, page) : null;
        var title = (lens is Lens.Technology ? RoadmapsTexts.TechnologyTitle : RoadmapsTexts.RoadmapTitle).With(view.Engagement.Organisation.Name);
        var isWhole = only is null && lens is Lens.Whole;
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. view.Standing(),
            .. isWhole && view.Plan.Frame.Group is { } order ? [new TextBlock(Markdown.Escape(RoadmapsTexts.OrderOfGroup.With(order.Round, order.ByName, order.At))) { Size = "small" }] : Array.Empty<CardElement>(),
            .. lens is Lens.Whole ? Array.Empty<CardElement>() : [new TextBlock(Lenses.PurposeOf(lens)) { IsSubtle = true }],
            .. Enum.GetValues<Phase>().Where(phase => only is null || phase == only).SelectMany(phase => Phase(view, phase, full, lens)),
            .. view.Plan.Warnings.Concat(view.Roadmap.Analysis.Warnings).Take(isWhole ? MostWarnings : 0)
                .Select(CardElement (warning) => new TextBlock(Markdown.Escape($"⚠ {warning.Text}")) { Size = "small", IsSubtle = true }),
            .. only is null ? Looks(view, lens) : [],
        ],
        [
            .. full?.Ways((title, to) => view.Go(title, Verb, (RoadmapView.Keys.Phase, only.ToString()!), (As, lens.ToString()), to)) ?? [],
            .. isWhole
                ? [SubmitAction.Saying(RoadmapsTexts.ToGaps, "gaps"), SubmitAction.Saying(RoadmapsTexts.ToSummary, "summary"), view.Go(RoadmapsTexts.ToDepartment, DepartmentCard.Verb)]
                : new CardAction[] { view.Go(RoadmapsTexts.BackToRoadmap, Verb) with { AssociatedInputs = "none" } },
            .. isWhole ? PlanningForm.Button(view) : [],
            .. DraftAgain.Button(view),
            .. isWhole && view.Roadmap.Version > 1 ? [SubmitAction.Saying(ChangesTexts.Open, "changes")] : Array.Empty<CardAction>(),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static (Phase? Only, Lens Lens, int Page) Read(CardData data) =>
        (data.TryChoice<Phase>(RoadmapView.Keys.Phase, out var phase) ? phase : null, data.TryChoice<Lens>(As, out var lens) ? lens.Value : Lens.Whole, data.Number(Paged<Initiative>.Key) ?? 0);

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

    /// <summary>By start, then by rank.</summary>
    private static Initiative[] Of(RoadmapView view, Phase phase, Lens lens) => [.. view.Plan.Initiatives.Where(one => one.Phase == phase && Lenses.Shows(lens, view, one))];

    /// <param name="full">The page to be shown; null for the foremost few, with a button to all.</param>
    private static IEnumerable<CardElement> Phase(RoadmapView view, Phase phase, Paged<Initiative>? full, Lens lens)
    {
        var initiatives = Of(view, phase, lens);
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
        foreach (var initiative in full?.Shown ?? [.. initiatives.OrderBy(one => one.Priority.Rank).Take(MostOfAPhase).OrderBy(one => one.Start).ThenBy(one => one.Priority.Rank)])
            yield return Row(view, initiative, lens);
        if (full is null && initiatives.Length > MostOfAPhase)
            yield return new ActionSet([view.Go(RoadmapsTexts.MoreInitiatives.With(initiatives.Length - MostOfAPhase), Verb, (RoadmapView.Keys.Phase, phase.ToString()), (As, lens.ToString())) with { AssociatedInputs = "none" }]);
    }
}
