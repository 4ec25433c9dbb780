using RoadmapBot.Campaign.Passing;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Campaign.Coverage;

/// <summary>Who, asked what, would change the plan most.</summary>
/// <param name="Value">Comparable within one roadmap only.</param>
/// <param name="Gaps">How many gaps the answer bears on.</param>
/// <param name="Foremost">The foremost initiative that it bears on; null where it bears on no gap yet.</param>
/// <param name="Voices">How few people the thinnest of those gaps rests on.</param>
/// <param name="IsUnknown">Somebody was asked and did not know.</param>
internal sealed record BestQuestion(Question Question, Member Member, double Value, int Gaps, Initiative? Foremost, int Voices, bool IsUnknown);

/// <summary>
/// An answer is worth what it can move: the gaps that it bears on, by the rank and the cost of what is planned against them, more where they rest on few voices,
/// where a cost is only assumed and the question asks for an amount, and where somebody was asked and did not know.
/// </summary>
internal static class NextBest
{
    /// <summary>A question of the same part of the checklist bears on a gap half as much as one that it stands on.</summary>
    private const double Beside = 0.5;

    private const double UnknownBonus = 1;

    /// <summary>Who has finished and left it out would be asked once more for it; who has not begun will come to it anyway.</summary>
    private const double OnceMore = 0.7;

    public static IReadOnlyList<BestQuestion> Of(Roadmap roadmap, GuideLibrary guides, IReadOnlyList<Hearer> people, IReadOnlyList<Pass> passes, int most)
    {
        var (gaps, initiatives) = (roadmap.Analysis.Gaps, roadmap.Plan.Initiatives);
        var dearest = Math.Max(1, initiatives.Select(one => one.Cost.High).DefaultIfEmpty(1).Max());
        var covers = guides.All.SelectMany(guide => guide.Questions).ToDictionary(question => question.Id.Value, question => question.Covers);
        var planned = gaps.ToDictionary(gap => gap.Id, gap => initiatives.Where(one => one.Addresses.Contains(gap.Id)).OrderBy(one => one.Priority.Rank).ToArray());
        var unknown = roadmap.Analysis.Unknowns.Select(one => one.Question).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var worth = guides.All.SelectMany(guide => guide.Questions).Where(question => question.OnlyIf is null).Select(Worth).Where(one => one.Value > 0).ToArray();
        BestQuestion[] all =
        [
            .. from one in worth
               from guide in guides.All.Where(guide => guide.Questions.Contains(one.Question))
               from person in people.Where(person => person.Member.Role == guide.Role && person.Interview?.Answer(one.Question.Id) is null or { Kind: GivenKind.Skipped })
               where person.Interview?.Open?.Question != one.Question.Id && !passes.Any(pass => pass.Question == one.Question.Id && (pass.Holder == person.Member.Person || pass.State is PassState.Waiting))
               let best = one with { Member = person.Member, Value = one.Value * (CoverageRules.IsFinished(person) ? OnceMore : 1) }
               group best by best.Question.Id into same
               select same.OrderByDescending(best => best.Value).ThenBy(best => best.Member.Name, StringComparer.Ordinal).First() into best
               orderby best.Value descending, best.Question.Id.Value
               select best,
        ];
        return [.. all.Take(most)];

        BestQuestion Worth(Question question)
        {
            var touched = gaps.Select(gap => (Gap: gap, Nearness: Nearness(gap, question))).Where(one => one.Nearness > 0).ToArray();
            var isUnknown = unknown.Contains(question.Text);
            var value = touched.Sum(one => one.Nearness * planned[one.Gap.Id].Sum(initiative => Weight(initiative, question)) / Voices(one.Gap)) + (isUnknown ? UnknownBonus : 0);
            return new BestQuestion(
                question, null!, value, touched.Length, touched.SelectMany(one => planned[one.Gap.Id]).MinBy(initiative => initiative.Priority.Rank),
                touched.Select(one => Voices(one.Gap)).DefaultIfEmpty(0).Min(), isUnknown);
        }

        double Weight(Initiative initiative, Question question)
        {
            var cost = (double)initiative.Cost.High / dearest;
            var isGuess = initiative.Cost.Basis is Basis.Assumption && question.Slots.Contains(Discovery.Slot.Amount);
            return ((initiatives.Count + 1.0 - initiative.Priority.Rank) / initiatives.Count) + (cost * (isGuess ? 1 : 0.5));
        }

        double Nearness(Analysis.Gap gap, Question question) =>
            gap.Evidence.Any(receipt => receipt.Statement == question.Id.Value) ? 1
            : gap.Evidence.Any(receipt => covers.TryGetValue(receipt.Statement, out var theirs) && theirs.Intersect(question.Covers).Any()) ? Beside
            : 0;
    }

    private static int Voices(Analysis.Gap gap) => Math.Max(1, gap.Evidence.Select(receipt => receipt.Voice.Length > 0 ? receipt.Voice : receipt.Statement).Distinct().Count());
}
