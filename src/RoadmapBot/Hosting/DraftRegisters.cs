using System.Globalization;
using RoadmapBot.Analysis;
using RoadmapBot.Analysis.Checks;
using RoadmapBot.Analysis.Support;
using RoadmapBot.Conversation;

namespace RoadmapBot.Hosting;

/// <summary>The registers of the analysis as lines of the report.</summary>
/// <param name="quoted">A receipt as a line.</param>
internal sealed class DraftRegisters(Testimony testimony, GapAnalysis analysis, DateOnly start, Func<Receipt, string> quoted)
{
    /// <param name="list">Writes a heading and its lines; nothing where there are none.</param>
    public void List(Action<string, IEnumerable<string>> list)
    {
        list(DraftTexts.HeadingSupport, analysis.Support.Dates.SelectMany(Support).Concat(analysis.Support.Dates.Count > 0 ? [DraftTexts.SupportAsOf.With(Day(analysis.Support.AsOf), analysis.Support.Source)] : []));
        list(DraftTexts.HeadingRefresh, analysis.Support.Refreshes.Select(Refreshed).Concat(analysis.Support.Refreshes.Count > 0 ? [DraftTexts.RefreshAsOf.With(analysis.Support.RefreshSource)] : []));
        list(DraftTexts.HeadingAssetFaults, testimony.Assets.Faults.Select(fault => DraftTexts.AssetFault.With(fault.Line, fault.Why)));
        list(DraftTexts.HeadingChecks, analysis.Checks.SelectMany(Checked));
        list(DraftTexts.HeadingProfile, analysis.Profile.Select(Profiled).Append(DraftTexts.ProfileAssumption));
        list(DraftTexts.HeadingLessons, analysis.Lessons.SelectMany(Taught));
    }

    /// <summary>What doing nothing about a gap costs.</summary>
    public static IEnumerable<string> Inaction(GapAnalysis analysis, Gap gap, Func<Receipt, string> quoted)
    {
        foreach (var inaction in analysis.Inactions.Where(one => one.Gap == gap.Id))
        {
            yield return DraftTexts.GapInaction.With(inaction.Class, inaction.Text);
            foreach (var loss in inaction.Losses)
            {
                yield return DraftTexts.GapLoss.With(loss.Sum);
                yield return quoted(loss.Receipt);
            }
        }
    }

    public static string NameOf(CheckResult result) => result switch
    {
        CheckResult.Yes => DraftTexts.ResultYes,
        CheckResult.No => DraftTexts.ResultNo,
        CheckResult.Disputed => DraftTexts.ResultDisputed,
        _ => DraftTexts.ResultNotHeard,
    };

    private static string NameOf(SupportStatus status) =>
        status switch { SupportStatus.Past => DraftTexts.StatusPast, SupportStatus.Soon => DraftTexts.StatusSoon, _ => DraftTexts.StatusLater };

    private IEnumerable<string> Taught(Lesson lesson)
    {
        yield return DraftTexts.LessonLine.With(lesson.About.Count > 0 ? string.Join(", ", lesson.About) : DraftTexts.LessonGeneral);
        yield return quoted(lesson.Receipt);
        if (lesson.Guard is { } guard)
            yield return DraftTexts.LessonGuard.With(guard);
    }

    private IEnumerable<string> Support(SupportDate date)
    {
        yield return DraftTexts.SupportLine.With(date.Product, Day(date.Ends), NameOf(date.StatusAt(start)));
        if (date.PaidUntil is { } paid)
            yield return DraftTexts.SupportPaid.With(Day(paid), date.PaidCost ?? DraftTexts.SupportNoPrice);
        if (date.Note is { } note)
            yield return DraftTexts.SupportNote.With(note);
        if (date.Devices > 0)
            yield return DraftTexts.SupportDevices.With(date.Devices);
        foreach (var receipt in date.Evidence)
            yield return quoted(receipt);
    }

    private string Refreshed(Refresh one) => DraftTexts.RefreshLine.With(one.Name, one.Kind, one.Count, Day(one.Bought), Day(one.From), Day(one.To), NameOf(one.StatusAt(start)));

    private IEnumerable<string> Checked(Check check)
    {
        yield return DraftTexts.CheckLine.With(check.Title, check.Points.Count(point => point.Result is CheckResult.Yes), check.Points.Count, check.Score, check.Source);
        if (check.IsGate)
            yield return DraftTexts.CheckGate;
        foreach (var point in check.Points)
        {
            yield return DraftTexts.PointLine.With(point.Text, NameOf(point.Result));
            foreach (var receipt in point.Evidence)
                yield return quoted(receipt);
            if (point.Result is CheckResult.NotHeard or CheckResult.Disputed)
                yield return DraftTexts.PointAsk.With(point.Ask, point.Question);
        }
    }

    private static string Profiled(CategoryState state) => state.Tier is { } tier
        ? DraftTexts.ProfileLine.With(state.Category, state.Name, tier, state.Target, state.Why)
        : DraftTexts.ProfileUnheard.With(state.Category, state.Name);

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
