using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Support;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps.Registers;

/// <summary>The end-of-support radar: products whose support ends, hardware past its age, seen from the roadmap's first day.</summary>
internal static class SupportCard
{
    public const string Verb = "roadmap/support";

    private const int MostShown = 15;
    private const int MostQuotes = 2;

    public static AdaptiveCard Render(RoadmapView view)
    {
        var support = view.Roadmap.Analysis.Support;
        var card = RegisterCards.Card(view, RoadmapsTexts.SupportTitle,
        [
            new TextBlock(support.Dates.Count == 0 ? RoadmapsTexts.SupportNone : Markdown.Escape(RoadmapsTexts.SupportIntro.With(view.Plan.Start))),
            .. support.Dates.Take(MostShown).SelectMany(date => Product(view, date)),
            .. support.Dates.Count > MostShown ? [RegisterCards.Small(RoadmapsTexts.AndMore.With(support.Dates.Count - MostShown))] : Array.Empty<CardElement>(),
            .. support.Dates.Count > 0 ? [RegisterCards.Small(RoadmapsTexts.SupportSource.With(support.AsOf, support.Source))] : Array.Empty<CardElement>(),
            .. support.Refreshes.Count > 0 ? Hardware(view, support) : [],
        ]);
        return card with { Actions = [.. card.Actions!, .. view.Reader.Seat.Member.IsOwner && view.Reader.IsAlone ? [SubmitAction.Saying(RoadmapsTexts.ToAssets, "assets")] : Array.Empty<CardAction>()] };
    }

    private static IEnumerable<CardElement> Product(RoadmapView view, SupportDate date)
    {
        var status = date.StatusAt(view.Plan.Start);
        yield return new ColumnSet(
        [
            new Column("stretch", [new TextBlock(Markdown.Escape(date.Product)) { Style = "heading", Weight = "bolder" }]),
            new Column("auto", [new TextBlock(RoadmapsTexts.SupportEnds.With(date.Ends, Of(status))) { Color = ColorOf(status) }]),
        ])
        { Separator = true };
        if (date.PaidUntil is { } paid)
            yield return RegisterCards.Small(RoadmapsTexts.SupportPaid.With(paid, date.PaidCost ?? RoadmapsTexts.SupportNoPrice));
        if (date.Note is { } note)
            yield return RegisterCards.Small(note);
        if (date.Devices > 0)
            yield return RegisterCards.Small(RoadmapsTexts.SupportDevices.With(date.Devices));
        foreach (var line in GapCard.Lines(view, Shown(date.Evidence)))
            yield return line;
    }

    /// <summary>What people say; a row of the asset list only where nobody says it.</summary>
    private static Receipt[] Shown(IReadOnlyList<Receipt> evidence)
    {
        var said = evidence.Where(receipt => !receipt.IsAsset).Take(MostQuotes).ToArray();
        return said.Length > 0 ? said : [.. evidence.Take(1)];
    }

    private static IEnumerable<CardElement> Hardware(RoadmapView view, SupportRegister support)
    {
        yield return RegisterCards.Heading(RoadmapsTexts.HardwareHeading);
        foreach (var one in support.Refreshes.Take(MostShown))
        {
            var status = one.StatusAt(view.Plan.Start);
            yield return new ColumnSet(
            [
                new Column("stretch", [new TextBlock(Markdown.Escape(RoadmapsTexts.HardwareName.With(one.Name, one.Kind, one.Count)))]),
                new Column("auto", [new TextBlock(Of(status)) { Color = ColorOf(status) }]),
            ])
            { Spacing = "small" };
            yield return RegisterCards.Small(RoadmapsTexts.HardwareDue.With(one.Bought, one.From, one.To));
        }

        if (support.Refreshes.Count > MostShown)
            yield return RegisterCards.Small(RoadmapsTexts.AndMore.With(support.Refreshes.Count - MostShown));
        yield return RegisterCards.Small(RoadmapsTexts.HardwareSource.With(support.RefreshSource));
    }

    private static string Of(SupportStatus status) => status switch { SupportStatus.Past => RoadmapsTexts.StatusPast, SupportStatus.Soon => RoadmapsTexts.StatusSoon, _ => RoadmapsTexts.StatusLater };

    private static string ColorOf(SupportStatus status) => status switch { SupportStatus.Past => "attention", SupportStatus.Soon => "warning", _ => "default" };
}
