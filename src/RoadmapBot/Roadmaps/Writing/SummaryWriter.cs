using RoadmapBot.Analysis;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Writing;

/// <summary>The paragraph on top of the summary, from what every reader of the plan sees: it may be shared, so no answer and no amount goes into it.</summary>
internal sealed class SummaryWriter(Pen pen)
{
    public const string Prompt = "summarise-roadmap";

    private const int MostGaps = 5;
    private const int MostInitiatives = 10;
    private const int MostSentences = 4;

    internal sealed record Worded(IReadOnlyList<string> Sentences);

    public async Task<IReadOnlyList<string>> Word(GapAnalysis analysis, Plan plan, CancellationToken cancel)
    {
        var objectives = analysis.Objectives.Select(objective => objective.Text).ToArray();
        var gaps = analysis.Gaps.Take(MostGaps).Select(gap => new { gap.Title, gap.Statement }).ToArray();
        var initiatives = plan.Initiatives.OrderBy(one => one.Start).ThenBy(one => one.Priority.Rank).Take(MostInitiatives).Select(one => new { one.Title, Phase = Names.Brief(one.Phase) }).ToArray();
        string[] texts = [.. objectives, .. gaps.SelectMany(gap => (string[])[gap.Title, gap.Statement]), .. initiatives.SelectMany(one => (string[])[one.Title, one.Phase])];
        if (gaps.Length == 0)
            return [];
        var passed = await pen.Write<int>(async refused =>
        {
            var worded = await pen.Ask<Worded>(Prompt, new Dictionary<string, object>
            {
                ["objectives"] = objectives,
                ["gaps"] = gaps,
                ["initiatives"] = initiatives,
                ["refused"] = refused.Where(offer => offer.Text.Length <= Pen.LongestSentence).Select(offer => new { offer.Text, Wrong = offer.Fault }),
            }, cancel);
            return [.. (worded?.Sentences ?? []).Index().Select(said => new Offer<int>(said.Index, said.Item.Trim(), pen.Fault(said.Item.Trim(), [string.Join(".\n", texts)], [])))];
        });
        return [.. passed.Select(offer => offer.Text).Distinct().Take(MostSentences)];
    }
}
