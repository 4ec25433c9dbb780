using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>
/// The roadmap in one card for those who decide: why, what stands in the way, what is planned when and for how much, what is to be decided.
/// It never holds a quote.
/// </summary>
internal static class SummaryCard
{
    public const string Verb = "roadmap/summary";
    public const string ApproveVerb = "roadmap/approve";
    public const string RemarkVerb = "roadmap/remark";

    private const int MostObjectives = 3;
    private const int MostGaps = 3;
    private const string Remark = "remark";
    private const string RemarkArea = "remarkArea";

    /// <param name="note">A word beforehand, for instance who shared it; null for none.</param>
    public static AdaptiveCard Render(RoadmapView view, string? note = null)
    {
        var analysis = view.Roadmap.Analysis;
        var title = RoadmapsTexts.SummaryTitle.With(view.Engagement.Organisation.Name);
        var words = view.Roadmap.Written is { Summary: [_, ..] summary } ? string.Join(' ', summary) : null;
        var isDeciding = Rights.MayApprove(view.Reader.Seat.Member) || !view.Reader.IsAlone;
        return new AdaptiveCard(title,
        [
            .. note is null ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(note)) { IsSubtle = true }],
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. view.Standing(),
            .. words is null ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(words)) { Separator = true }, view.Marked()],
            Heading(RoadmapsTexts.SummaryWhy),
            .. analysis.Objectives.Take(MostObjectives).Select(CardElement (objective) => Bullet(objective.IsImplied ? RoadmapsTexts.Implied.With(objective.Text) : objective.Text)),
            Heading(RoadmapsTexts.SummaryGaps),
            .. analysis.Gaps.Take(MostGaps).Select(CardElement (gap) => Bullet(RoadmapsTexts.SummaryGap.With(gap.Title, gap.Statement))),
            .. analysis.Gaps.Count == 0 ? [new TextBlock(RoadmapsTexts.NoGaps)] : Array.Empty<CardElement>(),
            Heading(RoadmapsTexts.SummaryPlan),
            new FactSet([.. Enum.GetValues<Phase>().Select(phase => PhaseFact(view, phase))]),
            Heading(RoadmapsTexts.SummaryDecide),
            .. Decisions(view).Select(CardElement (decision) => Bullet(decision)),
            .. isDeciding
                ? [new Container([new TextInput(RoadmapsTexts.RemarkLabel) { Id = Remark, IsMultiline = true, MaxLength = 1000 }, new ActionSet([view.Go(RoadmapsTexts.RemarkSend, RemarkVerb)])]) { Id = RemarkArea, IsVisible = false }]
                : Array.Empty<CardElement>(),
        ],
        [
            .. isDeciding && !(view.Reader.IsAlone && view.Roadmap.Approvals.Any(approval => approval.By == view.Reader.Seat.Member.Person))
                ? [view.Go(RoadmapsTexts.Approve, ApproveVerb) with { Style = "positive", AssociatedInputs = "none" }]
                : Array.Empty<CardAction>(),
            .. isDeciding ? [new ToggleAction(RoadmapsTexts.SendBack, [RemarkArea])] : Array.Empty<CardAction>(),
            .. Rights.MaySeePlan(view.Reader.Seat.Member)
                ? [view.Go(RoadmapsTexts.ToRoadmap, RoadmapCard.Verb) with { AssociatedInputs = "none" }, view.Go(RoadmapsTexts.ToGaps, GapsCard.Verb) with { AssociatedInputs = "none" }]
                : Array.Empty<CardAction>(),
            .. Rights.MaySeePlan(view.Reader.Seat.Member) && view.Reader.IsAlone && view.Roadmap.Version > 1 ? [SubmitAction.Saying(ChangesTexts.Open, "changes")] : Array.Empty<CardAction>(),
            .. Rights.MayShare(view.Reader.Seat.Member) && view.Reader.IsAlone ? [SubmitAction.Saying(RoadmapsTexts.Share, "share")] : Array.Empty<CardAction>(),
        ])
        { Teams = TeamsCardSettings.FullWidth, IsModelWritten = words is not null };
    }

    public static string? Read(CardData data) => data.Text(Remark);

    private static TextBlock Heading(string text) => new(text) { Style = "heading", Weight = "bolder", Separator = true };

    private static TextBlock Bullet(string text) => new(Markdown.Escape($"• {text}")) { Spacing = "small" };

    private static Fact PhaseFact(RoadmapView view, Phase phase)
    {
        var initiatives = view.Plan.Initiatives.Where(initiative => initiative.Phase == phase).ToArray();
        return new Fact(Names.Of(phase), initiatives.Length == 0 ? RoadmapsTexts.PhaseEmpty : Markdown.Escape(RoadmapsTexts.PhaseInShort.With(
            initiatives.Length.Of(RoadmapsTexts.InitiativeOne, RoadmapsTexts.InitiativeMany),
            RoadmapView.MoneyOf(initiatives.Sum(one => one.Cost.Low), initiatives.Sum(one => one.Cost.High), view.Plan.Currency),
            initiatives.MinBy(one => one.Priority.Rank)!.Title)));
    }

    /// <summary>Three at most: the money of the first phase, the foremost contradiction, the foremost unknown.</summary>
    private static IEnumerable<string> Decisions(RoadmapView view)
    {
        var first = view.Plan.Initiatives.Where(initiative => initiative.Phase is Phase.Short).ToArray();
        if (first.Length > 0)
            yield return RoadmapsTexts.DecideMoney.With(RoadmapView.MoneyOf(first.Sum(one => one.Cost.Low), first.Sum(one => one.Cost.High), view.Plan.Currency), first.Length.Of(RoadmapsTexts.InitiativeOne, RoadmapsTexts.InitiativeMany));
        if (view.Roadmap.Analysis.Contradictions is [var contradiction, ..])
            yield return RoadmapsTexts.DecideContradiction.With(contradiction.About, contradiction.Ask);
        if (view.Roadmap.Analysis.Unknowns is [var unknown, ..])
            yield return RoadmapsTexts.DecideUnknown.With(unknown.Question, unknown.Ask);
    }
}
