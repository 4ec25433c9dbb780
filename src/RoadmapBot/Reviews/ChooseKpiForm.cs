using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Reviews;

/// <summary>The owner chooses what to measure: what the initiatives promise first, then everything else that the catalogue knows.</summary>
internal static class ChooseKpiForm
{
    public const string Verb = "kpi/choose";

    public static AdaptiveCard Render(KpiView view, IEnumerable<Kpi> catalogue)
    {
        Kpi[] open = [.. view.Of.Plan.Kpis.Concat(catalogue).DistinctBy(kpi => kpi.Id).Where(kpi => view.Book.Find(kpi.Id) is null)];
        return new AdaptiveCard(KpiTexts.ChooseTitle,
        [
            KpiView.Title(KpiTexts.ChooseTitle),
            new TextBlock(KpiTexts.ChooseIntro) { IsSubtle = true },
            .. open.Length == 0
                ? [new TextBlock(KpiTexts.ChooseNone)]
                : new CardElement[] { new ChoiceInput(KpiTexts.ChooseLabel, [.. open.Select(kpi => new Choice($"{Names.Of(kpi.Category)}: {kpi.Name}", kpi.Id))]) { Id = KpiView.Kpi, Style = "filtered", IsRequired = true, ErrorMessage = KpiTexts.ChooseLabel } },
        ],
        [
            .. open.Length == 0 ? Array.Empty<CardAction>() : [view.Go(KpiTexts.Next, KpiForm.Verb) with { Style = "positive" }],
            view.Go(EngagementsTexts.Back, KpiListCard.Verb) with { AssociatedInputs = "none" },
        ]);
    }
}
