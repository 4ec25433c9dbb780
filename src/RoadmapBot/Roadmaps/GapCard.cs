using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps;

/// <summary>One gap: what is missing, how bad it is and why, who says so, and what is planned against it.</summary>
internal static class GapCard
{
    public const string Verb = "roadmap/gap";

    /// <summary>Characters of a quote; a sentence is seldom longer.</summary>
    private const int Longest = 500;

    public static AdaptiveCard Render(RoadmapView view, Gap gap)
    {
        var planned = view.Plan.Initiatives.Where(initiative => initiative.Addresses.Contains(gap.Id)).ToArray();
        var words = view.WordsOf(gap);
        return new AdaptiveCard(gap.Title,
        [
            new TextBlock(Markdown.Escape(gap.Title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(Markdown.Escape(gap.Statement)),
            .. words is null ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(words)), view.Marked()],
            new FactSet(
            [
                new(RoadmapsTexts.FactWhen, Names.Of(gap.Bucket)),
                new(RoadmapsTexts.FactDomain, RoadmapsTexts.DomainAndKind.With(Names.Of(gap.Domain), Names.Of(gap.Kind))),
                new(RoadmapsTexts.FactSeverity, Markdown.Escape(RoadmapsTexts.SeverityOf.With(gap.Severity.Likelihood, gap.Severity.Impact, gap.Severity.Score(), gap.Severity.Why))),
                .. gap.Csf is { } csf ? new Fact[] { new(RoadmapsTexts.FactCsf, csf) } : [],
                .. gap.Objectives.Select(link => new Fact(RoadmapsTexts.FactObjective, Markdown.Escape(view.Objective(link.Objective)))),
            ]),
            .. view.Roadmap.Analysis.Inactions.Where(inaction => inaction.Gap == gap.Id).SelectMany(inaction => Inaction(view, inaction)),
            .. Receipts(view, gap.Evidence),
            new TextBlock(RoadmapsTexts.Against) { Style = "heading", Weight = "bolder", Separator = true },
            .. planned.Length == 0 ? [new TextBlock(RoadmapsTexts.NothingPlanned)] : planned.Select(CardElement (initiative) => RoadmapCard.Row(view, initiative)),
        ],
        [
            view.Go(RoadmapsTexts.BackToGaps, GapsCard.Verb),
        ])
        { Teams = TeamsCardSettings.FullWidth, IsModelWritten = words is not null };
    }

    private static IEnumerable<CardElement> Inaction(RoadmapView view, Inaction inaction)
    {
        yield return new TextBlock(RoadmapsTexts.Inaction) { Style = "heading", Weight = "bolder", Separator = true };
        yield return new TextBlock(Markdown.Escape(RoadmapsTexts.InactionOf.With(inaction.Class, inaction.Text)));
        foreach (var loss in inaction.Losses.Where(loss => view.Reader.MayKnow(loss.Receipt)))
            yield return new TextBlock(Markdown.Escape(RoadmapsTexts.LossOf.With(loss.Sum)));
    }

    /// <summary>Quotes for those who may read them; for everybody else how many people said it.</summary>
    public static IEnumerable<CardElement> Receipts(RoadmapView view, IReadOnlyList<Receipt> receipts)
    {
        if (receipts.Count == 0)
            yield break;
        yield return new TextBlock(RoadmapsTexts.Receipts) { Style = "heading", Weight = "bolder", Separator = true };
        foreach (var line in Lines(view, receipts))
            yield return line;
    }

    /// <summary>The same without a heading.</summary>
    public static IEnumerable<CardElement> Lines(RoadmapView view, IReadOnlyList<Receipt> receipts)
    {
        if (receipts.Count == 0)
            yield break;
        var isList = receipts.All(receipt => receipt.IsAsset);
        yield return new TextBlock(isList ? RoadmapsTexts.FromAssets : RoadmapsTexts.SaidBy.With(SaidBy.Of(receipts, view.Members))) { Spacing = "small" };
        foreach (var receipt in receipts.Where(view.Reader.MayQuote))
        {
            if (view.Roadmap.Asked.TryGetValue(receipt.Statement, out var question))
                yield return new TextBlock(Markdown.Escape(question)) { IsSubtle = true, Size = "small" };
            yield return RichTextBlock.Quote(receipt.Quote.Cut(Longest)) with { Spacing = "none" };
            if (!isList)
                yield return new TextBlock(Markdown.Escape(Who(view, receipt))) { IsSubtle = true, Size = "small", Spacing = "none" };
        }
    }

    private static string Who(RoadmapView view, Receipt receipt) =>
        Hearings.Author(receipt) is { } author && view.Members.FirstOrDefault(member => member.Person == author) is { } member
            ? $"{member.Name}, {Engagements.RoleNames.Of(member with { IsOwner = false })}"
            : receipt.IsAsset ? RoadmapsTexts.InAssetList : RoadmapsTexts.FromPainPoint;
}
