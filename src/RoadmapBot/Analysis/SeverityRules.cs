using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Conversation;

namespace RoadmapBot.Analysis;

/// <summary>
/// Likelihood and impact: the catalogue's figures, moved by what was said. Likelihood +1 where three people or two departments speak of it,
/// +1 where it happens often or has happened; -1 where all call it small, -1 where all who speak of it say that it is planned.
/// Impact +1 where work stands still, +1 where safety, the law or money is at stake or an entry's own aggravating words fall. Both stay within 1 to 5.
/// </summary>
internal static class SeverityRules
{
    internal const int FixNowFrom = 16;
    private const int ImproveFrom = 9;

    public static Severity Weigh(GapEntry entry, IReadOnlyList<Finding> findings)
    {
        var voices = findings.Select(finding => finding.Hearing.Voice?.Id).OfType<string>().Distinct().Count();
        var reports = findings.Count(finding => finding.Hearing.Voice is null);
        var departments = findings.Select(finding => finding.Hearing.Department ?? finding.Hearing.Voice?.Department).OfType<string>().Distinct().Count();
        bool Any(Cue cue) => findings.Any(finding => Says(finding, cue));
        bool All(Cue cue) => findings.All(finding => Says(finding, cue));

        List<string> why = [Reach(voices, reports, departments)];
        var (likelihood, impact) = (entry.Likelihood, entry.Impact);
        void Move(bool condition, ref int figure, int by, string words)
        {
            if (!condition)
                return;
            figure += by;
            why.Add(words);
        }

        if (voices + reports >= 3 || departments >= 2)
            likelihood++;
        Move(Any(Cue.Frequent), ref likelihood, 1, AnalysisTexts.WhyOften);
        Move(!Any(Cue.Frequent) && Any(Cue.Happened), ref likelihood, 1, AnalysisTexts.WhyHappened);
        Move(All(Cue.Minor), ref likelihood, -1, AnalysisTexts.WhyMinor);
        Move(findings.All(IsPlanned), ref likelihood, -1, AnalysisTexts.WhyPlanned);
        Move(Any(Cue.Halt), ref impact, 1, AnalysisTexts.WhyHalt);
        Move(Any(Cue.Grave) || findings.Any(finding => entry.Worse.Any(worse => worse.Matches(finding.Hearing.Text).Any())), ref impact, 1, AnalysisTexts.WhyGrave);
        return new Severity(Math.Clamp(likelihood, 1, 5), Math.Clamp(impact, 1, 5), string.Join("; ", why) + ".");
    }

    /// <summary>Fix now from 16 of 25, improve next from 9; what belongs to growth is planned, whatever its score.</summary>
    public static Bucket BucketOf(GapEntry entry, Severity severity) => severity.Score() switch
    {
        _ when entry.IsGrowth => Bucket.Plan,
        >= FixNowFrom => Bucket.FixNow,
        >= ImproveFrom => Bucket.ImproveNext,
        _ => Bucket.Plan,
    };

    private static string Reach(int voices, int reports, int departments)
    {
        var who = (voices, reports) switch
        {
            (0, 1) => AnalysisTexts.WhyOneReport,
            (0, _) => AnalysisTexts.WhyReports.With(reports),
            (1, _) => AnalysisTexts.WhyOneVoice,
            _ => AnalysisTexts.WhyVoices.With(voices),
        };
        var also = voices > 0 && reports > 0 ? AnalysisTexts.WhyAlsoReports.With(reports) : "";
        return (departments >= 2 ? AnalysisTexts.WhyDepartments.With(who, departments) : who) + also;
    }

    private static bool Says(Finding finding, Cue cue)
    {
        var text = finding.Hearing.Text;
        return text.Cues.Any(hit => hit.Kind == cue
            && text.Breaks.Sentence[hit.First] >= text.Breaks.Sentence[finding.Sign.First] && text.Breaks.Sentence[hit.First] <= text.Breaks.Sentence[finding.Sign.Last]);
    }

    private static bool IsPlanned(Finding finding) => finding.Hearing.Text.Clauses.Any(clause => clause.IsPlanned
        && finding.Hearing.Text.Breaks.Sentence[clause.Words.First] is var sentence
        && sentence >= finding.Hearing.Text.Breaks.Sentence[finding.Sign.First] && sentence <= finding.Hearing.Text.Breaks.Sentence[finding.Sign.Last] + 1);
}
