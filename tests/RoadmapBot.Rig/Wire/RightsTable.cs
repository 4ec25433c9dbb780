using System.Text.RegularExpressions;

namespace RoadmapBot.Rig.Wire;

/// <summary>Who may do and see what: every verb that the product knows, and whom it serves.</summary>
internal static partial class RightsTable
{
    public static readonly string[] Insiders = ["owner", "it", "executive", "head", "msp", "user"];

    private static readonly string[] Owners = ["owner"];
    private static readonly string[] Planners = ["owner", "it", "executive", "head", "msp"];
    private static readonly string[] Anybody = [.. Insiders, "other", "nobody", "tenant-2", "tenant-3"];

    /// <summary>The tenant's people may ask for a seat in what their organisation has begun.</summary>
    private static readonly string[] Tenant = [.. Insiders, "other", "nobody"];

    /// <summary>Every verb that the product knows, and whom it serves. A new verb without a row fails.</summary>
    private static readonly (string[] Serves, string[] Verbs)[] Table =
    [
        (Anybody,
        [
            "say", "engagement/new", "engagement/create", "mydata/show", "mydata/export", "mydata/ask", "mydata/erase"
        ]),
        (Insiders,
        [
            "engagement/choose", "roadmap/department", "campaign/begin", "campaign/clock", "campaign/clock-save", "progress/quiet", "progress/ask-me"
        ]),
        (Tenant,
        [
            "engagement/join", "engagement/ask-role", "engagement/request-role"
        ]),
        (Owners,
        [
            "campaign/show", "campaign/form", "campaign/preview", "campaign/start", "campaign/pause", "campaign/resume", "campaign/stop", "campaign/people", "coverage/show", "coverage/role",
            "coverage/missing", "coverage/sample", "coverage/sizes", "member/list", "member/edit", "member/set", "pain-list", "roadmap/draft", "roadmap/edit", "roadmap/save", "roadmap/leave-out", "roadmap/planning",
            "roadmap/planning-save", "progress/update", "progress/save", "progress/delay", "progress/hand-over", "progress/cut", "progress/zone", "progress/zone-save", "kpi/choose", "kpi/edit", "kpi/save", "kpi/drop", "assets/save", "assets/remove", "scoring/form", "scoring/start", "scoring/close", "order/take", "order/leave"
        ]),
        ([], // nobody here has an interview, or has shared anything
        [
            "interview/change", "interview/choose", "interview/skip", "interview/unknown", "interview/not-mine", "interview/pause", "interview/confirm",
            "interview/use", "interview/leave", "roadmap/take-back", "pass/ask", "pass/send", "pass/answer", "pass/decline", "pass/on"
        ]),
        (["user"],
        [
            "pain/confirm", "pain/withdraw", "pain/anonymous", "relay/answer", "relay/decline", "relay/end", "relay/withdraw"
        ]),
        (["owner", "it"],
        [
            "anonymous/list", "anonymous/point", "anonymous/ask"
        ]),
        (Planners,
        [
            "roadmap/gaps", "roadmap/gap", "roadmap/phases", "roadmap/timeline", "roadmap/budget", "roadmap/initiative", "roadmap/summary", "roadmap/profile",
            "roadmap/contradictions", "roadmap/contradiction", "roadmap/checks", "roadmap/check", "roadmap/support", "roadmap/lessons", "roadmap/unknowns",
            "progress/all", "progress/one", "changes/show", "kpi/list", "kpi/one", "scoring/state", "scoring/result", "scoring/spreads", "scoring/reasons"
        ]),
        (["owner", "it", "msp"],
        [
            "kpi/paste", "kpi/take", "kpi/take-sure", "kpi/reading", "kpi/note", "kpi/note-sure"
        ]),
        (["executive"],
        [
            "roadmap/approve", "roadmap/remark"
        ]),
        (["owner", "executive"],
        [
            "roadmap/share"
        ]),
        (["owner", "executive", "head"],
        [
            "scoring/score", "scoring/save", "scoring/send", "scoring/abstain"
        ]),
    ];

    /// <summary>Whom each verb serves.</summary>
    public static IReadOnlyDictionary<string, string[]> Rows { get; } = Table.SelectMany(row => row.Verbs.Select(verb => (verb, row.Serves))).ToDictionary(pair => pair.verb, pair => pair.Serves);

    /// <summary>What only shows something: pressed by those it serves, too.</summary>
    public static bool OnlyShows(string verb) => Looks().IsMatch(verb);

    [GeneratedRegex("^(mydata/(show|ask)|campaign/(show|form|preview|people|clock)|coverage/(show|role|missing|sample)|member/list|member/edit|pain-list|anonymous/(list|point)|changes/show|kpi/(list|one|choose|paste|edit|reading)|progress/(all|one|update|delay|hand-over|cut|zone)|scoring/(state|score|result|spreads|reasons|form)|roadmap/(?!draft|save|leave-out|approve|remark|share|take-back|planning-save).*)$")]
    private static partial Regex Looks();
}
