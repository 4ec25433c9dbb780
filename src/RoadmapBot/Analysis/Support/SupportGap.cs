using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Conversation;

namespace RoadmapBot.Analysis.Support;

/// <summary>A product whose support has ended is a gap, whether or not somebody complains of it.</summary>
internal static class SupportGap
{
    public const string Id = "end-of-life-software";

    /// <summary>The gaps, with the receipts of past products added to the gap, or the gap added where nobody's words showed it.</summary>
    public static IEnumerable<Gap> With(
        IReadOnlyList<Gap> gaps, SupportRegister support, DateOnly start, GapCatalogue catalogue, IReadOnlyList<Objective> objectives)
    {
        var past = support.Dates.Where(date => date.StatusAt(start) is SupportStatus.Past).ToArray();
        if (past.Length == 0 || catalogue.Entries.FirstOrDefault(entry => entry.Id == Id) is not { } entry)
            return gaps;
        var receipts = past.SelectMany(date => date.Evidence).Distinct();
        if (!gaps.Any(gap => gap.Id == Id))
            return [.. gaps, GapOf(entry, past, [.. receipts.Take(Analyst.MostReceipts)], ObjectiveLinker.Link(catalogue, objectives, entry))];
        return gaps.Select(gap => gap.Id == Id ? gap with { Evidence = [.. gap.Evidence.Concat(receipts).Distinct().Take(Analyst.MostReceipts)] } : gap);
    }

    private static Gap GapOf(GapEntry entry, SupportDate[] past, IReadOnlyList<Receipt> receipts, IReadOnlyList<ObjectiveLink> links)
    {
        var severity = new Severity(entry.Likelihood, entry.Impact, AnalysisTexts.WhySupportEnded.With(string.Join(", ", past.Select(date => date.Product))) + ".");
        return new Gap(entry.Id, entry.Title, entry.Statement, entry.Domain, entry.Kind, SeverityRules.BucketOf(entry, severity), severity, entry.Csf, receipts, links);
    }
}
