using System.Globalization;
using RoadmapBot.Analysis.Language;
using RoadmapBot.Conversation;

namespace RoadmapBot.Analysis.Contradictions;

/// <summary>"99.9 % uptime", "it has never been down"; "it is down every week".</summary>
internal static class OutageClaims
{
    private const double LeastUptime = 99;

    /// <summary>So many words may stand between "down" and "every week".</summary>
    private const int Reach = 5;

    /// <summary>The key of a claim about everything that runs.</summary>
    private const string Everything = "";

    public static IEnumerable<Claim> In(Marked marked)
    {
        var text = marked.Text;
        foreach (var run in marked.Words.AlwaysUp.SelectMany(pattern => pattern.Matches(text)).Select(runs => runs[0]))
            if (!PolarityJudge.IsNegated(text, run.First) && text.ClauseAt(run.First).Polarity is not Polarity.Plan)
                yield return Of(marked, run.First, 0, AnalysisTexts.SaysAlwaysUp);
        foreach (var number in Numbers.In(text, marked.Words.Numbers))
            if (number.Value is >= LeastUptime and <= 100 && IsPercent(text, number) && (marked.HasInSentence("up", number.First) || marked.IsAsked("up")) && marked.IsNow(text.Breaks.Clause[number.First]))
                yield return Of(marked, number.First, 0, AnalysisTexts.SaysUptime.With(number.Value.ToString("0.###", CultureInfo.InvariantCulture)));
        foreach (var cycle in marked.Of("cycles"))
            if (IsDown(marked, cycle) && double.Parse(Marked.Meaning(cycle), CultureInfo.InvariantCulture) is var perYear)
                yield return Of(marked, cycle.First, perYear, AnalysisTexts.SaysDown.With(perYear));
    }

    /// <summary>A claim about everything that runs is held against each thing that somebody says is down.</summary>
    public static IEnumerable<Claim> Spread(IReadOnlyList<Claim> claims)
    {
        var named = claims.Where(claim => claim.Key.Length > 0).Select(claim => (claim.Key, claim.About)).Distinct().ToArray();
        return claims.SelectMany(claim => claim.Key.Length > 0 || named.Length == 0 ? [claim] : named.Select(name => claim with { Key = name.Key, About = name.About }));
    }

    private static bool IsDown(Marked marked, Hit cycle)
    {
        var (text, clause) = (marked.Text, marked.Text.Breaks.Clause[cycle.First]);
        if (text.ClauseAt(cycle.First).Polarity is Polarity.Strength or Polarity.Plan || !marked.IsNow(clause))
            return false;
        var down = marked.Of("down").FirstOrDefault(down => text.Breaks.Sentence[down.First] == text.Breaks.Sentence[cycle.First] && Math.Max(down.First, cycle.First) - Math.Min(down.Last, cycle.Last) <= Reach);
        return down.Last > 0 ? !PolarityJudge.IsNegated(text, down.First) : marked.IsAsked("down") && text.Breaks.Sentence[cycle.First] == 0 && cycle.First < 4;
    }

    private static Claim Of(Marked marked, int word, double perYear, string says)
    {
        var service = marked.SubjectOf("services", marked.Text.Breaks.Clause[word]);
        return new Claim(
            ContradictionKind.Number, service is null ? Everything : $"down {service}", AnalysisTexts.AboutOutages.With(service ?? AnalysisTexts.Systems), new Stand.Down(perYear), says, marked.Hearing, word);
    }

    internal static bool IsPercent(Reading text, StatedNumber number) =>
        text.Text[text.Words[number.Last - 1].End..].TrimStart().StartsWith('%') || (number.Last < text.Words.Length && text.Words[number.Last].Raw is "percent" or "per");
}
