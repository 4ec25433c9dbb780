using System.Text.RegularExpressions;
using RoadmapBot.Engagements;
using RoadmapBot.LanguageModel;

namespace RoadmapBot.Discovery;

/// <summary>A follow-up question that may be asked in place of the guide's own.</summary>
internal sealed record WordedProbe(Slot Slot, string Text);

/// <summary>Has a model choose among the open slots of an answer and word the question. The rules say which slots are open, and which wording may be asked.</summary>
internal sealed partial class ProbeWriter(Model model)
{
    public const string Prompt = "word-probe";

    /// <summary>Characters; the lint counts words.</summary>
    private const int Longest = 240;

    internal sealed record Worded(string Slot, string Question);

    public bool IsOn => model.IsOn;

    public TimeSpan Limit => model.Options.QuestionLimit;

    /// <param name="said">The answer, then the replies to its probes.</param>
    /// <param name="open">The open slots with the guide's questions.</param>
    /// <returns>Null where the guide's own question is to be asked.</returns>
    public async Task<WordedProbe?> Word(
        Question question, IReadOnlyList<string> said, IReadOnlyDictionary<Slot, string> open, Role role, Spender by, Mask mask, TimeSpan limit, CancellationToken cancel)
    {
        var answer = await model.Ask<Worded>(
            new ModelCall(Prompt, new Dictionary<string, object>
            {
                ["question"] = question.Text,
                ["answer"] = said,
                ["missing"] = open.Select(pair => new { Slot = NameOf(pair.Key), Question = pair.Value }),
            }, by, mask),
            limit, cancel);
        return answer is ModelAnswer<Worded>.Said { Value: var worded } && open.Keys.Where(slot => NameOf(slot) == worded.Slot).Select(slot => (Slot?)slot).FirstOrDefault() is { } chosen
            && MayAsk(worded.Question, role, [question.Text, open[chosen], .. said])
            ? new WordedProbe(chosen, worded.Question)
            : null;
    }

    /// <summary>Plain words, a good question by the lint, and no number or name that nobody has mentioned: that would put an answer into the person's mouth.</summary>
    /// <param name="heard">What was asked and said.</param>
    internal static bool MayAsk(string text, Role role, IReadOnlyList<string> heard) =>
        PlainWords.Fault(text, Longest) is null && QuestionLint.Check(text, role).Count == 0 && !Example().IsMatch(text)
        && Telling().Matches(text).All(word => heard.Any(one => Regex.IsMatch(one, $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(word.Value)}(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)));

    private static string NameOf(Slot slot) => slot.ToString().ToLowerInvariant();

    /// <summary>Numbers, words with capitals inside, and capitalised words that do not begin a sentence.</summary>
    [GeneratedRegex(@"[\p{L}]*\d[\p{L}\d]*|\b\p{L}+\p{Lu}\p{L}*|(?<=[^\s.!?:][ ,;]\s?)(?!I\b)\p{Lu}\p{L}+")]
    private static partial Regex Telling();

    /// <summary>Examples are suggestions.</summary>
    [GeneratedRegex(@"\b(?:such as|for example|for instance|e\.g|like (?:a|an|the)\b|maybe|perhaps|probably|z\. ?B)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Example();
}
