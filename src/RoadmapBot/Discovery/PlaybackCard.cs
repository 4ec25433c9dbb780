using System.Globalization;
using System.Text;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>The end of an interview: what was heard, a way to correct it, and how well it fits.</summary>
internal static class PlaybackCard
{
    public const string ConfirmVerb = "interview/confirm";
    public const string ChangeVerb = AnsweredCard.ChangeVerb;

    /// <summary>As many bytes of answers as leave room for the rest: Teams takes 28 KB, and a letter has up to three bytes.</summary>
    private const int MostBytes = 14_000;

    private static readonly int[] Lengths = [AnsweredCard.Longest, 200, 100];

    private const string Fit = "fit";
    private const string Remark = "remark";
    private const string Question = "question";

    public static AdaptiveCard Render(Interview interview)
    {
        var data = new Dictionary<string, string> { [CardKeys.Engagement] = interview.Engagement.Value };
        var longest = Lengths.FirstOrDefault(length => Bytes(interview, length) <= MostBytes, Lengths[^1]);
        var heading = interview.Stage is InterviewStage.Confirmed ? DiscoveryTexts.PlaybackConfirmed : DiscoveryTexts.PlaybackTitle;
        return new AdaptiveCard(heading,
        [
            new TextBlock(heading) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(DiscoveryTexts.PlaybackIntro) { IsSubtle = true },
            .. interview.Answers.Select(given => new Container(
            [
                new TextBlock(Markdown.Escape(given.Topic)) { Style = "heading", Size = "default", Weight = "bolder" },
                .. AnsweredCard.Words(given, longest),
            ])
            { Separator = true }),
            new ChoiceInput(DiscoveryTexts.ChangeWhich, [.. interview.Answers.Select(given => new Choice(given.Topic, given.Question.Value))])
            {
                Id = Question, Style = "compact", Placeholder = DiscoveryTexts.ChangeNone, Separator = true,
            },
            new ChoiceInput(DiscoveryTexts.FitLabel,
            [
                new Choice(DiscoveryTexts.Fit4, "4"), new Choice(DiscoveryTexts.Fit3, "3"), new Choice(DiscoveryTexts.Fit2, "2"), new Choice(DiscoveryTexts.Fit1, "1"),
            ])
            {
                Id = Fit, Style = "expanded", Value = interview.Fit?.ToString(CultureInfo.InvariantCulture),
            },
            new TextInput(DiscoveryTexts.RemarkLabel) { Id = Remark, IsMultiline = true, MaxLength = 1000, Value = interview.Remark },
        ],
        [
            new ExecuteAction(DiscoveryTexts.Confirm, ConfirmVerb, data) { Style = "positive" },
            new ExecuteAction(DiscoveryTexts.ChangeIt, ChangeVerb, data),
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    private static int Bytes(Interview interview, int longest) => interview.Answers
        .SelectMany(given => given.Followups.Select(followup => followup.Text).Prepend(given.Text)).OfType<string>()
        .Sum(text => Encoding.UTF8.GetByteCount(text.Cut(longest)));

    /// <returns>1 to 4, or null where nothing that counts was chosen.</returns>
    public static (int? Fit, string? Remark) Read(CardData data) => (data.Number(Fit) is >= 1 and <= 4 and var fit ? fit : null, data.Text(Remark));
}
