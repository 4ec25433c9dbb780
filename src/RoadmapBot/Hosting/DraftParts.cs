using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Support;

namespace RoadmapBot.Hosting;

/// <summary>A citation of the contract: of an answer, a pain point or a row of the asset list.</summary>
internal sealed record CitationPart(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Stakeholder,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Answer,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? PainPoint,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AssetLine,
    string Quote)
{
    /// <summary>Ids of voices and statements are the indexes that <see cref="DraftInput"/> gave them.</summary>
    public static CitationPart Of(Receipt receipt) => receipt switch
    {
        { IsAsset: true } => new CitationPart(null, null, null, Index(receipt.Statement), receipt.Quote),
        { Voice.Length: 0 } => new CitationPart(null, null, Index(receipt.Statement), null, receipt.Quote),
        _ => new CitationPart(Index(receipt.Voice), Index(receipt.Statement), null, null, receipt.Quote),
    };

    private static int Index(string id) => int.Parse(id, CultureInfo.InvariantCulture);
}

/// <summary>The registers of the analysis in the contract's JSON; members that the contract had before are elsewhere and as they were.</summary>
internal sealed record RegisterParts(
    IEnumerable<RegisterParts.ContradictionDetail> ContradictionDetails, RegisterParts.SupportPart Support, IEnumerable<RegisterParts.CheckPart> Checks,
    IEnumerable<RegisterParts.InactionPart> Inactions, IEnumerable<RegisterParts.ProfilePart> Profile, IEnumerable<RegisterParts.LessonPart> Lessons,
    IEnumerable<RegisterParts.HealthPart> Health, IEnumerable<RegisterParts.AssetFaultPart> AssetFaults)
{
    /// <summary>In the order of <c>contradictions</c>.</summary>
    internal sealed record ContradictionDetail(string Kind, string About, string Question, string Ask, IEnumerable<SidePart> Sides);

    internal sealed record SidePart(string Says, IEnumerable<CitationPart> Evidence);

    internal sealed record SupportPart(string AsOf, string Source, IEnumerable<SupportDatePart> Dates, string RefreshSource, IEnumerable<RefreshPart> Refreshes);

    internal sealed record SupportDatePart(
        string Product, string Ends, string Status, string? PaidUntil, string? PaidCost, string? Note, int Devices, IEnumerable<CitationPart> Evidence);

    internal sealed record RefreshPart(string Name, string Kind, int Count, string Bought, string From, string To, string Status, string Basis, int AssetLine);

    internal sealed record CheckPart(string Id, string Title, string Source, bool IsGate, int Score, IEnumerable<PointPart> Points);

    internal sealed record PointPart(string Text, string Result, string Question, string Ask, string? Csf, string? Kpi, IEnumerable<CitationPart> Evidence);

    internal sealed record InactionPart(string Gap, string Class, string Text, IEnumerable<LossPart> Losses);

    internal sealed record LossPart(string Sum, CitationPart Evidence);

    internal sealed record ProfilePart(string Category, string Name, int? Tier, int Target, string Why);

    internal sealed record LessonPart(IEnumerable<string> About, IEnumerable<string> Domains, CitationPart Evidence, string? Guard);

    internal sealed record HealthPart(string Domain, int Score, int Confidence);

    internal sealed record AssetFaultPart(int Line, string Why);

    /// <param name="gaps">The gaps' numbers in the file, by id.</param>
    public static RegisterParts Of(Testimony testimony, GapAnalysis analysis, DateOnly start, IReadOnlyDictionary<string, string> gaps) => new(
        analysis.Contradictions.Select(one => new ContradictionDetail(
            Kebab(one.Kind), one.About, one.Question, one.Ask, one.Sides.Select(side => new SidePart(side.Says, side.Evidence.Select(CitationPart.Of))))),
        SupportOf(analysis.Support, start),
        analysis.Checks.Select(check => new CheckPart(
            check.Id, check.Title, check.Source, check.IsGate, check.Score,
            check.Points.Select(point => new PointPart(point.Text, Kebab(point.Result), point.Question, point.Ask, point.Csf, point.Kpi, point.Evidence.Select(CitationPart.Of))))),
        analysis.Inactions.Select(one => new InactionPart(gaps[one.Gap], one.Class, one.Text, one.Losses.Select(loss => new LossPart(loss.Sum, CitationPart.Of(loss.Receipt))))),
        analysis.Profile.Select(state => new ProfilePart(state.Category, state.Name, state.Tier, state.Target, state.Why)),
        analysis.Lessons.Select(lesson => new LessonPart(lesson.About, lesson.Domains.Select(Kebab), CitationPart.Of(lesson.Receipt), lesson.Guard)),
        analysis.Health.Select(health => new HealthPart(Kebab(health.Domain), health.Score, health.Confidence)),
        testimony.Assets.Faults.Select(fault => new AssetFaultPart(fault.Line, fault.Why)));

    private static SupportPart SupportOf(SupportRegister support, DateOnly start) => new(
        Day(support.AsOf), support.Source,
        support.Dates.Select(date => new SupportDatePart(
            date.Product, Day(date.Ends), Kebab(date.StatusAt(start)), date.PaidUntil is { } paid ? Day(paid) : null, date.PaidCost, date.Note, date.Devices,
            date.Evidence.Select(CitationPart.Of))),
        support.RefreshSource,
        support.Refreshes.Select(one => new RefreshPart(
            one.Name, one.Kind, one.Count, Day(one.Bought), Day(one.From), Day(one.To), Kebab(one.StatusAt(start)), "assumption", int.Parse(one.Row.Statement, CultureInfo.InvariantCulture))));

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Kebab<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
