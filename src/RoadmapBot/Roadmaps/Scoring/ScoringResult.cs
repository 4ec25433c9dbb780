namespace RoadmapBot.Roadmaps.Scoring;

/// <param name="By">Null where the person does not show a name.</param>
internal sealed record Reason(string Text, string? By);

/// <summary>What a group thinks of one initiative.</summary>
/// <param name="PlanPlace">Its place by the plan's priority among the initiatives of the round; 1 is first.</param>
/// <param name="Scorers">How many have scored it.</param>
/// <param name="Figures">Null where fewer than three have scored it: it is not shown then.</param>
/// <param name="Reasons">By their text, so that their order tells nothing of the people.</param>
internal sealed record InitiativeResult(ScoredInitiative Initiative, int PlanPlace, int Scorers, Figures? Figures, IReadOnlyList<Reason> Reasons);

internal sealed record Figures(Spread Impact, Spread Urgency, Spread Effort)
{
    /// <summary>(impact + urgency) ÷ effort, of the medians: cost of delay by job size, as in weighted shortest job first.</summary>
    public double Value => (Impact.Median + Urgency.Median) / Effort.Median;

    public IReadOnlyList<Spread> All => [Impact, Urgency, Effort];

    public int WidestRange => All.Max(spread => spread.Range);
}

/// <summary>A closed round as a group of at least three people is shown.</summary>
/// <param name="ByValue">The group's order, highest value first; what too few have scored comes last.</param>
/// <param name="BySpread">Where people are furthest apart first.</param>
/// <param name="KendallW">Over the orders of those who scored everything; null where they are fewer than three, or nobody prefers anything.</param>
/// <param name="Complete">How many scored everything.</param>
internal sealed record ScoringResult(IReadOnlyList<InitiativeResult> ByValue, IReadOnlyList<InitiativeResult> BySpread, double? KendallW, int Complete)
{
    /// <returns>Null where fewer than three people have sent scores: nothing is shown then.</returns>
    public static ScoringResult? Of(ScoringRound round)
    {
        var sent = round.Sheets.Where(sheet => sheet.State is SheetState.Sent && sheet.Scores.Count > 0).ToArray();
        if (sent.Length < ScoringRules.FewestScorers)
            return null;
        var results = round.Initiatives.Select((initiative, place) => Judge(initiative, place + 1, sent)).ToArray();
        var complete = sent.Where(sheet => sheet.Scores.Count == round.Initiatives.Count).ToArray();
        return new ScoringResult(
            [.. results.OrderByDescending(result => result.Figures?.Value ?? 0).ThenBy(result => result.PlanPlace)],
            [
                .. results.OrderByDescending(result => result.Figures is not null)
                    .ThenByDescending(result => result.Figures?.All.Max(spread => spread.MiddleHalf))
                    .ThenByDescending(result => result.Figures?.WidestRange)
                    .ThenByDescending(result => result.Figures?.All.Sum(spread => spread.Range))
                    .ThenBy(result => result.PlanPlace),
            ],
            complete.Length < ScoringRules.FewestScorers ? null : Agreement.KendallW([.. complete.Select(sheet => (IReadOnlyList<double>)[.. sheet.Scores.Select(ValueOf)])]),
            complete.Length);
    }

    private static InitiativeResult Judge(ScoredInitiative initiative, int place, IReadOnlyList<ScoreSheet> sent)
    {
        var own = sent.SelectMany(sheet => sheet.Scores.Where(score => score.Initiative == initiative.Id).Select(score => (Score: score, sheet.SignedAs))).ToArray();
        return own.Length < ScoringRules.FewestScorers
            ? new InitiativeResult(initiative, place, own.Length, null, [])
            : new InitiativeResult(
                initiative, place, own.Length,
                new Figures(Spread.Of(own.Select(one => one.Score.Impact)), Spread.Of(own.Select(one => one.Score.Urgency)), Spread.Of(own.Select(one => one.Score.Effort))),
                [
                    .. own.Where(one => one.Score.Reason is not null).Select(one => new Reason(one.Score.Reason!, one.SignedAs))
                        .OrderBy(reason => reason.Text, StringComparer.Ordinal).ThenBy(reason => reason.By, StringComparer.Ordinal),
                ]);
    }

    private static double ValueOf(Score score) => (double)(score.Impact + score.Urgency) / score.Effort;
}
