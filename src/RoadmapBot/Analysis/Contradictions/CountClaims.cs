using System.Globalization;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Conversation;

namespace RoadmapBot.Analysis.Contradictions;

/// <summary>"We have 40 laptops"; "about 90" in answer to "How many laptops?".</summary>
internal static class CountClaims
{
    private const double Exact = 1.2;
    private const double Rough = 1.35;

    /// <summary>How far before the number the word may stand that says that they are there.</summary>
    private const int HoldReach = 8;

    public static IEnumerable<Claim> In(Marked marked)
    {
        var text = marked.Text;
        var things = marked.Of("counted").ToArray();
        var numbers = Numbers.In(text, marked.Words.Numbers).ToArray();
        foreach (var number in numbers.Where(number => marked.IsNow(text.Breaks.Clause[number.First]) && !PolarityJudge.IsNegated(text, number.First)))
        {
            if (things.Where(thing => Follows(marked, number.Last, thing.First)).OrderByDescending(thing => thing.Last).FirstOrDefault() is { Last: > 0 } thing)
            {
                if (Holder(marked, number) is { } holder)
                    yield return Of(marked, number, Marked.Meaning(thing), $"{holder} {marked.Scope(number.First, thing.Last)}");
                else if (AskedThing(marked) == Marked.Meaning(thing))
                    yield return Of(marked, number, Marked.Meaning(thing), $" {marked.Scope(number.First, thing.Last)}");
            }
            else if (AskedThing(marked) is { } asked && text.Breaks.Sentence[number.First] == 0 && number == numbers[0] && !HasUnit(marked, number))
            {
                yield return Of(marked, number, asked, $" {marked.Scope(number.First, number.Last)}");
            }
        }
    }

    private static Claim Of(Marked marked, StatedNumber number, string thing, string scope) => new(
        ContradictionKind.Number, $"count {thing} {scope.Trim()}", AnalysisTexts.AboutCount.With(thing), new Stand.Figure(number.Value, number.IsRough ? Rough : Exact),
        (number.IsRough ? AnalysisTexts.SaysRoughly : "{0}").With(number.Value.ToString("#,0.##", CultureInfo.InvariantCulture)), marked.Hearing, number.First);

    /// <summary>Nothing but neutral words between number and thing: "40 of our laptops".</summary>
    private static bool Follows(Marked marked, int from, int thing) =>
        thing >= from && thing - from <= 2 && Enumerable.Range(from, thing - from).All(word => marked.Stands("neutral", word)) && marked.Text.Breaks.Clause[from] == marked.Text.Breaks.Clause[thing];

    /// <summary>Who has them, empty for the whole organisation; null where nobody is said to have them.</summary>
    private static string? Holder(Marked marked, StatedNumber number)
    {
        var text = marked.Text;
        var hold = marked.Of("holds").LastOrDefault(hold => hold.Last <= number.First && number.First - hold.Last <= HoldReach && text.Breaks.Clause[hold.First] == text.Breaks.Clause[number.First]);
        if (hold.Last == 0)
            return null;
        var subject = text.Words.Take(hold.First).Where((_, word) => text.Breaks.Clause[word] == text.Breaks.Clause[hold.First] && !marked.Stands("neutral", word))
            .Select(word => word.Stem).Where(stem => !Everybody.Contains(stem) && !marked.Words.Idle.Contains(stem));
        return string.Join(' ', subject);
    }

    private static readonly HashSet<string> Everybody =
        ["we", "i", "there", "company", "organisation", "organization", "city", "county", "school", "district", "inventori", "list", "register", "by", "last", "count", "know", "think", "guess", "believ", "sure", "well", "yes", "IT", "asset", "system", "current", "still", "actual", "present", "find", "found", "show", "see", "reckon", "tell", "told"];

    private static string? AskedThing(Marked marked) => marked.Hearing.Topic.Text.Contains("how many", StringComparison.OrdinalIgnoreCase)
        ? marked.TopicMarks.Where(mark => mark.Name.StartsWith("counted:", StringComparison.Ordinal)).OrderByDescending(mark => mark.Last - mark.First).Select(Marked.Meaning).FirstOrDefault()
        : null;

    private static bool HasUnit(Marked marked, StatedNumber number)
    {
        var text = marked.Text;
        if (number.Last >= text.Words.Length || text.Breaks.Clause[number.Last] != text.Breaks.Clause[number.First])
            return text.Text[text.Words[number.Last - 1].End..].TrimStart().StartsWith('%');
        return text.Words[number.Last].Raw is "of" or "percent" or "per" or "years" or "year" || marked.Words.Hours.ContainsKey(text.Words[number.Last].Stem)
            || marked.Of("counted").Any(thing => thing.First >= number.Last && thing.First - number.Last <= 2) || text.Text[text.Words[number.Last - 1].End..].TrimStart().StartsWith('%');
    }
}
