using System.Text;
using System.Text.RegularExpressions;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;

namespace RoadmapBot.Hosting;

/// <summary>
/// A sheet for a reader who judges a draft: each gap beside the whole answers that it cites, the quoted words in bold, with boxes to tick. Markdown.
/// At its end stands what a machine can check: numbers and names in our sentences that no answer holds.
/// </summary>
internal static partial class ReadingSheet
{
    public static string Text(Testimony testimony, GapAnalysis analysis)
    {
        var text = new StringBuilder();
        text.AppendLine(DraftTexts.SheetHeading).AppendLine().AppendLine(DraftTexts.SheetUse);
        foreach (var (index, gap) in analysis.Gaps.Index())
        {
            text.AppendLine().AppendLine(DraftTexts.SheetGap.With(index + 1, gap.Title)).AppendLine().AppendLine(gap.Statement);
            foreach (var receipt in gap.Evidence)
                text.AppendLine().AppendLine(Cited(testimony, receipt));
            text.AppendLine().AppendLine(DraftTexts.SheetBoxes);
        }
        var unheard = Unheard(testimony, analysis);
        text.AppendLine().AppendLine(unheard.Count == 0 ? DraftTexts.SheetNothingNew : DraftTexts.SheetUnheard.With(string.Join(", ", unheard)));
        return text.ToString();
    }

    /// <summary>Numbers, and names in the middle of a sentence, that our titles and statements hold and no answer does.</summary>
    public static IReadOnlyList<string> Unheard(Testimony testimony, GapAnalysis analysis)
    {
        var heard = string.Join('\n', testimony.Voices.SelectMany(voice => voice.Statements).Select(statement => statement.Text).Concat(testimony.PainPoints.Select(point => point.Text)));
        return [.. analysis.Gaps.SelectMany(gap => Facts().Matches($"{gap.Title}\n{gap.Statement}")).Select(match => match.Value)
            .Where(fact => !heard.Contains(fact, StringComparison.OrdinalIgnoreCase)).Distinct()];
    }

    private static string Cited(Testimony testimony, Receipt receipt)
    {
        if (receipt.Voice.Length == 0)
            return DraftTexts.SheetReport.With(Marked(testimony.PainPoints.Single(point => point.Id == receipt.Statement).Text, receipt.Quote));
        var voice = testimony.Voices.Single(voice => voice.Id == receipt.Voice);
        var statement = voice.Statements.Single(statement => statement.Id == receipt.Statement);
        return DraftTexts.SheetAnswer.With(voice.Title, statement.Topic, Marked(statement.Text, receipt.Quote));
    }

    private static string Marked(string text, string quote) => text.Replace(quote, $"**{quote}**", StringComparison.Ordinal).ReplaceLineEndings(" ");

    /// <summary>Figures, and words with a capital inside a sentence; all capitals ("IT", "AI") are words of the trade.</summary>
    [GeneratedRegex(@"\d[\d.,]*\d|\d|(?<=[a-z,;] )[A-Z][a-z]\w*")]
    private static partial Regex Facts();
}
