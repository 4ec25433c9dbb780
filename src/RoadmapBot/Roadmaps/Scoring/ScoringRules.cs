using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>What happens to a round; each rule gives the round as it is afterwards.</summary>
internal static class ScoringRules
{
    public const int MostInitiatives = 10;
    public const int MostDays = 30;
    public const int DefaultDays = 7;
    public const int LowestScore = 1;
    public const int HighestScore = 5;
    public const int LongestReason = 200;

    /// <summary>Fewer could tell from the results who gave which score.</summary>
    public const int FewestScorers = 3;

    /// <summary>With this many the reasons for one initiative still fit on a card.</summary>
    public const int MostParticipants = 30;

    /// <summary>Whoever may see the plan; those who decide about it by default.</summary>
    public static bool MayTakePart(Member member) => Rights.MaySeePlan(member);

    public static bool TakesPartByDefault(Member member) => member.Role is Role.Executive or Role.DepartmentHead;

    /// <param name="chosen">Ids of initiatives of the version.</param>
    /// <param name="days">How long it is open at most.</param>
    public static ScoringRound Begin(
        Roadmap roadmap, int number, IReadOnlyCollection<string> chosen, IReadOnlyList<PersonId> participants, int days, PersonId by, DateTimeOffset now) => new(
        roadmap.Engagement, number, roadmap.Version,
        [
            .. roadmap.Plan.Initiatives.Where(initiative => chosen.Contains(initiative.Id)).OrderBy(initiative => initiative.Priority.Rank)
                .Select(initiative => new ScoredInitiative(initiative.Id, initiative.Title, initiative.Objective, initiative.Priority.Rank)),
        ],
        participants, by, now, now.AddDays(days), null, []);

    /// <summary>Everybody has answered, or the time is over.</summary>
    public static bool IsDue(ScoringRound round, DateTimeOffset now) => round.IsOpen && (round.Answered == round.Participants.Count || now >= round.ClosesAt);

    public static ScoringRound Close(ScoringRound round, DateTimeOffset now) => round with { ClosedAt = now };

    /// <summary>Keeps a page of a sheet. It counts once the sheet is sent; on a sheet that was sent before, at once.</summary>
    /// <param name="asked">Ids of the initiatives on the page; those without a score are not judged.</param>
    public static ScoringRound Enter(ScoringRound round, PersonId person, IReadOnlyCollection<string> asked, IReadOnlyList<Score> scores, DateTimeOffset now)
    {
        var sheet = round.SheetOf(person) ?? new ScoreSheet(person, SheetState.Begun, [], null, now);
        var all = sheet.Scores.Where(score => !asked.Contains(score.Initiative)).Concat(scores).ToDictionary(score => score.Initiative);
        return With(round, sheet with
        {
            State = sheet.State is SheetState.Abstained ? SheetState.Begun : sheet.State,
            Scores = [.. round.Initiatives.Where(initiative => all.ContainsKey(initiative.Id)).Select(initiative => all[initiative.Id])],
            At = now,
        });
    }

    /// <returns>Null where nothing is scored yet, so that there is nothing to send.</returns>
    public static ScoringRound? Send(ScoringRound round, PersonId person, string? signedAs, DateTimeOffset now) =>
        round.SheetOf(person) is { Scores: [_, ..] } sheet ? With(round, sheet with { State = SheetState.Sent, SignedAs = signedAs, At = now }) : null;

    /// <summary>Whatever the person had scored is forgotten.</summary>
    public static ScoringRound Abstain(ScoringRound round, PersonId person, DateTimeOffset now) =>
        With(round, new ScoreSheet(person, SheetState.Abstained, [], null, now));

    private static ScoringRound With(ScoringRound round, ScoreSheet sheet) =>
        round with { Sheets = [.. round.Sheets.Where(other => other.Person != sheet.Person), sheet] };
}
