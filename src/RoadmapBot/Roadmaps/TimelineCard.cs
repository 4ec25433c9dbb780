using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>The three years at a glance: the five stages, and a bar for each initiative under the three phases.</summary>
internal static class TimelineCard
{
    public const string Verb = "roadmap/timeline";

    private const int PageSize = 16;

    public static AdaptiveCard Render(RoadmapView view, int page)
    {
        var initiatives = view.Plan.Initiatives;
        var paged = Paged<Initiative>.Of(initiatives, PageSize, page);
        var title = RoadmapsTexts.TimelineTitle.With(view.Engagement.Organisation.Name);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. view.Standing(),
            .. paged.Page > 0 ? [] : StageLines(view),
            .. initiatives.Count == 0 ? Array.Empty<CardElement>() : [Legend(view)],
            .. paged.Shown.Select(CardElement (one) => Bar(view, one)),
            .. initiatives.Count == 0 ? [new TextBlock(RoadmapsTexts.PhaseEmpty)] : Array.Empty<CardElement>(),
        ],
        [
            view.Go(RoadmapsTexts.BackToRoadmap, RoadmapCard.Verb),
            view.Go(RoadmapsTexts.ToBudget, BudgetCard.Verb),
            .. paged.Ways((title, to) => view.Go(title, Verb, to)),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static int Read(CardData data) => data.Number(Paged<Initiative>.Key) ?? 0;

    private static FactSet[] StageLines(RoadmapView view) =>
    [
        new([.. Stages.Of(view.Roadmap.Analysis, view.Plan, view.Roadmap.Source.People, view.Roadmap.IsApproved)
            .Select(stage => new Fact(stage.Name, Markdown.Escape(RoadmapsTexts.StageOf.With(Stages.NameOf(stage.State), stage.Gate))))]),
    ];

    /// <summary>Where the phases begin. As wide as they are long the first would have no room for its name on a phone.</summary>
    private static ColumnSet Legend(RoadmapView view) => new(
    [
        .. Phases.All.Select(phase => new Column("1",
        [
            new TextBlock(Names.Brief(phase.Phase)) { Size = "small", Weight = "bolder", Color = ColorOf(phase.Phase) },
            new TextBlock(RoadmapView.Month(view.Plan.Start.AddMonths(phase.From))) { Size = "small", IsSubtle = true, Spacing = "none" },
        ])),
    ])
    { Separator = true };

    private static Container Bar(RoadmapView view, Initiative one)
    {
        var from = Math.Clamp(Phases.MonthsBetween(view.Plan.Start, one.Start), 0, Phases.Horizon - 1);
        var to = Math.Clamp(from + one.Months, from + 1, Phases.Horizon);
        return new Container(
        [
            Line(
                [new TextBlock(Markdown.Escape(one.Title)) { Size = "small", Color = "accent" }, new TextBlock(RoadmapView.Span(one)) { Size = "small", IsSubtle = true, Spacing = "none" }],
                ChartBar.Bar(from, to - from, Phases.Horizon, ColorOf(one.Phase))),
        ])
        { SelectAction = view.Go(one.Title, InitiativeCard.Verb, (RoadmapView.Keys.Initiative, one.Id)), Spacing = "small" };
    }

    private static ColumnSet Line(IReadOnlyList<CardElement> name, CardElement bar) => new(
    [
        new Column("2", name) { VerticalContentAlignment = "center" },
        new Column("3", [bar]) { VerticalContentAlignment = "center" },
    ]);

    /// <summary>Of the phase's name as of its bars.</summary>
    private static string ColorOf(Phase phase) => phase switch { Phase.Short => "accent", Phase.Mid => "good", _ => "warning" };
}
