using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Versions;

/// <param name="Before">The earlier version, before the same eyes.</param>
/// <param name="Between">All versions from the earlier to the later one, both included.</param>
internal sealed record ChangesView(RoadmapView Before, RoadmapView After, IReadOnlyList<Roadmap> Between);

/// <summary>What is different since an earlier version, in plain words, with the reasons that people gave and who approved what.</summary>
internal static class ChangesCard
{
    public const string Verb = "changes/show";

    private const int PageSize = 20;
    private const int MostReasons = 6;
    private const int MostVersions = 20;
    private const int MostStanding = 12;
    private const string Since = "since";
    private const string Other = "other";

    public static AdaptiveCard Render(ChangesView view, int page)
    {
        var (before, after) = (view.Before, view.After);
        var title = ChangesTexts.Title.With(after.Engagement.Organisation.Name, before.Roadmap.Version);
        var (was, @is) = (before.Plan, after.Plan);
        var changes = Paged<Change>.Of(VersionDifference.Between(was, @is), PageSize, page);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. view.Between.Where(version => version.IsApproved || version.Version == before.Roadmap.Version || version.Version == after.Roadmap.Version)
                .TakeLast(MostStanding).Select(CardElement (version) => new TextBlock(Markdown.Escape(Standing(version))) { Size = "small", Spacing = "none" }),
            .. changes.Shown.Count == 0
                ? [new TextBlock(ChangesTexts.Nothing)]
                : new CardElement[] { new TextBlock(ChangesTexts.Totals.With(was.Initiatives.Count, @is.Initiatives.Count, Total(was), Total(@is))) },
            .. changes.Shown.GroupBy(change => change.GetType()).SelectMany(group => group.Select(CardElement (change) => new TextBlock(Markdown.Escape($"• {InWords(change, view)}")) { Spacing = "none" })
                .Prepend(new TextBlock(Heading(group.First())) { Style = "heading", Weight = "bolder", Separator = true })),
            .. changes.Page == 0 ? Reasons(view) : [],
            new ChoiceInput(ChangesTexts.OtherVersion, [.. Enumerable.Range(1, after.Roadmap.Version - 1).Reverse().Take(MostVersions).Select(version => new Choice(ChangesTexts.VersionOf.With(version), Text(version)))])
            {
                Id = Other, Style = "compact", Value = Text(before.Roadmap.Version), Separator = true,
            },
        ],
        [
            after.Go(ChangesTexts.Compare, Verb),
            .. changes.Ways((label, to) => after.Go(label, Verb, (Since, Text(before.Roadmap.Version)), to) with { AssociatedInputs = "none" }),
            after.Go(RoadmapsTexts.BackToRoadmap, RoadmapCard.Verb) with { AssociatedInputs = "none" },
            after.Go(RoadmapsTexts.ToSummary, SummaryCard.Verb) with { AssociatedInputs = "none" },
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static (int? Since, int Page) Read(CardData data) => (data.Number(Since) ?? data.Number(Other), data.Number(Paged<Change>.Key) ?? 0);

    private static string Standing(Roadmap version) => version.IsApproved
        ? ChangesTexts.ApprovedOn.With(version.Version, version.At, string.Join(", ", version.Approvals.Select(approval => ChangesTexts.By.With(approval.Name, approval.At))))
        : ChangesTexts.NotApproved.With(version.Version, version.At);

    private static string Total(Plan plan) => RoadmapView.MoneyOf(plan.Initiatives.Sum(one => one.Cost.Low), plan.Initiatives.Sum(one => one.Cost.High), plan.Currency);

    private static string Heading(Change change) => change switch
    {
        Change.Dropped => ChangesTexts.Dropped,
        Change.Added => ChangesTexts.Added,
        Change.Moved => ChangesTexts.Moved,
        Change.Lasts => ChangesTexts.Lasts,
        Change.Costs => ChangesTexts.Costs,
        Change.OwnedBy => ChangesTexts.Owned,
        Change.Answers => ChangesTexts.Reasons,
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
    };

    private static string InWords(Change change, ChangesView view)
    {
        var currency = view.After.Plan.Currency;
        return change switch
        {
            Change.Dropped(var was) => ChangesTexts.DroppedLine.With(was.Title, RoadmapView.Span(was), RoadmapView.Money(was.Cost)),
            Change.Added(var now) => ChangesTexts.DroppedLine.With(now.Title, RoadmapView.Span(now), RoadmapView.Money(now.Cost)),
            Change.Moved(_, var title, var from, var to) => (to > from ? ChangesTexts.Later : ChangesTexts.Earlier)
                .With(title, Math.Abs(Phases.MonthsBetween(from, to)).Of(ChangesTexts.MonthOne, ChangesTexts.MonthMany), RoadmapView.Month(from), RoadmapView.Month(to)),
            Change.Lasts(_, var title, var from, var to) => (to > from ? ChangesTexts.Longer : ChangesTexts.Shorter).With(title, Math.Abs(to - from).Of(ChangesTexts.MonthOne, ChangesTexts.MonthMany), from, to),
            Change.Costs(_, var title, var from, var to) => (to.Weight > from.Weight ? ChangesTexts.Dearer : to.Weight < from.Weight ? ChangesTexts.Cheaper : ChangesTexts.OtherPrice).With(title, Of(from, currency), Of(to, currency)),
            Change.OwnedBy(_, var title, var from, var to) => ChangesTexts.OwnedLine.With(title, from, to),
            Change.Answers(_, var title, var gained, var lost) => string.Join(' ', new[]
            {
                ChangesTexts.ReasonFor.With(title),
                gained.Count == 0 ? "" : ChangesTexts.Gained.With(Gaps(gained, view.After, view.Before)),
                lost.Count == 0 ? "" : ChangesTexts.Lost.With(Gaps(lost, view.Before, view.After)),
            }.Where(part => part.Length > 0)),
            _ => throw new ArgumentOutOfRangeException(nameof(change), change, null),
        };
    }

    private static string Of(Price price, string currency) => price.Yearly == 0
        ? RoadmapView.MoneyOf(price.Low, price.High, currency)
        : ChangesTexts.PriceOf.With(RoadmapView.MoneyOf(price.Low, price.High, currency), currency, price.Yearly);

    private static string Gaps(IReadOnlyList<string> ids, RoadmapView first, RoadmapView then) => string.Join("; ", ids.Select(id => first.Gap(id)?.Title ?? then.Gap(id)?.Title ?? id));

    /// <summary>What people changed in between, each with the reason that was given.</summary>
    private static IEnumerable<CardElement> Reasons(ChangesView view)
    {
        var edits = view.After.Roadmap.Edits.Except(view.Before.Roadmap.Edits).Reverse().ToArray();
        if (edits.Length == 0)
            yield break;
        yield return new TextBlock(ChangesTexts.Said) { Style = "heading", Weight = "bolder", Separator = true };
        foreach (var edit in edits.Take(MostReasons))
        {
            var title = view.After.Initiative(edit.Initiative)?.Title ?? view.Before.Initiative(edit.Initiative)?.Title ?? edit.Initiative;
            yield return new TextBlock(Markdown.Escape($"• {ChangesTexts.SaidLine.With(edit.ByName, edit.At, title, edit.Why)}")) { Spacing = "none" };
        }

        if (edits.Length > MostReasons)
            yield return new TextBlock(RoadmapsTexts.AndMore.With(edits.Length - MostReasons)) { IsSubtle = true };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
