using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>What a closed round says: how far people agree, what to talk about, and the group's order beside the plan's.</summary>
internal static class ScoringResultCard
{
    public const string Verb = "scoring/result";

    private const int MostToTalkAbout = 3;

    /// <summary>From this many steps apart on people have something to talk about.</summary>
    private const int FarApart = 2;

    /// <param name="note">A word beforehand; null for none.</param>
    /// <param name="color">Of the note.</param>
    public static AdaptiveCard Render(ScoringView view, string? note = null, string color = "attention")
    {
        var title = RoadmapsTexts.ResultTitle.With(view.Seat.Engagement.Organisation.Name);
        var result = ScoringResult.Of(view.Round);
        return new AdaptiveCard(title,
        [
            ScoringView.Title(title),
            .. view.Standing(),
            .. note is null ? Array.Empty<CardElement>() : [new TextBlock(note) { Color = color }],
            new TextBlock(RoadmapsTexts.ResultWho.With(
                view.Round.Sheets.Count(sheet => sheet.State is SheetState.Sent), view.Round.Participants.Count, view.Round.Sheets.Count(sheet => sheet.State is SheetState.Abstained))),
            .. result is null ? [new TextBlock(RoadmapsTexts.ResultTooFew.With(ScoringRules.FewestScorers)) { Weight = "bolder", Color = "attention" }] : Shown(view, result),
        ],
        [
            .. result is null ? Array.Empty<CardAction>() : [view.Go(RoadmapsTexts.ResultScores, SpreadCard.Verb), .. GroupOrderHandler.Button(view)],
            SubmitAction.Saying(RoadmapsTexts.ToRoadmap, "roadmap"),
            .. Rights.MayRunScoring(view.Seat.Member) ? [view.Go(RoadmapsTexts.ScoringAgain, ScoringForm.Verb)] : Array.Empty<CardAction>(),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    private static IEnumerable<CardElement> Shown(ScoringView view, ScoringResult result)
    {
        yield return Heading(RoadmapsTexts.ResultAgreement);
        yield return new TextBlock(result.KendallW is { } w
            ? RoadmapsTexts.ResultKendall.With(Agreement.InWords(w), w, result.Complete)
            : result.Complete < ScoringRules.FewestScorers ? RoadmapsTexts.ResultNoKendall.With(ScoringRules.FewestScorers) : RoadmapsTexts.ResultNoOrder);

        yield return Heading(RoadmapsTexts.ResultTalk);
        var apart = result.BySpread.Where(one => one.Figures is { } figures && figures.WidestRange >= FarApart).Take(MostToTalkAbout).ToArray();
        if (apart.Length == 0)
            yield return new TextBlock(RoadmapsTexts.ResultNobodyApart);
        foreach (var one in apart)
            yield return Line(view, one, one.Initiative.Title, Apart(one.Figures!));

        yield return Heading(RoadmapsTexts.ResultOrder);
        yield return new TextBlock(RoadmapsTexts.ResultOrderHow) { IsSubtle = true, Size = "small", Spacing = "none" };
        foreach (var (place, one) in result.ByValue.Index())
        {
            yield return one.Figures is { } figures
                ? Line(view, one, $"{place + 1}. {one.Initiative.Title}", RoadmapsTexts.ResultPlace.With(Sum(figures), Moved(place + 1, one.PlanPlace)))
                : Line(view, one, $"– {one.Initiative.Title}", RoadmapsTexts.ResultHidden.With(ScoringRules.FewestScorers));
        }
    }

    private static Container Line(ScoringView view, InitiativeResult one, string title, string detail) => new(
    [
        new TextBlock(Markdown.Escape(title)) { Color = "accent" },
        new TextBlock(Markdown.Escape(detail)) { IsSubtle = true, Size = "small", Spacing = "none" },
    ])
    { SelectAction = ReasonsCard.Open(view, one), Spacing = "small" };

    /// <summary>The criteria in which people are far apart, in words.</summary>
    private static string Apart(Figures figures) => string.Join("; ", Criteria.Of(figures).Where(one => one.Spread.Range >= FarApart)
        .OrderByDescending(one => one.Spread.MiddleHalf).ThenByDescending(one => one.Spread.Range)
        .Select(one => RoadmapsTexts.ResultApart.With(one.Name, one.Spread.Lowest, one.Spread.Highest)));

    private static string Sum(Figures figures) => RoadmapsTexts.ResultSum.With(figures.Impact.Median, figures.Urgency.Median, figures.Effort.Median, figures.Value);

    private static string Moved(int place, int planPlace) => (planPlace - place) switch
    {
        0 => RoadmapsTexts.ResultSame.With(planPlace),
        > 0 => RoadmapsTexts.ResultHigher.With(planPlace),
        _ => RoadmapsTexts.ResultLower.With(planPlace),
    };

    private static TextBlock Heading(string text) => new(text) { Style = "heading", Weight = "bolder", Separator = true };
}
