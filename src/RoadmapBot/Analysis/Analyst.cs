using RoadmapBot.Analysis.Catalogue;
using RoadmapBot.Analysis.Checks;
using RoadmapBot.Analysis.Support;

namespace RoadmapBot.Analysis;

/// <summary>Turns what people said into a gap analysis. Pure: the same testimony gives the same analysis, in whatever order people spoke.</summary>
internal static class Analyst
{
    /// <summary>A gap quotes at most so many answers, the most telling of as many people as possible.</summary>
    internal const int MostReceipts = 8;

    /// <param name="start">The roadmap's first day, from which end-of-support dates are past or near; null for the day on which they were collected.</param>
    public static GapAnalysis Analyse(Testimony testimony, GapCatalogue catalogue, DateOnly? start = null)
    {
        // While what was just read is still at hand, looking for gaps in it is much quicker than later.
        var heard = Hear(testimony, catalogue.Lexicon).Select(hearing => (Hearing: hearing, Found: GapFinder.Find(catalogue, hearing).ToArray())).ToArray();
        var hearings = Array.ConvertAll(heard, one => one.Hearing);
        var found = heard.SelectMany(one => one.Found)
            .GroupBy(finding => finding.Entry)
            .ToDictionary(group => group.Key, group => group.ToArray());
        var objectives = ObjectiveLinker.Objectives(catalogue, testimony.Objectives, found.Keys);
        var support = SupportRadar.Scan(catalogue.Support, catalogue.Lexicon.Reader, hearings, testimony.Assets);
        Gap[] gaps =
        [
            .. SupportGap.With([.. found.Select(pair => GapOf(catalogue, objectives, pair.Key, pair.Value))], support, start ?? catalogue.Support.AsOf, catalogue, objectives)
                .OrderByDescending(gap => gap.Severity.Score()).ThenByDescending(gap => gap.Severity.Impact)
                .ThenByDescending(gap => found.Where(pair => pair.Key.Id == gap.Id).Sum(pair => pair.Value.Length)).ThenBy(gap => gap.Id, StringComparer.Ordinal),
        ];
        var leftOpen = testimony.Voices.SelectMany(voice => voice.LeftOpen).Select(catalogue.Lexicon.Reader.ReadQuestion).ToArray();
        var health = HealthRules.Score(catalogue.Lexicon, hearings, gaps, leftOpen);
        var ids = gaps.Select(gap => gap.Id).ToHashSet(StringComparer.Ordinal);
        var checks = CheckRules.Check(catalogue.Checks, hearings);
        return new GapAnalysis(
            objectives, gaps, ContradictionRules.Find(catalogue.Claims, hearings), UnknownRules.Register(catalogue, testimony, hearings, ids), health,
            WarningRules.Find(objectives, gaps, health, checks))
        {
            Support = support,
            Checks = checks,
            Inactions = InactionRules.Find(catalogue, gaps, hearings),
            Lessons = LessonRules.Collect(catalogue, hearings),
            Profile = ProfileRules.Of(gaps, checks),
        };
    }

    /// <summary>Everything said, in an order that does not depend on that of the testimony.</summary>
    private static ParallelQuery<Hearing> Hear(Testimony testimony, Lexicon lexicon)
    {
        var none = lexicon.Reader.Read("");
        var topics = testimony.Voices.SelectMany(voice => voice.Statements).Select(statement => statement.Topic).Distinct()
            .ToDictionary(topic => topic, lexicon.Reader.ReadQuestion);
        var statements = testimony.Voices.OrderBy(voice => voice.Id, StringComparer.Ordinal)
            .SelectMany(voice => voice.Statements.OrderBy(statement => statement.Id, StringComparer.Ordinal)
                .Select(statement => (Voice: (Voice?)voice, statement.Id, voice.Department, Topic: topics[statement.Topic], statement.Text)));
        var points = testimony.PainPoints.OrderBy(point => point.Id, StringComparer.Ordinal).Select(point => (Voice: (Voice?)null, point.Id, point.Department, Topic: none, point.Text));
        return statements.Concat(points).ToArray().AsParallel().AsOrdered()
            .Select(said => new Hearing(lexicon, said.Voice, said.Id, said.Department, said.Topic, lexicon.Reader.Read(said.Text)));
    }

    private static Gap GapOf(GapCatalogue catalogue, IReadOnlyList<Objective> objectives, GapEntry entry, IReadOnlyList<Finding> findings)
    {
        var severity = SeverityRules.Weigh(entry, findings);
        var evidence = findings.GroupBy(finding => finding.Hearing.Voice?.Id ?? "")
            .SelectMany(ofVoice => ofVoice.OrderByDescending(finding => finding.Sign.Weight).Select((finding, turn) => (finding, turn)))
            .OrderBy(item => item.turn).ThenByDescending(item => item.finding.Sign.Weight).Take(MostReceipts)
            .Select(item => item.finding.Receipt());
        return new Gap(
            entry.Id, entry.Title, entry.Statement, entry.Domain, entry.Kind, SeverityRules.BucketOf(entry, severity), severity, entry.Csf,
            [.. evidence], ObjectiveLinker.Link(catalogue, objectives, entry));
    }
}
