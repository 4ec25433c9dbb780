using RoadmapBot.Analysis;
using RoadmapBot.Campaign;
using RoadmapBot.Campaign.Passing;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Planning;
using RoadmapBot.Reviews;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Execution;
using RoadmapBot.Roadmaps.Scoring;
using RoadmapBot.Teams;
using PainPoint = RoadmapBot.PainPoints.PainPoint;
using Progress = RoadmapBot.Roadmaps.Execution.Progress;
using Reach = RoadmapBot.PainPoints.Reach;
using Slot = RoadmapBot.Discovery.Slot;

namespace RoadmapBot.Tests.Storage;

/// <summary>One of each aggregate with every member filled, and one with as little as can be.</summary>
internal static class Samples
{
    /// <summary>What people type, and what breaks programs.</summary>
    public const string Awkward =
        "\"It's\" \\ 50% _off_ <b>&amp;</b> {0} ''; -- 👩🏽‍💻 שָׁלוֹם مرحبا \u202Ereversed\u202C \u0000\u0001\u2028\u2029\uFEFF\uFFFF Straße ıİ \u00E9 e\u0301\t\r\n";

    public static readonly string Long = string.Concat(Enumerable.Repeat("Ünïcödé 🏥 ", 100 * 1024 / 20));

    public static readonly DateTimeOffset At = new(2026, 11, 22, 10, 15, 30, 123, 456, TimeSpan.Zero);

    public static readonly TenantId Tenant = new("tenant-1");

    public static readonly PersonId Ada = new("person-ada");

    public static readonly EngagementId Clinic = new("0123456789abcdef0123456789abcdef");

    public static readonly Chat AChat = new(Tenant, new("a:chat"), ChatKind.Personal, new("a:chat"));

    public static readonly ChatReference AReference = new(AChat, "https://smba.example/teams/", "28:bot", "29:ada", Ada);

    public static readonly PlanningFrame AFrame = new(
        new DateOnly(2027, 1, 1), "EUR", 7, 50_000, [new(Team.It, 120), new(Team.Supplier, 0)], PriorityMethod.Rice, ["backup"], [Awkward], [new("backup", new DateOnly(2027, 6, 30))])
    { Group = new GroupOrder(2, ["backup", Awkward], Ada, Awkward, At) };

    public static readonly Engagement AnEngagement = new(
        Clinic, Tenant, new Organisation(Awkward, "health", 120, 2, 3), ["Grow", Awkward, ""], AFrame, true, Ada, At);

    public static readonly Engagement BareEngagement = new(
        new("f0"), Tenant, new Organisation("", null, null, null, null), [], PlanningFrame.From(DateOnly.MinValue, "GBP"), false, Ada, DateTimeOffset.UnixEpoch);

    public static readonly Member AMember = new(Clinic, Ada, Awkward, Role.It, Awkward, true);

    public static readonly Member BareMember = new(Clinic, new("person-bo"), "", Role.EndUser, null, false);

    public static readonly ChatState AChatState = new(Tenant, AChat.Id, Clinic, Awaited.PainPoint, At);

    public static readonly Interview AnInterview = new(
        Clinic, Ada, "it", InterviewStage.Paused, new Ask(7, new("backup"), 2, Awkward, Slot.Date, At), 7,
        [
            new Given(new("spend"), 2, "Budget", Awkward, GivenKind.Said, Long, null, [new Followup(Slot.Amount, Awkward, Awkward, "m-2", At), new Followup(Slot.Owner, "Who?", null, null, At)], "m-1", At),
            new Given(new("cloud"), 1, "Cloud", "In the cloud?", GivenKind.Chosen, "Some of it", "some", [], null, At),
            new Given(new("risk"), 1, "Risk", "What worries you?", GivenKind.NotMine, null, null, [], null, At),
        ],
        4, Awkward, At, At.AddDays(3));

    public static readonly Interview BareInterview = new(Clinic, new("person-bo"), "end-user", InterviewStage.Asking, null, 0, [], null, null, At, At);

    public static readonly PainPoint APainPoint = new(
        new("aa11"), Clinic, Ada, Awkward, Awkward, "slow", Frequency.Weekly, Reach.Everybody, PainPointState.Confirmed, At);

    public static readonly PainPoint BarePainPoint = new(new("bb22"), Clinic, new("person-bo"), null, "", "other", null, null, PainPointState.Reported, At);

    public static readonly AnonymousBox ABox = new(
        Clinic,
        [
            new(new("0a"), Awkward, "slow", Awkward, Role.EndUser, "2026-Q4", "70c3", WaitingStage.Out, "ba", [new FollowUp("f1", Ada, Awkward, true, FollowUpOutcome.Answered, Long, WaitingStage.Yesterday), new FollowUp("f2", Ada, Awkward, false, null, null, null)], true),
            new(new("0b"), "", "other", null, null, "2026-Q4", "70c4", WaitingStage.Today, null, [], false),
        ],
        [new Batch("ba", Awkward, Role.Msp, "slow", "2026-Q4", 6), new Batch("bb", null, null, null, "2027-Q1", 5)], new Salt("2026-Q4", "5a17"), true);

    public static readonly Envelopes SomeEnvelopes = new(Clinic, [new Envelope("4a", "5ea1", "2026-Q4"), new Envelope("4b", "5ea2", "2027-Q1")]);

    public static readonly Roadmap BareRoadmap = new(
        Clinic, 1, new GapAnalysis([], [], [], [], [], []), new Plan(PlanningFrame.From(new DateOnly(2027, 1, 1), "EUR"), [], [], new Stability(200, 0, 1), []), [], new Dictionary<string, string>(), new Source(0, 0, 0, ""), Ada, At, [], []);

    public static readonly Progress SomeProgress = new(
        Clinic,
        [
            new ProgressUpdate("backup", ProgressState.Blocked, ["First restore", Awkward], new DateOnly(2027, 12, 31), new DateOnly(2027, 10, 31), Awkward, Ada, Awkward, At),
            new ProgressUpdate("backup", ProgressState.Done, [], new DateOnly(2027, 11, 30), new DateOnly(2027, 10, 31), null, new("person-bo"), "", At.AddDays(14)),
        ],
        new Asking(At.AddDays(28), new DateOnly(2026, 12, 6), [Ada]));

    public static readonly KpiBook ABook = new(
        Clinic,
        [
            new ChosenKpi("mttr", KpiCategory.Mttr, Awkward, "hours", KpiDirection.Down, 12.50m, 8m, Rhythm.Weekly, Ada, Awkward, At),
            new ChosenKpi("uptime", KpiCategory.Uptime, "Availability", "%", KpiDirection.Up, null, 99.95m, Rhythm.Quarterly, Ada, "", At),
        ],
        [new Reading("mttr", new DateOnly(2027, 1, 31), 11.25m, Ada, Awkward, At), new Reading("gone", new DateOnly(2027, 1, 31), 0m, new("person-bo"), "", At)]);

    public static readonly CampaignBook ACampaign = new(
        Clinic,
        new CampaignRun(
            1, new CampaignPlan([Role.Executive], [Awkward], new DateOnly(2026, 11, 23), new DateOnly(2026, 12, 7), 2, QuietHours.Default), CampaignStage.Paused,
            [new Invitation(Ada, 2, 1, At)], Ada, Awkward, At, null),
        [new Pass("p1", new("backup"), 1, "Backups", Awkward, [Ada, new("person-bo")], Awkward, new DateOnly(2026, 12, 1), PassState.Waiting, At)],
        [new Wish(Ada, "Europe/Berlin", true)], [new DepartmentSize(Awkward, 12)]);

    public static readonly ScoringRound ARound = new(
        Clinic, 2, 3, [new ScoredInitiative("backup", Awkward, "Stay in business", 1)], [Ada, new("person-bo")], Ada, At, At.AddDays(7), At.AddDays(2),
        [
            new ScoreSheet(Ada, SheetState.Sent, [new Score("backup", 5, 4, 1, Awkward)], Awkward, At),
            new ScoreSheet(new("person-bo"), SheetState.Begun, [new Score("backup", 1, 2, 3, null)], null, At),
            new ScoreSheet(new("person-cy"), SheetState.Abstained, [], null, At),
        ]);

    public static readonly ScoringRound BareRound = new(Clinic, 1, 1, [], [], Ada, At, At, null, []);

    private static readonly Receipt Receipt = new("person-ada", "spend", Awkward);

    private static readonly Warning Warning = new("no-objectives", Awkward);

    public static readonly Roadmap ARoadmap = new(
        Clinic, 2,
        new GapAnalysis(
            [new Objective(Awkward, [ObjectiveClass.Revenue, ObjectiveClass.Continuity], true)],
            [new Gap("no-backup", "Backups", Awkward, Domain.Infrastructure, GapKind.Technical, Bucket.FixNow, new Severity(5, 4, Awkward), "PR.DS", [Receipt], [new ObjectiveLink(0, "why", true)])],
            [new Contradiction("backups", "IT", [Receipt, Receipt with { Voice = "" }], ContradictionKind.Existence, "Is there a backup?", [new Side("it exists", [Receipt]), new Side("it does not exist", [Receipt])])],
            [new Unknown("Who pays?", "Executive")],
            [new Health(Domain.Intelligence, 42, 80)],
            [Warning])
        { Lessons = [new Lesson(Receipt, ["backup"], [Domain.Infrastructure], ["backups"], Awkward)] },
        new Plan(
            AFrame,
            [
                new Initiative(
                    "backup", "Restore tests", "Stay in business", Phase.Mid, new DateOnly(2027, 8, 1), 3, [new Milestone("First restore", 2)],
                    new Cost(1000, 2500, "EUR", 300, Basis.Stated, Awkward, [Receipt]), new Return("Fewer lost days", Basis.Stated, ReturnClass.LossAvoided, [Receipt]),
                    [new Outcome("restore", null, "4 h"), new Outcome("uptime", "98%", "99.5%")], "IT lead", ["Finance"], ["None"], ["A date"], ["A mailbox"],
                    [new(Team.It, 80)], 12, new Due(new DateOnly(2027, 10, 31), Awkward), new Priority(1, 87.5, 5, 4, 2, "5 x 4", [new(PriorityMethod.RiskMatrix, 2, Awkward)], [Awkward], 93), ["no-backup"], [0], ["inventory"], [Awkward],
                    [new Guard("Ask first.", [Receipt])]),
            ],
            [new Kpi("restore", KpiCategory.Mttr, "Time to restore", "h", "4")],
            new Stability(200, 3, 0.87),
            [Warning]),
        [new Edit("backup", new DateOnly(2027, 9, 1), 4, Awkward, 900, 1000, false, Awkward, Ada, "Ada", At)],
        new Dictionary<string, string> { ["spend"] = Awkward }, new Source(3, 40, 2, "f00d"), Ada, At, [new Approval(Ada, Awkward, At)], [new Remark(Ada, "Ada", Awkward, At)]);
}
