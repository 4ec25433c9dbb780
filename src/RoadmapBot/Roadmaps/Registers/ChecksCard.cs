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
        .. Runs(check.Points).SelectMany(run => Finding(view, run)),
    ],
        view.Go(RoadmapsTexts.BackToChecks, Verb));

    /// <summary>Neighbours that one and the same answer decides: it is quoted once for all of them.</summary>
    private static List<List<CheckedPoint>> Runs(IReadOnlyList<CheckedPoint> points)
    {
        var runs = new List<List<CheckedPoint>>();
        foreach (var point in points)
        {
            if (runs.Count > 0 && point.Evidence.Count > 0 && runs[^1][0] is var first && first.Result == point.Result && first.Evidence.SequenceEqual(point.Evidence))
                runs[^1].Add(point);
            else
                runs.Add([point]);
        }

        return runs;
    }

    private static IEnumerable<CardElement> Finding(RoadmapView view, IReadOnlyList<CheckedPoint> run)
    {
        foreach (var (place, point) in run.Index())
        {
            yield return new ColumnSet(
            [
                new Column("stretch", [new TextBlock(Markdown.Escape(point.Text))]),
                new Column("auto", [new TextBlock(Of(point.Result)) { Weight = "bolder", Color = ColorOf(point.Result) }]),
            ])
            { Separator = place == 0, Spacing = place == 0 ? null : "small" };
            if (point.Result is CheckResult.NotHeard or CheckResult.Disputed)
                yield return RegisterCards.Small(RoadmapsTexts.AskOf.With(point.Ask, point.Question));
            if (point.Kpi is { } kpi)
                yield return RegisterCards.Small(RoadmapsTexts.KpiOf.With(kpi));
        }

        var evidence = run[0].Evidence;
        var shown = run[0].Result is CheckResult.Disputed ? [evidence[0], evidence[^1]] : evidence.Take(MostQuotes).ToArray();
        foreach (var line in GapCard.Lines(view, shown))
            yield return line;
    }

    /// <summary>How many points were found how; what no point was found to be is not named.</summary>
    private static string Summary(Check check) => RoadmapsTexts.CheckSummary.With(
        string.Join(", ", Enum.GetValues<CheckResult>().Select(result => (Result: result, Count: check.Points.Count(point => point.Result == result)))
            .Where(one => one.Count > 0).OrderBy(one => OrderOf(one.Result)).Select(one => RoadmapsTexts.CheckCount.With(one.Count, Of(one.Result)))), check.Score);

    private static int OrderOf(CheckResult result) => result switch { CheckResult.Yes => 0, CheckResult.No => 1, CheckResult.Disputed => 2, _ => 3 };

    private static string Of(CheckResult result) => result switch
    {
        CheckResult.Yes => RoadmapsTexts.ResultYes,
        CheckResult.No => RoadmapsTexts.ResultNo,
        CheckResult.Disputed => RoadmapsTexts.ResultDisputed,
        _ => RoadmapsTexts.ResultNotHeard,
    };

    private static string ColorOf(CheckResult result) => result switch { CheckResult.Yes => "good", CheckResult.No => "attention", CheckResult.Disputed => "warning", _ => "default" };
}
