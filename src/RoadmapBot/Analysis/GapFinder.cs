using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Language;

namespace RoadmapBot.Analysis;

/// <summary>A catalogue entry shown by one hearing, at its most telling place.</summary>
internal sealed record Finding(GapEntry Entry, Hearing Hearing, Sign Sign)
{
    public Receipt Receipt() => new(Hearing.Voice?.Id ?? "", Hearing.Id, Hearing.Text.Quote(Sign.First, Sign.Last));
}

/// <summary>Says which catalogue entries a hearing shows.</summary>
internal static class GapFinder
{
    /// <summary>A sentence is the proof of at most so many gaps; the plainest stay.</summary>
    private const int MostPerSentence = 3;

    /// <summary>A fainter sign counts only where it is the doubt of a whole answer that shows nothing plainer.</summary>
    private const int LeastWeight = 3;

    public static IEnumerable<Finding> Find(GapCatalogue catalogue, Hearing hearing)
    {
        var places = new Places(hearing.Text);
        var found = catalogue.Index.Candidates(places, hearing.Topic)
            .SelectMany(candidate => SignalMatcher.Find(hearing, places, candidate.Signal).Select(sign => new Finding(candidate.Entry, hearing, sign)))
            .Where(finding => !IsCountered(hearing, places, finding))
            .ToList();
        if (found.Exists(finding => finding.Sign.Weight >= LeastWeight))
            found.RemoveAll(finding => finding.Sign.Weight < LeastWeight);
        else
            found.RemoveAll(finding => finding.Sign.Signal is not Signal.Speaks { Way: Way.Doubted });
        return found.GroupBy(finding => SentenceOf(finding.Sign.Last, hearing))
            .SelectMany(MostTelling)
            .GroupBy(finding => finding.Entry)
            .Select(group => group.OrderByDescending(finding => finding.Sign.Weight).ThenBy(finding => finding.Sign.First).First());
    }

    private static IEnumerable<Finding> MostTelling(IEnumerable<Finding> inSentence)
    {
        var each = inSentence.GroupBy(finding => finding.Entry).Select(group => group.MaxBy(finding => finding.Sign.Weight)!).ToArray();
        var specific = each.Where(finding => !finding.Entry.IsGeneral).ToArray();
        return (specific.Length > 0 ? specific : each)
            .OrderByDescending(finding => finding.Sign.Weight).ThenBy(finding => finding.Entry.Id, StringComparer.Ordinal).Take(MostPerSentence);
    }

    private static bool IsCountered(Hearing hearing, Places places, Finding finding) => finding.Entry.Counters.Any(counter =>
        SignalMatcher.Find(hearing, places, counter).Any(sign => SentenceOf(sign.Last, hearing) == SentenceOf(finding.Sign.Last, hearing)));

    private static int SentenceOf(int word, Hearing hearing) => hearing.Text.Breaks.Sentence[word];
}
