using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning.Optimising;

namespace RoadmapBot.Roadmaps.WhatIf;

/// <param name="Next">What the next step of the budget would buy; null where no budget is stated.</param>
/// <param name="TitleOf">The title of an initiative, by its id.</param>
internal sealed record OptimumView(RoadmapView Of, PlanningFrame Frame, Portfolio Portfolio, Optimum Best, FrontierStep? Next, Func<string, string> TitleOf);

/// <summary>The choice of most value within the frame, how far from the best it can be, and what a little more money would buy.</summary>
internal static class OptimumCard
{
    private const int MostShown = 12;

    public static AdaptiveCard Render(OptimumView view)
    {
        var (best, roadmap) = (view.Best, view.Of);
        return new AdaptiveCard(WhatIfTexts.OptimumTitle,
        [
            new TextBlock(WhatIfTexts.OptimumTitle) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(WhatIfTexts.OptimumIntro) { IsSubtle = true },
            new TextBlock(Markdown.Escape(Within(view))),
            .. best.Starts is { } starts ? Choice(view, starts) : [new TextBlock(best.IsProven ? WhatIfTexts.OptimumNone : WhatIfTexts.OptimumNotFound) { Color = "attention" }],
        ],
        [
            roadmap.Go(RoadmapsTexts.BackToRoadmap, RoadmapCard.Verb),
            .. PlanningForm.Button(roadmap),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    private static IEnumerable<CardElement> Choice(OptimumView view, IReadOnlyDictionary<string, int> starts)
    {
        yield return new TextBlock(view.Best.IsProven ? WhatIfTexts.OptimumProven : WhatIfTexts.OptimumGap.With(Math.Max(0.1, view.Best.GapPercent))) { Weight = "bolder" };
        yield return new TextBlock(WhatIfTexts.OptimumCount.With(starts.Count, view.Portfolio.Projects.Count)) { Style = "heading", Weight = "bolder", Separator = true };
        foreach (var (id, quarter) in starts.OrderBy(one => one.Value).ThenBy(one => view.TitleOf(one.Key), StringComparer.CurrentCulture).Take(MostShown))
            yield return Line(WhatIfTexts.OptimumLine.With(RoadmapView.Month(view.Frame.Start.AddMonths(PortfolioRules.MonthOf(quarter))), view.TitleOf(id)));
        if (starts.Count > MostShown)
            yield return new TextBlock(WhatIfTexts.AndMore.With(starts.Count - MostShown)) { IsSubtle = true, Spacing = "small" };
        string[] left = [.. view.Portfolio.Projects.Where(project => !starts.ContainsKey(project.Id)).OrderByDescending(project => project.Value).Select(project => view.TitleOf(project.Id))];
        if (left.Length > 0)
            yield return Line(WhatIfTexts.OptimumLeft.With(string.Join("; ", left.Take(MostShown))));
        if (view.Next is { } next)
            yield return new TextBlock(Markdown.Escape(Buys(view, next))) { Separator = true };
    }

    private static string Within(OptimumView view) => view.Frame.BudgetPerQuarter is { } budget ? WhatIfTexts.OptimumBudget.With(Amount(view, budget)) : WhatIfTexts.OptimumNoBudget;

    private static string Buys(OptimumView view, FrontierStep next) => next switch
    {
        { Gained: 0 } => WhatIfTexts.NextNothing.With(Amount(view, next.Extra)),
        { Added: [] } => WhatIfTexts.NextEarlier.With(Amount(view, next.Extra), Share(view, next)),
        _ => WhatIfTexts.NextBuys.With(Amount(view, next.Extra), Share(view, next), string.Join("; ", next.Added.Select(view.TitleOf))),
    };

    /// <summary>Of the value gained, as a share of what there was.</summary>
    private static double Share(OptimumView view, FrontierStep next) => 100.0 * next.Gained / Math.Max(1, view.Best.Worth);

    private static TextBlock Line(string text) => new(Markdown.Escape(text)) { Spacing = "small" };

    private static string Amount(OptimumView view, long amount) => $"{view.Frame.Currency} {amount.ToString("N0", CultureInfo.CurrentCulture)}";
}
