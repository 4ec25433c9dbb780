using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Reviews;

/// <summary>One KPI: its readings as a chart, its target, and the initiatives that it measures.</summary>
internal static class KpiCard
{
    public const string Verb = "kpi/one";

    private const int MostReadings = 12;
    private const int MostInitiatives = 8;

    /// <summary>How long the longest bar is; the others are parts of it.</summary>
    private const int Longest = 100;

    /// <param name="note">A word beforehand; null for none.</param>
    public static AdaptiveCard Render(KpiView view, KpiStory story, string? note = null)
    {
        var kpi = story.Kpi;
        var initiatives = view.Initiatives(kpi.Id).ToArray();
        return new AdaptiveCard(kpi.Name,
        [
            KpiView.Title(kpi.Name),
            .. note is null ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(note)) { Color = "good" }],
            .. story.IsSilent ? [new TextBlock(KpiTexts.SilentLong.With(NameOf(kpi.Rhythm))) { Color = "attention" }] : Array.Empty<CardElement>(),
            .. kpi.Baseline is null ? [new TextBlock(KpiTexts.NoBaseline) { Color = "warning" }] : Array.Empty<CardElement>(),
            new FactSet(
            [
                new(KpiTexts.FactNow, Markdown.Escape(KpiListCard.Now(story))),
                new(KpiTexts.FactBaseline, kpi.Baseline is { } baseline ? Markdown.Escape(KpiValue.InWords(baseline, kpi.Unit)) : RoadmapsTexts.NotMeasured),
                new(KpiTexts.FactTarget, Markdown.Escape($"{KpiValue.InWords(kpi.Target, kpi.Unit)}, {NameOf(kpi.Direction)}")),
                new(KpiTexts.FactRhythm, NameOf(kpi.Rhythm)),
                new(KpiTexts.FactChosen, Markdown.Escape(KpiTexts.By.With(kpi.ByName, kpi.At))),
            ]),
            .. Chart(story),
            new TextBlock(KpiTexts.Measures) { Style = "heading", Weight = "bolder", Separator = true },
            .. initiatives.Length == 0 ? [new TextBlock(KpiTexts.MeasuresNothing)] : initiatives.Take(MostInitiatives).Select(CardElement (one) => Row(view, one)),
            .. initiatives.Length > MostInitiatives ? [new TextBlock(RoadmapsTexts.AndMore.With(initiatives.Length - MostInitiatives)) { IsSubtle = true }] : Array.Empty<CardElement>(),
        ],
        [
            .. view.MayMeasure ? [view.Go(KpiTexts.AddReading, ReadingForm.Verb, kpi.Id) with { Style = "positive" }] : Array.Empty<CardAction>(),
            .. view.MayChoose ? [view.Go(KpiTexts.Change, KpiForm.Verb, kpi.Id)] : Array.Empty<CardAction>(),
            view.Go(KpiTexts.BackToKpis, KpiListCard.Verb),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static string NameOf(KpiDirection direction) => direction is KpiDirection.Up ? KpiTexts.Up : KpiTexts.Down;

    public static string NameOf(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Weekly => KpiTexts.Weekly,
        Rhythm.Monthly => KpiTexts.Monthly,
        _ => KpiTexts.Quarterly,
    };

    /// <summary>A bar for each of the last readings: green at the target, amber where it is better than the baseline.</summary>
    private static IEnumerable<CardElement> Chart(KpiStory story)
    {
        if (story.Readings.Count == 0)
            yield break;
        var shown = story.Readings.TakeLast(MostReadings).ToArray();
        yield return new TextBlock(KpiTexts.Chart.With(shown.Length, story.Readings.Count)) { Style = "heading", Weight = "bolder", Separator = true };
        var most = shown.Max(one => one.Value);
        foreach (var one in shown)
            yield return ChartBar.Row(KpiTexts.ChartDay.With(one.On), Markdown.Escape(KpiValue.InWords(one.Value, story.Kpi.Unit)), most == 0 ? 0 : (long)Math.Round(Longest * one.Value / most), Longest, Style(story, one.Value));
    }

    private static string Style(KpiStory story, decimal value) =>
        story.Reaches(value) ? "good" : story.Kpi.Baseline is { } baseline && story.Compare(baseline, value) > 0 ? "warning" : "attention";

    private static Container Row(KpiView view, Initiative initiative) => new([new TextBlock(Markdown.Escape(initiative.Title)) { Color = "accent" }])
    { SelectAction = view.Of.Go(initiative.Title, InitiativeCard.Verb, (RoadmapView.Keys.Initiative, initiative.Id)), Spacing = "small" };
}
