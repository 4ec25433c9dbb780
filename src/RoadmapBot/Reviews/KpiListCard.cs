using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Reviews;

/// <summary>All chosen KPIs by category, each with its last reading, its way and its target; what is silent is named.</summary>
internal static class KpiListCard
{
    public const string Verb = "kpi/list";

    private const int MostSilent = 8;

    public static AdaptiveCard Render(KpiView view)
    {
        var title = KpiTexts.Title.With(view.Of.Engagement.Organisation.Name);
        var stories = view.Stories;
        var silent = stories.Where(story => story.IsSilent).ToArray();
        return new AdaptiveCard(title,
        [
            KpiView.Title(title),
            .. stories.Count == 0 ? [new TextBlock(view.MayChoose ? KpiTexts.NoneChooses : KpiTexts.None)] : Array.Empty<CardElement>(),
            .. silent.Length == 0 ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(KpiTexts.Silence.With(string.Join("; ", silent.Take(MostSilent).Select(story => story.Kpi.Name))))) { Color = "attention" }],
            .. stories.GroupBy(story => story.Kpi.Category).SelectMany(group => group.Select(CardElement (story) => Row(view, story))
                .Prepend(new TextBlock(Names.Of(group.Key)) { Style = "heading", Weight = "bolder", Separator = true })),
        ],
        [
            .. view.MayMeasure && stories.Count > 0 ? [view.Go(KpiTexts.Paste, PasteForm.Verb)] : Array.Empty<CardAction>(),
            .. view.MayChoose ? [view.Go(KpiTexts.Choose, ChooseKpiForm.Verb)] : Array.Empty<CardAction>(),
            SubmitAction.Saying(KpiTexts.ToProgress, "progress"),
            SubmitAction.Saying(RoadmapsTexts.ToRoadmap, "roadmap"),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    /// <summary>The last reading, and whether it is better than what was before.</summary>
    public static string Now(KpiStory story)
    {
        if (story.Last is not { } last)
            return KpiTexts.NoReading;
        var value = KpiTexts.ReadingOn.With(KpiValue.InWords(last.Value, story.Kpi.Unit), last.On);
        return story.Before is not { } before ? value : $"{value} {story.Compare(before, last.Value) switch { > 0 => KpiTexts.Better, < 0 => KpiTexts.Worse, _ => KpiTexts.Same }}";
    }

    private static Container Row(KpiView view, KpiStory story) => new(
    [
        new TextBlock(Markdown.Escape(story.Kpi.Name)) { Color = "accent" },
        new TextBlock(Markdown.Escape(string.Join(" · ", new[] { Now(story), KpiTexts.TargetOf.With(KpiValue.InWords(story.Kpi.Target, story.Kpi.Unit)), story.IsSilent ? KpiTexts.Silent : "" }.Where(part => part.Length > 0))))
        { IsSubtle = true, Size = "small", Spacing = "none" },
    ])
    { SelectAction = view.Go(story.Kpi.Name, KpiCard.Verb, story.Kpi.Id), Spacing = "small" };
}
