using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>A participant's own sheet, a page at a time.</summary>
internal static class ScoreCard
{
    public const string Verb = "scoring/score";
    public const string SaveVerb = "scoring/save";
    public const string SendVerb = "scoring/send";
    public const string AbstainVerb = "scoring/abstain";

    private const string Impact = "impact";
    private const string Urgency = "urgency";
    private const string Effort = "effort";
    private const string Reason = "reason";
    private const string Sign = "sign";
    private const string Next = "next";
    private const string NotJudged = "0";

    /// <param name="filled">What was filled in before the fault, so that nothing has to be typed twice.</param>
    public static AdaptiveCard Render(ScoringView view, int page, CardData filled, string? fault)
    {
        var title = RoadmapsTexts.ScoreTitle.With(view.Seat.Engagement.Organisation.Name);
        var isLast = page == view.Pages - 1;
        return new AdaptiveCard(title,
        [
            ScoringView.Title(view.Pages > 1 ? RoadmapsTexts.ScorePage.With(title, page + 1, view.Pages) : title),
            .. view.Standing(),
            .. fault is null ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(fault)) { Color = "attention", Weight = "bolder" }],
            new TextBlock(RoadmapsTexts.ScoreIntro),
            new TextBlock(RoadmapsTexts.ScoreBlind.With(ScoringRules.FewestScorers)) { IsSubtle = true, Size = "small" },
            .. OnPage(view, page).Select(CardElement (asked) => Row(view, asked.Place, asked.Initiative, filled)),
            .. isLast
                ? [new ChoiceInput(RoadmapsTexts.ScoreSign, [new Choice(RoadmapsTexts.ScoreSignYes, "yes")])
                    { Id = Sign, Style = "expanded", IsMultiSelect = true, Separator = true, Value = view.Mine?.SignedAs is null ? null : "yes" }]
                : Array.Empty<CardElement>(),
        ],
        [
            isLast
                ? view.Go(RoadmapsTexts.ScoreSend, SendVerb, ScoringView.OnPage(page)) with { Style = "positive" }
                : view.Go(RoadmapsTexts.ScoreNext, SaveVerb, ScoringView.OnPage(page), (Next, $"{page + 1}")) with { Style = "positive" },
            .. page > 0 ? [view.Go(RoadmapsTexts.ScorePrevious, SaveVerb, ScoringView.OnPage(page), (Next, $"{page - 1}"))] : Array.Empty<CardAction>(),
            view.Go(RoadmapsTexts.ScoreAbstain, AbstainVerb) with { AssociatedInputs = "none" },
            view.Go(RoadmapsTexts.ScoringState, ScoringCard.Verb) with { AssociatedInputs = "none" },
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    /// <summary>A page as it was sent.</summary>
    /// <returns>Ids of the initiatives that it asked about and the scores given; or what is wrong, as a text for the person.</returns>
    public static (IReadOnlyList<string> Asked, IReadOnlyList<Score> Scores, string? Fault) Read(CardData data, ScoringView view)
    {
        var asked = OnPage(view, view.PageOf(data)).ToArray();
        var scores = new List<Score>();
        foreach (var (place, initiative) in asked)
        {
            var given = ((string[])[Impact, Urgency, Effort]).Select(name => data.Text($"{name}{place}")).Select(text => text is NotJudged ? null : text).ToArray();
            var reason = data.Text($"{Reason}{place}");
            if (given.All(text => text is null) && reason is null)
                continue;
            var numbers = given.Select(Number).OfType<int>().ToArray();
            if (numbers is not [var impact, var urgency, var effort])
                return ([], [], RoadmapsTexts.ScoreIncomplete.With(initiative.Title));
            if (reason?.Length > ScoringRules.LongestReason)
                return ([], [], RoadmapsTexts.ScoreReasonLong.With(initiative.Title, ScoringRules.LongestReason));
            scores.Add(new Score(initiative.Id, impact, urgency, effort, reason));
        }

        return ([.. asked.Select(one => one.Initiative.Id)], scores, null);
    }

    /// <summary>The page to show next.</summary>
    public static int ReadNext(CardData data, ScoringView view) => Math.Clamp(data.Number(Next) ?? 0, 0, view.Pages - 1);

    public static bool ReadSign(CardData data) => data.Text(Sign) is "yes";

    private static IEnumerable<(int Place, ScoredInitiative Initiative)> OnPage(ScoringView view, int page) =>
        view.Round.Initiatives.Index().Skip(page * ScoringView.PageSize).Take(ScoringView.PageSize);

    private static Container Row(ScoringView view, int place, ScoredInitiative initiative, CardData filled)
    {
        var own = view.Mine?.Scores.FirstOrDefault(score => score.Initiative == initiative.Id);
        return new Container(
        [
            new TextBlock(Markdown.Escape($"{place + 1}. {initiative.Title}")) { Style = "heading", Weight = "bolder" },
            new TextBlock(Markdown.Escape(initiative.Objective)) { IsSubtle = true, Size = "small", Spacing = "none" },
            new ColumnSet([Scale(RoadmapsTexts.ScoreImpact, Impact, own?.Impact), Scale(RoadmapsTexts.ScoreUrgency, Urgency, own?.Urgency), Scale(RoadmapsTexts.ScoreEffort, Effort, own?.Effort)]),
            new TextInput(RoadmapsTexts.ScoreReason) { Id = $"{Reason}{place}", Value = filled.Text($"{Reason}{place}") ?? own?.Reason, MaxLength = ScoringRules.LongestReason },
        ])
        { Separator = true };

        Column Scale(string label, string name, int? given) => new("1",
        [
            new ChoiceInput(label, Levels) { Id = $"{name}{place}", Style = "compact", Value = filled.Text($"{name}{place}") ?? given?.ToString(CultureInfo.InvariantCulture) ?? NotJudged },
        ]);
    }

    private static IReadOnlyList<Choice> Levels =>
    [
        new(RoadmapsTexts.ScoreNotJudged, NotJudged), new(RoadmapsTexts.Score1, "1"), new(RoadmapsTexts.Score2, "2"), new(RoadmapsTexts.Score3, "3"), new(RoadmapsTexts.Score4, "4"),
        new(RoadmapsTexts.Score5, "5"),
    ];

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= ScoringRules.LowestScore and <= ScoringRules.HighestScore ? number : null;
}
