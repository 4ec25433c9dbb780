using System.Globalization;
using System.Text;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Planning;

namespace RoadmapBot.Hosting;

/// <summary>The draft for a reader: why first, then the gaps with their quotes, then the roadmap phase by phase.</summary>
internal sealed class DraftReport(Testimony testimony, GapAnalysis analysis, Plan plan)
{
    private readonly StringBuilder _text = new();

    public static string Text(Testimony testimony, GapAnalysis analysis, Plan plan) => new DraftReport(testimony, analysis, plan).Write();

    private string Write()
    {
        Why();
        Gaps();
        Roadmap();
        List(DraftTexts.HeadingKpis, plan.Kpis.Select(kpi => DraftTexts.KpiLine.With(kpi.Name, kpi.Target)));
        List(DraftTexts.HeadingContradictions, analysis.Contradictions.SelectMany(one =>
            new[] { DraftTexts.ContradictionLine.With(one.About, one.Ask, one.Question) }
                .Concat(one.Sides.SelectMany(side => new[] { DraftTexts.SideLine.With(side.Says) }.Concat(side.Evidence.Select(Quoted))))));
        new DraftRegisters(testimony, analysis, plan.Start, Quoted).List(List);
        List(DraftTexts.HeadingUnknowns, analysis.Unknowns.Select(unknown => DraftTexts.UnknownLine.With(unknown.Question, unknown.Ask)));
        List(DraftTexts.HeadingWarnings, analysis.Warnings.Concat(plan.Warnings).Select(warning => warning.Text));
        return _text.ToString();
    }

    private void Why()
    {
        Heading(DraftTexts.HeadingWhy, '=');
        Line(DraftTexts.WhyHeard.With(testimony.Voices.Count, testimony.Voices.Sum(voice => voice.Statements.Count) + testimony.PainPoints.Count));
        Line(DraftTexts.WhyFound.With(
            analysis.Gaps.Count, analysis.Gaps.Count(gap => gap.Bucket is Bucket.FixNow), plan.Initiatives.Count,
            Amount(plan.Initiatives.Sum(one => one.Cost.Low)), Amount(plan.Initiatives.Sum(one => one.Cost.High)), plan.Currency,
            Amount(plan.Initiatives.Sum(one => one.Cost.RecurringPerYear))));
        List(DraftTexts.HeadingObjectives, analysis.Objectives.Select(one => one.IsImplied ? DraftTexts.ObjectiveImplied.With(one.Text) : one.Text));
        List(DraftTexts.HeadingHealth, analysis.Health.Select(health => health.Confidence == 0
            ? DraftTexts.HealthUnheard.With(health.Domain)
            : DraftTexts.HealthLine.With(health.Domain, health.Score, health.Confidence)));
    }

    private void Gaps()
    {
        Heading(DraftTexts.HeadingGaps, '=');
        foreach (var bucket in analysis.Gaps.GroupBy(gap => gap.Bucket).OrderBy(group => group.Key))
        {
            Heading(NameOf(bucket.Key), '-');
            foreach (var gap in bucket)
            {
                Line(DraftTexts.GapTitle.With(gap.Title, gap.Domain, gap.Severity.Likelihood, gap.Severity.Impact));
                Line("  " + gap.Statement);
                foreach (var receipt in gap.Evidence)
                    Line(Quoted(receipt));
                Line(DraftTexts.GapWhy.With(gap.Severity.Why));
                foreach (var line in DraftRegisters.Inaction(analysis, gap, Quoted))
                    Line(line);
                foreach (var link in gap.Objectives)
                    Line(DraftTexts.GapObjective.With(analysis.Objectives[link.Objective].Text, link.Why));
                _text.AppendLine();
            }
        }
    }

    private void Roadmap()
    {
        Heading(DraftTexts.HeadingRoadmap, '=');
        foreach (var stage in Stages.Of(analysis, plan, testimony.Voices.Count, isApproved: false))
            Line(DraftTexts.StageLine.With(stage.Name, Stages.NameOf(stage.State), stage.Gate));
        Line(DraftTexts.OrderStability.With(plan.Stability.Tau));
        var titles = analysis.Gaps.ToDictionary(gap => gap.Id, gap => gap.Title);
        var initiatives = plan.Initiatives.ToDictionary(one => one.Id, one => one.Title);
        foreach (var phase in plan.Initiatives.GroupBy(one => one.Phase).OrderBy(group => group.Key))
        {
            Heading(NameOf(phase.Key), '-');
            foreach (var one in phase)
            {
                Line(DraftTexts.InitiativeTitle.With(Month(one.Start), Month(one.Start.AddMonths(one.Months - 1)), one.Title, one.Priority.Rank));
                Line("  " + one.Objective);
                Line(DraftTexts.InitiativeFor.With(string.Join("; ", one.Addresses.Select(id => titles[id]))));
                Line(DraftTexts.InitiativeServes.With(string.Join("; ", one.Objectives.Select(index => analysis.Objectives[index].Text))));
                Line(DraftTexts.InitiativeCost.With(Amount(one.Cost.Low), Amount(one.Cost.High), one.Cost.Currency, Amount(one.Cost.RecurringPerYear), one.Cost.Note));
                foreach (var receipt in one.Cost.Evidence)
                    Line(Quoted(receipt));
                Line((one.Return.Basis is Basis.Stated ? DraftTexts.InitiativeReturnStated : DraftTexts.InitiativeReturn).With(one.Return.Statement));
                foreach (var receipt in one.Return.Evidence)
                    Line(Quoted(receipt));
                Line(DraftTexts.InitiativeSteps.With(string.Join("; ", one.Milestones.Select(milestone => milestone.InWords(one.Start)))));
                Line(DraftTexts.InitiativeOwner.With(one.Owner, string.Join("; ", one.Handoffs), TeamNames.InDays(one.Effort)));
                Line(DraftTexts.InitiativeTeams.With(string.Join("; ", one.Effects), string.Join("; ", one.NeedsFromTeams), string.Join("; ", one.TeamsNeed)));
                foreach (var line in one.Guards.SelectMany(guard => guard.Evidence.Select(Quoted).Prepend(DraftTexts.InitiativeGuard.With(guard.Text))))
                    Line(line);
                if (one.Due is { } due)
                    Line(DraftTexts.InitiativeDue.With(due.By, due.Why));
                if (one.Assumes.Count > 0)
                    Line(DraftTexts.InitiativeAssumes.With(string.Join("; ", one.Assumes)));
                if (one.DependsOn.Count > 0)
                    Line(DraftTexts.InitiativeAfter.With(string.Join("; ", one.DependsOn.Select(id => initiatives[id]))));
                Line(DraftTexts.InitiativePriority.With(one.Priority.Why, one.Priority.Stays, plan.Stability.Views));
                _text.AppendLine();
            }
        }
    }

    private string Quoted(Receipt receipt) => receipt.IsAsset
        ? DraftTexts.QuoteAsset.With(receipt.Quote, receipt.Statement)
        : receipt.Voice.Length == 0 ? DraftTexts.QuotePainPoint.With(receipt.Quote)
        : DraftTexts.Quote.With(receipt.Quote, testimony.Voices.First(voice => voice.Id == receipt.Voice).Title);

    private void List(string heading, IEnumerable<string> lines)
    {
        var all = lines.ToArray();
        if (all.Length == 0)
            return;
        Heading(heading, '-');
        foreach (var line in all)
            Line(line.StartsWith(' ') ? line : "- " + line);
    }

    private void Heading(string text, char under)
    {
        if (_text.Length > 0)
            _text.AppendLine();
        _text.AppendLine(text).Append(under, text.Length).AppendLine();
    }

    private void Line(string text) => _text.AppendLine(text);

    private static string Amount(long amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    private static string Month(DateOnly date) => date.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string NameOf(Bucket bucket) =>
        bucket switch { Bucket.FixNow => DraftTexts.BucketFixNow, Bucket.ImproveNext => DraftTexts.BucketImproveNext, _ => DraftTexts.BucketPlan };

    private static string NameOf(Phase phase) => phase switch { Phase.Short => DraftTexts.PhaseShort, Phase.Mid => DraftTexts.PhaseMid, _ => DraftTexts.PhaseLong };
}
