using System.Text.Json;
using RoadmapBot.Analysis;
using RoadmapBot.Planning;

namespace RoadmapBot.Hosting;

/// <summary>Writes the <c>draft</c> contract's JSON, schema <c>roadmapbot.draft/1</c>. Ids are renamed to G1, I1, K1 in the order shown.</summary>
internal static class DraftOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record DraftFile(
        string Schema, IEnumerable<GapPart> Gaps, IEnumerable<ContradictionPart> Contradictions, IEnumerable<UnknownPart> Unknowns,
        IEnumerable<InitiativePart> Initiatives, IEnumerable<KpiPart> Kpis, IEnumerable<WarningPart> Warnings,
        IEnumerable<RegisterParts.ContradictionDetail> ContradictionDetails, RegisterParts.SupportPart Support, IEnumerable<RegisterParts.CheckPart> Checks,
        IEnumerable<RegisterParts.InactionPart> Inactions, IEnumerable<RegisterParts.ProfilePart> Profile, IEnumerable<RegisterParts.LessonPart> Lessons,
        IEnumerable<RegisterParts.HealthPart> Health, IEnumerable<RegisterParts.AssetFaultPart> AssetFaults);

    private sealed record GapPart(
        string Id, string Title, string Statement, string Domain, string Kind, string Bucket, SeverityPart Severity, string? Csf, IEnumerable<CitationPart> Evidence,
        IEnumerable<int> Objectives);

    private sealed record SeverityPart(int Likelihood, int Impact, string Why);

    private sealed record ContradictionPart(string About, string Ask, IEnumerable<CitationPart> Evidence);

    private sealed record UnknownPart(string Question, string Ask);

    private sealed record InitiativePart(
        string Id, string Title, string Objective, string Phase, string Start, int Months, CostPart Cost, ReturnPart Return, IEnumerable<OutcomePart> Outcomes,
        string Owner, IEnumerable<string> Handoffs, IEnumerable<string> Effects, IEnumerable<string> Needs, PriorityPart Priority, IEnumerable<string> Addresses,
        IEnumerable<int> Objectives, IEnumerable<string> DependsOn, IEnumerable<GuardPart> Guards);

    private sealed record GuardPart(string Text, IEnumerable<CitationPart> Evidence);

    private sealed record CostPart(long Low, long High, string Currency, long RecurringPerYear, string Basis, string Note, IEnumerable<CitationPart> Evidence);

    private sealed record ReturnPart(string Statement, string Basis);

    private sealed record OutcomePart(string Kpi, string? Baseline, string Target);

    private sealed record PriorityPart(int Rank, double Score, int Impact, int Risk, int Resources, string Why);

    private sealed record KpiPart(string Id, string Category, string Name, string Unit, string Target);

    private sealed record WarningPart(string Code, string Text);

    public static string Json(Testimony testimony, GapAnalysis analysis, Plan plan)
    {
        var gaps = Numbered(analysis.Gaps.Select(gap => gap.Id), "G");
        var initiatives = Numbered(plan.Initiatives.Select(initiative => initiative.Id), "I");
        var kpis = Numbered(plan.Kpis.Select(kpi => kpi.Id), "K");
        var registers = RegisterParts.Of(testimony, analysis, plan.Start, gaps);
        var file = new DraftFile(
            "roadmapbot.draft/1",
            analysis.Gaps.Select(gap => GapOf(gap, gaps)),
            analysis.Contradictions.Select(one => new ContradictionPart(one.About, one.Ask, one.Evidence.Select(CitationPart.Of))),
            analysis.Unknowns.Select(one => new UnknownPart(one.Question, one.Ask)),
            plan.Initiatives.Select(initiative => InitiativeOf(initiative, gaps, initiatives, kpis)),
            plan.Kpis.Select(kpi => new KpiPart(kpis[kpi.Id], Kebab(kpi.Category), kpi.Name, kpi.Unit, kpi.Target)),
            analysis.Warnings.Concat(plan.Warnings).Select(warning => new WarningPart(warning.Code, warning.Text)),
            registers.ContradictionDetails, registers.Support, registers.Checks, registers.Inactions, registers.Profile, registers.Lessons, registers.Health, registers.AssetFaults);
        return JsonSerializer.Serialize(file, Options);
    }

    private static Dictionary<string, string> Numbered(IEnumerable<string> ids, string letter) =>
        ids.Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => FormattableString.Invariant($"{letter}{pair.index + 1}"), StringComparer.Ordinal);

    private static GapPart GapOf(Gap gap, Dictionary<string, string> gaps) => new(
        gaps[gap.Id], gap.Title, gap.Statement, Kebab(gap.Domain), Kebab(gap.Kind), Kebab(gap.Bucket),
        new SeverityPart(gap.Severity.Likelihood, gap.Severity.Impact, gap.Severity.Why), gap.Csf, gap.Evidence.Select(CitationPart.Of),
        gap.Objectives.Select(link => link.Objective));

    private static InitiativePart InitiativeOf(
        Initiative initiative, Dictionary<string, string> gaps, Dictionary<string, string> initiatives, Dictionary<string, string> kpis) => new(
        initiatives[initiative.Id], initiative.Title, initiative.Objective, Kebab(initiative.Phase), Month(initiative.Start), initiative.Months,
        new CostPart(initiative.Cost.Low, initiative.Cost.High, initiative.Cost.Currency, initiative.Cost.RecurringPerYear, Kebab(initiative.Cost.Basis),
            initiative.Cost.Note, initiative.Cost.Evidence.Select(CitationPart.Of)),
        new ReturnPart(initiative.Return.Statement, Kebab(initiative.Return.Basis)),
        initiative.Outcomes.Select(outcome => new OutcomePart(kpis[outcome.Kpi], outcome.Baseline, outcome.Target)),
        initiative.Owner, initiative.Handoffs, initiative.Effects, initiative.NeedsFromTeams.Concat(initiative.TeamsNeed),
        new PriorityPart(initiative.Priority.Rank, initiative.Priority.Score, initiative.Priority.Impact, initiative.Priority.Risk,
            initiative.Priority.Resources, initiative.Priority.Why),
        initiative.Addresses.Select(id => gaps[id]), initiative.Objectives, initiative.DependsOn.Select(id => initiatives[id]),
        initiative.Guards.Select(guard => new GuardPart(guard.Text, guard.Evidence.Select(CitationPart.Of))));

    private static string Month(DateOnly date) => date.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    private static string Kebab<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
