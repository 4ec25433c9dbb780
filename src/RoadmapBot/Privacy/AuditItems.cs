using System.Text.Json;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.Reviews;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Writing;
using Progress = RoadmapBot.Roadmaps.Execution.Progress;

namespace RoadmapBot.Privacy;

/// <summary>A thing that stands in the database and that the log answers for.</summary>
/// <param name="Of">Whose it is.</param>
internal sealed record AuditItem(AuditKind Kind, string Subject, PersonId Of, string Content);

/// <summary>
/// What of each aggregate goes into the log. Contents are spelled out member by member rather than taken as stored, so that a later version of the
/// program, whose records hold more, still finds the same digests.
/// </summary>
internal static class AuditItems
{
    public static IReadOnlyList<AuditItem> Of(Member? member) => member is null ? [] :
        [new(AuditKind.Role, $"role/{member.Person}", member.Person, Write(member.Role.ToString(), member.Department, member.IsOwner))];

    public static IReadOnlyList<AuditItem> Of(Interview? interview) => interview is null ? [] :
    [
        .. interview.Answers.Where(given => given.Kind is not GivenKind.Skipped).Select(given => new AuditItem(
            AuditKind.Answer, $"answer/{interview.Person}/{given.Question}", interview.Person,
            Write(given.Kind.ToString(), given.Asked, given.Text, given.Choice, given.Followups.Select(followup => (object?[])[followup.Slot.ToString(), followup.Asked, followup.Text])))),
        .. interview.Fit is { } fit ? [new AuditItem(AuditKind.Playback, $"playback/{interview.Person}", interview.Person, Write(fit, interview.Remark))] : Array.Empty<AuditItem>(),
    ];

    public static string SubjectOf(PainPointId point) => $"pain-point/{point}";

    public static IReadOnlyList<AuditItem> Of(PainPoint? point) => point is null or { State: PainPointState.TakenBack } ? [] :
        [new(AuditKind.PainPoint, SubjectOf(point.Id), point.By, Write(point.Text, point.Kind, point.Often?.ToString(), point.Reach?.ToString()))];

    public static IReadOnlyList<AuditItem> Of(Roadmap? roadmap) => roadmap is null ? [] :
    [
        new(AuditKind.Draft, $"version/{roadmap.Version}/{roadmap.Source.Fingerprint}", roadmap.By, Draft(roadmap)),
        .. roadmap.Written is { } written ? [new AuditItem(AuditKind.Model, $"model/{roadmap.Version}", roadmap.By, Model(written))] : Array.Empty<AuditItem>(),
        .. roadmap.Edits.Select((edit, index) => new AuditItem(
            AuditKind.Edit, $"edit/{index + 1}/{edit.At.UtcTicks}", edit.By,
            Write(edit.Initiative, edit.Start, edit.Months, edit.Owner, edit.CostLow, edit.CostHigh, edit.IsLeftOut, edit.Why))),
        .. roadmap.Approvals.Select(approval => new AuditItem(AuditKind.Approval, $"approval/{roadmap.Version}/{approval.By}/{approval.At.UtcTicks}", approval.By, Write(approval.Name, approval.At.UtcTicks))),
        .. roadmap.Remarks.Select((remark, index) => new AuditItem(AuditKind.Objection, $"objection/{index + 1}/{remark.At.UtcTicks}", remark.By, Write(remark.Text, remark.At.UtcTicks))),
    ];

    public static IReadOnlyList<AuditItem> Of(Progress? progress) => progress is null ? [] :
    [
        .. progress.Updates.Select((update, index) => new AuditItem(
            AuditKind.Progress, $"progress/{index + 1}/{update.Initiative}", update.By, Write(update.State.ToString(), update.Reached, update.End, update.Planned, update.Remark, update.At.UtcTicks))),
    ];

    public static IReadOnlyList<AuditItem> Of(KpiBook? book) => book is null ? [] :
    [
        .. book.Kpis.Select(kpi => new AuditItem(AuditKind.Kpi, $"kpi/{kpi.Id}", kpi.By, Write(kpi.Direction.ToString(), kpi.Unit, kpi.Baseline, kpi.Target, kpi.Rhythm.ToString()))),
        .. book.Readings.Select((reading, index) => new AuditItem(AuditKind.Reading, $"reading/{index + 1}/{reading.Kpi}", reading.By, Write(reading.On, reading.Value, reading.At.UtcTicks))),
    ];

    /// <summary>What a new version takes over from the one before it: no news.</summary>
    public static IReadOnlyList<AuditItem> Carried(Roadmap? before) => [.. Of(before).Where(item => item.Kind is AuditKind.Edit or AuditKind.Objection)];

    /// <param name="by">Who acts; where nobody does, it is done for whom it belongs to.</param>
    public static IEnumerable<AuditFact> Changes(IReadOnlyList<AuditItem> before, IReadOnlyList<AuditItem> after, PersonId? by)
    {
        var earlier = before.ToDictionary(item => item.Subject, StringComparer.Ordinal);
        foreach (var item in after)
        {
            if (!earlier.Remove(item.Subject, out var old))
                yield return Fact(item, AuditChange.Made, item.Content);
            else if (old.Content != item.Content)
                yield return Fact(item, AuditChange.Changed, item.Content);
        }

        foreach (var gone in earlier.Values)
            yield return Fact(gone, AuditChange.TakenBack, "");

        AuditFact Fact(AuditItem item, AuditChange change, string content) => new(item.Kind, change, by ?? item.Of, item.Of, item.Subject, content);
    }

    private static string Draft(Roadmap roadmap) => Write(
        roadmap.Source.People, roadmap.Source.Answers, roadmap.Source.PainPoints,
        roadmap.Draft.Initiatives.Select(one => (object?[])[one.Id, one.Start, one.Months, one.Owner, one.Cost.Low, one.Cost.High]),
        roadmap.Analysis.Gaps.Select(gap => (object?[])
        [
            gap.Id, gap.Statement, gap.Severity.Likelihood, gap.Severity.Impact,
            gap.Evidence.Select(receipt => (object?[])[receipt.Voice, receipt.Statement, receipt.Quote]),
        ]));

    /// <summary>Which prompts of which model, and every word that came of them.</summary>
    private static string Model(Written written) => Write(
        written.Reach.ToString(), written.Refused,
        written.Calls.Select(call => (object?[])[call.Prompt, call.Hash, call.Model, call.TokensIn, call.TokensOut, call.Took.Ticks, call.At.UtcTicks]),
        written.Gaps.Select(gap => (object?[])[gap.Gap, gap.Sentences.Select(sentence => (object?[])[sentence.Words, sentence.Cites.Select(cite => (object?[])[cite.Voice, cite.Statement, cite.Quote])])]),
        written.Initiatives.Select(one => (object?[])[one.Initiative, one.Words]), written.Summary);

    private static string Write(params object?[] members) => JsonSerializer.Serialize(members);
}
