using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning.WhatIf;

namespace RoadmapBot.Roadmaps.WhatIf;

/// <param name="Frame">What the other plan keeps within.</param>
/// <param name="TitleOf">The title of an initiative, by its id.</param>
internal sealed record WhatIfView(RoadmapView Of, Scenario Scenario, PlanningFrame Frame, PlanDifference Difference, Func<string, string> TitleOf);

/// <summary>What would be different, in plain words, and the way back to the roadmap as it stands.</summary>
internal static class WhatIfCard
{
    private const int MostOfAKind = 6;

    public static AdaptiveCard Render(WhatIfView view)
    {
        var (difference, roadmap) = (view.Difference, view.Of);
        return new AdaptiveCard(WhatIfTexts.Title,
        [
            new TextBlock(Markdown.Escape(WhatIfTexts.TitleOf.With(InWords(view)))) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(WhatIfTexts.NothingKept.With(roadmap.Roadmap.Version)) { IsSubtle = true },
            .. Ready(view),
            .. difference.IsEmpty ? [new TextBlock(WhatIfTexts.NoDifference)] : Array.Empty<CardElement>(),
            .. Money(view),
            .. Part(WhatIfTexts.Dropped, difference.Dropped.Select(one => WhatIfTexts.DroppedLine.With(one.Title, RoadmapView.Span(one), one.Owner))),
            .. Part(WhatIfTexts.Added, difference.Added.Select(one => WhatIfTexts.AddedLine.With(one.Title, RoadmapView.Span(one), RoadmapView.Money(one.Cost)))),
            .. Part(WhatIfTexts.Moved, difference.Moved.Select(Moved)),
            .. Part(WhatIfTexts.Late, difference.Late.Select(one => WhatIfTexts.LateLine.With(one.Title, one.Due!.By, one.Start.AddMonths(one.Months).AddDays(-1)))),
            .. Part(WhatIfTexts.Exposed, difference.Exposed.Select(roadmap.Gap).OfType<Analysis.Gap>().Select(gap => WhatIfTexts.ExposedLine.With(gap.Title, gap.Severity.Score(), Names.Of(gap.Bucket)))),
            .. Part(WhatIfTexts.Losers, difference.Unserved.Select(index => WhatIfTexts.UnservedLine.With(roadmap.Objective(index))).Concat(Owners(difference))),
        ],
        [
            roadmap.Go(RoadmapsTexts.BackToRoadmap, RoadmapCard.Verb),
            .. PlanningForm.Button(roadmap),
            .. Rights.MayDraft(roadmap.Reader.Seat.Member) ? [SubmitAction.Saying(WhatIfTexts.OptimumTitle, "optimise")] : Array.Empty<CardAction>(),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    /// <summary>The sentence was none of the forms: which there are, each to be tried at once.</summary>
    public static AdaptiveCard Forms(RoadmapView view, string sentence) => new(WhatIfTexts.Title,
    [
        new TextBlock(WhatIfTexts.Title) { Style = "heading", Size = "large", Weight = "bolder" },
        new TextBlock(sentence.Length == 0 ? WhatIfTexts.AskFor : WhatIfTexts.NotUnderstood),
        .. ((string[])
        [
            WhatIfTexts.FormCut, WhatIfTexts.FormBudget, WhatIfTexts.FormLeaves, WhatIfTexts.FormDeadline, WhatIfTexts.FormGrowth, WhatIfTexts.FormDelay, WhatIfTexts.FormDrop, WhatIfTexts.FormForce,
        ]).Select(CardElement (form) => new TextBlock(Markdown.Escape(form)) { Spacing = "small" }),
    ],
    [
        SubmitAction.Saying(WhatIfTexts.TryCut, "whatif: we cut the budget by 20 %"),
        SubmitAction.Saying(WhatIfTexts.TryLeaves, "whatif: one IT person leaves"),
        view.Go(RoadmapsTexts.BackToRoadmap, RoadmapCard.Verb),
    ]);

    private static string InWords(WhatIfView view) => view.Scenario switch
    {
        Scenario.BudgetCut(var percent) => WhatIfTexts.SayCut.With(percent, Amount(view, view.Frame.BudgetPerQuarter ?? 0)),
        Scenario.BudgetOf(var amount) => WhatIfTexts.SayBudget.With(Amount(view, amount)),
        Scenario.PeopleLeave(_, { } name) => WhatIfTexts.SayNamed.With(name),
        Scenario.PeopleLeave(null, _) => WhatIfTexts.SayHalf,
        Scenario.PeopleLeave(1, _) => WhatIfTexts.SayOneLeaves,
        Scenario.PeopleLeave(var count, _) => WhatIfTexts.SayLeave.With(count),
        Scenario.DueBy(var id, var by) => WhatIfTexts.SayDue.With(view.TitleOf(id), by),
        Scenario.Growth { On: { } on } growth => WhatIfTexts.SayOn.With(InWords(growth), on),
        Scenario.Growth growth => InWords(growth),
        Scenario.Delay(var months) => WhatIfTexts.SayDelay.With(months, view.Frame.Start),
        Scenario.Drop(var id) => WhatIfTexts.SayDrop.With(view.TitleOf(id)),
        Scenario.Force(var id) => WhatIfTexts.SayForce.With(view.TitleOf(id)),
        _ => throw new ArgumentOutOfRangeException(nameof(view), view.Scenario, null),
    };

    /// <summary>What the day on which somebody joins means for the plan.</summary>
    private static IEnumerable<CardElement> Ready(WhatIfView view)
    {
        if (view.Scenario is not Scenario.Growth { On: { } on } growth)
            yield break;
        yield return new TextBlock(on > view.Frame.Start ? WhatIfTexts.ReadyBy.With(on.AddDays(-1)) : WhatIfTexts.ReadyNever);
        if (growth.People + growth.Sites > 0)
            yield return new TextBlock(WhatIfTexts.ReadyCost) { IsSubtle = true, Size = "small" };
    }

    private static string InWords(Scenario.Growth growth) => growth switch
    {
        (0, 0, _) => WhatIfTexts.SayMerger,
        (var people, 0, _) => WhatIfTexts.SayPeople.With(people),
        (0, var sites, _) => WhatIfTexts.SaySites.With(sites),
        var (people, sites, _) => WhatIfTexts.SayGrowth.With(people, sites),
    };

    private static IEnumerable<CardElement> Money(WhatIfView view)
    {
        var (before, after) = (view.Difference.CostBefore, view.Difference.CostAfter);
        if (before != after)
            yield return new TextBlock(Markdown.Escape((after > before ? WhatIfTexts.CostMore : WhatIfTexts.CostLess).With(Amount(view, Math.Abs(after - before)), Amount(view, before), Amount(view, after))));
        var bought = view.Difference.BoughtAfter - view.Difference.BoughtBefore;
        if (bought != 0)
            yield return new TextBlock((bought > 0 ? WhatIfTexts.BuyMore : WhatIfTexts.BuyLess).With(Math.Abs(bought), view.Difference.BoughtAfter));
    }

    private static string Moved(Move move) => (move.Months > 0 ? WhatIfTexts.MovedLater : WhatIfTexts.MovedEarlier)
        .With(move.After.Title, Math.Abs(move.Months).Of(WhatIfTexts.MonthOne, WhatIfTexts.MonthMany), RoadmapView.Month(move.Before.Start), RoadmapView.Month(move.After.Start));

    private static IEnumerable<string> Owners(PlanDifference difference) =>
        difference.Dropped.GroupBy(one => one.Owner).OrderByDescending(owner => owner.Count()).Select(owner => WhatIfTexts.OwnerLine.With(owner.Key, owner.Count()));

    private static IEnumerable<CardElement> Part(string heading, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length == 0)
            yield break;
        yield return new TextBlock(heading) { Style = "heading", Weight = "bolder", Separator = true };
        foreach (var line in all.Take(MostOfAKind))
            yield return new TextBlock(Markdown.Escape(line)) { Spacing = "small" };
        if (all.Length > MostOfAKind)
            yield return new TextBlock(WhatIfTexts.AndMore.With(all.Length - MostOfAKind)) { IsSubtle = true, Spacing = "small" };
    }

    private static string Amount(WhatIfView view, long amount) => $"{view.Frame.Currency} {amount.ToString("N0", CultureInfo.CurrentCulture)}";
}
