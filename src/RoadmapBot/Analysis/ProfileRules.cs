using RoadmapBot.Analysis.Checks;
using RoadmapBot.Conversation;

namespace RoadmapBot.Analysis;

/// <summary>
/// Where each category of CSF 2.0 stands, as a tier 1 to 4 derived from what was said: 1 where a gap of the category is to be fixed now (16 of 25 and more);
/// 2 where there is a smaller gap, or a check's point was denied or is disputed; 3 where points were confirmed and none denied; 4 where, besides, every point
/// of the category that is checked was confirmed and so were practice and review (ID.IM). The target is 3, the first tier at which a practice is policy and
/// repeated: an assumption, which an executive may set higher.
/// </summary>
internal static class ProfileRules
{
    private const int Target = 3;
    private const string Improvement = "ID.IM";

    public static IReadOnlyList<CategoryState> Of(IReadOnlyList<Gap> gaps, IReadOnlyList<Check> checks)
    {
        var points = checks.SelectMany(check => check.Points).ToLookup(point => point.Csf);
        var improves = points[Improvement].All(point => point.Result is CheckResult.Yes);
        return [.. Csf.Categories.Select(category => Of(category.Key, category.Value, [.. gaps.Where(gap => gap.Csf == category.Key)], [.. points[category.Key]], improves))];
    }

    private static CategoryState Of(string category, string name, Gap[] gaps, CheckedPoint[] points, bool improves)
    {
        var worst = gaps.Select(gap => gap.Severity.Score()).DefaultIfEmpty(0).Max();
        var (yes, no) = (points.Count(point => point.Result is CheckResult.Yes), points.Count(point => point.Result is CheckResult.No or CheckResult.Disputed));
        int? tier = (worst, yes, no) switch
        {
            ( >= SeverityRules.FixNowFrom, _, _) => 1,
            ( > 0, _, _) or (_, _, > 0) => 2,
            (_, > 0, _) => yes == points.Length && improves ? 4 : 3,
            _ => null,
        };
        var why = tier is null
            ? AnalysisTexts.TierUnheard
            : string.Join("; ", ((string?[])[
                gaps.Length > 0 ? AnalysisTexts.TierGaps.With(gaps.Length.Of(AnalysisTexts.TierGapOne, AnalysisTexts.TierGapMany), worst) : null,
                points.Length > 0 ? AnalysisTexts.TierPoints.With(yes, points.Length, no) : null]).OfType<string>());
        return new CategoryState(category, name, tier, Math.Max(Target, tier ?? 0), why);
    }
}
