using RoadmapBot.Analysis.Checks;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps.Registers;

/// <summary>The readiness checks; each line opens its points.</summary>
internal static class ChecksCard
{
    public const string Verb = "roadmap/checks";
    public const string OneVerb = "roadmap/check";

    /// <summary>A card holds 28 KB, and a check has up to fourteen points.</summary>
    private const int MostQuotes = 1;

    public static AdaptiveCard Render(RoadmapView view) => RegisterCards.Card(view, RoadmapsTexts.ChecksTitle,
    [
        new TextBlock(RoadmapsTexts.ChecksIntro),
        .. view.Roadmap.Analysis.Checks.Select(check => RegisterCards.Row(view, check.Title, Summary(check), OneVerb, check.Id)),
    ]);

    public static AdaptiveCard Render(RoadmapView view, Check check) => RegisterCards.Card(view, check.Title,
    [
        new TextBlock(Markdown.Escape(Summary(check))),
        .. check.IsGate ? [new TextBlock(check.IsMet ? RoadmapsTexts.GateOpen : RoadmapsTexts.GateClosed) { Weight = "bolder", Color = check.IsMet ? "good" : "attention" }] : Array.Empty<CardElement>(),
        RegisterCards.Small(RoadmapsTexts.SourceOf.With(check.Source)),
        .. check.Points.SelectMany(point => Point(view, point)),
    ],
        view.Go(RoadmapsTexts.BackToChecks, Verb));

    private static IEnumerable<CardElement> Point(RoadmapView view, CheckedPoint point)
    {
        yield return new ColumnSet(
        [
            new Column("stretch", [new TextBlock(Markdown.Escape(point.Text))]),
            new Column("auto", [new TextBlock(Of(point.Result)) { Weight = "bolder", Color = ColorOf(point.Result) }]),
        ])
        { Separator = true };
        if (point.Result is CheckResult.NotHeard or CheckResult.Disputed)
            yield return RegisterCards.Small(RoadmapsTexts.AskOf.With(point.Ask, point.Question));
        if (point.Kpi is { } kpi)
            yield return RegisterCards.Small(RoadmapsTexts.KpiOf.With(kpi));
        var shown = point.Result is CheckResult.Disputed ? [point.Evidence[0], point.Evidence[^1]] : point.Evidence.Take(MostQuotes).ToArray();
        foreach (var line in GapCard.Lines(view, shown))
            yield return line;
    }

    private static string Summary(Check check) => RoadmapsTexts.CheckSummary.With(
        check.Points.Count(point => point.Result is CheckResult.Yes), check.Points.Count(point => point.Result is CheckResult.No),
        check.Points.Count(point => point.Result is CheckResult.Disputed), check.Points.Count(point => point.Result is CheckResult.NotHeard), check.Score);

    private static string Of(CheckResult result) => result switch
    {
        CheckResult.Yes => RoadmapsTexts.ResultYes,
        CheckResult.No => RoadmapsTexts.ResultNo,
        CheckResult.Disputed => RoadmapsTexts.ResultDisputed,
        _ => RoadmapsTexts.ResultNotHeard,
    };

    private static string ColorOf(CheckResult result) => result switch { CheckResult.Yes => "good", CheckResult.No => "attention", CheckResult.Disputed => "warning", _ => "default" };
}
