using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <param name="Saved">The topic whose answer has just been kept, for a short acknowledgement; null for none.</param>
internal sealed record QuestionView(Interview Interview, Question Question, Progress Progress, string? Saved);

/// <summary>The question that stands open: where one is, why it is asked, and every way not to answer it.</summary>
internal static class QuestionCard
{
    public const string ChooseVerb = "interview/choose";
    public const string SkipVerb = "interview/skip";
    public const string UnknownVerb = "interview/unknown";
    public const string NotMineVerb = "interview/not-mine";
    public const string PauseVerb = "interview/pause";

    /// <summary>The question goes to a colleague; <c>Campaign</c> takes it from here.</summary>
    public const string PassVerb = "pass/ask";

    private const int Dots = 10;
    private const string Ask = "ask";
    private const string Chosen = "chosen";

    public static AdaptiveCard Render(QuestionView view)
    {
        var ask = view.Interview.Open!;
        var isProbe = ask.Probe is not null;
        var progress = DiscoveryTexts.Progress.With(view.Progress.Asked, view.Progress.Of,
            view.Progress.Left <= TimeSpan.FromMinutes(1) ? DiscoveryTexts.UnderAMinute : DiscoveryTexts.Minutes.With(Minutes(view.Progress.Left)));
        return new AdaptiveCard(ask.Text,
        [
            .. view.Saved is { } topic ? new[] { new TextBlock(DiscoveryTexts.Saved.With(Markdown.Escape(topic))) { IsSubtle = true, Size = "small" } } : [],
            new ColumnSet(
            [
                new Column("auto", [new TextBlock(progress) { IsSubtle = true, Size = "small" }]),
                new Column("stretch", [new ProgressBar(view.Progress.Asked - 1, view.Progress.Of, Steps(view.Progress))]) { VerticalContentAlignment = "center" },
            ]),
            new TextBlock(Markdown.Escape(ask.Text)) { Style = "heading", Size = "medium", Weight = "bolder" },
            .. isProbe ? [] : new[] { new TextBlock(DiscoveryTexts.Why.With(Markdown.Escape(view.Question.Why))) { IsSubtle = true } },
            .. view.Question.IsClosed
                ? new CardElement[]
                {
                    new ChoiceInput(DiscoveryTexts.Choose, view.Question.Choices)
                    {
                        Id = Chosen, Style = "expanded", IsRequired = true, ErrorMessage = DiscoveryTexts.ChooseOne,
                    },
                }
                : [new TextBlock(isProbe ? DiscoveryTexts.AnswerProbe : DiscoveryTexts.AnswerHere) { IsSubtle = true, Size = "small" }],
        ],
        isProbe ? [Button(DiscoveryTexts.GoOn, SkipVerb), Button(DiscoveryTexts.Pause, PauseVerb)] :
        [
            .. view.Question.IsClosed
                ? [new ExecuteAction(DiscoveryTexts.Answer, ChooseVerb, Data(view.Interview, ask)) { Style = "positive" }]
                : Array.Empty<CardAction>(),
            Button(view.Interview.IsChanging ? DiscoveryTexts.KeepAnswer : DiscoveryTexts.Skip, SkipVerb),
            Button(DiscoveryTexts.DontKnow, UnknownVerb),
            Button(DiscoveryTexts.NotMine, NotMineVerb),
            Button(DiscoveryTexts.AskColleague, PassVerb),
            Button(DiscoveryTexts.Pause, PauseVerb),
        ]);

        ExecuteAction Button(string title, string verb) => new(title, verb, Data(view.Interview, ask)) { AssociatedInputs = "none" };
    }

    /// <returns>Which ask the card is about (0 where it does not say), and the chosen value.</returns>
    public static (int Ask, string? Chosen) Read(CardData data) => (data.Number(Ask) ?? 0, data.Text(Chosen));

    private static Dictionary<string, string> Data(Interview interview, Ask ask) => new()
    {
        [CardKeys.Engagement] = interview.Engagement.Value,
        [Ask] = ask.Number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>In whole minutes, one at least.</summary>
    public static string Minutes(TimeSpan time) => Math.Max(1, (int)Math.Ceiling(time.TotalMinutes)).Of(DiscoveryTexts.MinuteOne, DiscoveryTexts.MinuteMany);

    /// <summary>For clients without progress bars.</summary>
    private static TextBlock Steps(Progress progress) =>
        new(string.Concat(Enumerable.Range(1, Dots).Select(dot => dot * progress.Of <= (progress.Asked - 1) * Dots ? "●" : "○"))) { IsSubtle = true, Size = "small" };
}
