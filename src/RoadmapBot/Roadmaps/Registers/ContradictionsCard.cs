using System.Globalization;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps.Registers;

/// <summary>Where people disagree: each line opens both sides, and what to ask whom.</summary>
internal static class ContradictionsCard
{
    public const string Verb = "roadmap/contradictions";
    public const string OneVerb = "roadmap/contradiction";

    private const int MostShown = 20;

    public static AdaptiveCard Render(RoadmapView view)
    {
        var all = view.Roadmap.Analysis.Contradictions;
        return RegisterCards.Card(view, RoadmapsTexts.ContradictionsTitle,
        [
            new TextBlock(all.Count == 0 ? RoadmapsTexts.ContradictionsNone : RoadmapsTexts.ContradictionsIntro),
            .. all.Take(MostShown).Select((one, index) => RegisterCards.Row(
                view, RoadmapsTexts.ContradictionRow.With(one.About.Capital(), Of(one.Kind)), RoadmapsTexts.AskOf.With(one.Ask, one.Question), OneVerb, index.ToString(CultureInfo.InvariantCulture))),
            .. all.Count > MostShown ? [RegisterCards.Small(RoadmapsTexts.AndMore.With(all.Count - MostShown))] : Array.Empty<CardElement>(),
        ]);
    }

    public static AdaptiveCard Render(RoadmapView view, Contradiction one) => RegisterCards.Card(view, RoadmapsTexts.ContradictionRow.With(one.About.Capital(), Of(one.Kind)),
    [
        new TextBlock(Markdown.Escape(RoadmapsTexts.AskOf.With(one.Ask, one.Question))),
        .. one.Sides.SelectMany((side, index) => Side(view, one, side, index)),
    ],
        view.Go(RoadmapsTexts.BackToContradictions, Verb));

    /// <summary>What somebody puts first is in the person's words; every other stand is in ours.</summary>
    private static IEnumerable<CardElement> Side(RoadmapView view, Contradiction one, Side side, int index)
    {
        var isOurs = one.Kind is not ContradictionKind.Priority || side.Evidence.Any(view.Reader.MayQuote);
        yield return RegisterCards.Heading(isOurs ? side.Says.Capital() : RoadmapsTexts.SideNumber.With(index + 1));
        foreach (var line in GapCard.Lines(view, side.Evidence))
            yield return line;
    }

    private static string Of(ContradictionKind kind) => kind switch
    {
        ContradictionKind.Existence => RoadmapsTexts.KindExistence,
        ContradictionKind.Number => RoadmapsTexts.KindNumber,
        ContradictionKind.Ownership => RoadmapsTexts.KindOwnership,
        ContradictionKind.Priority => RoadmapsTexts.KindPriority,
        ContradictionKind.Perception => RoadmapsTexts.KindPerception,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
