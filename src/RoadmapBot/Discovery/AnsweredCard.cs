using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>What a question's card becomes once it is answered: the answer, and the way to change it.</summary>
internal static class AnsweredCard
{
    public const string ChangeVerb = "interview/change";

    private const int Longest = 400;
    private const string Question = "question";

    public static AdaptiveCard Render(Interview interview, Given given) => new(DiscoveryTexts.AnswerTo.With(given.Topic),
    [
        new TextBlock(Markdown.Escape(given.Topic)) { Style = "heading", Weight = "bolder" },
        .. Words(given),
    ],
    [
        new ExecuteAction(DiscoveryTexts.Change, ChangeVerb, new Dictionary<string, string>
        {
            [CardKeys.Engagement] = interview.Engagement.Value,
            [Question] = given.Question.Value,
        }),
    ]);

    /// <summary>An answer in the person's words, or what stands for it.</summary>
    public static IEnumerable<CardElement> Words(Given given)
    {
        yield return given.Text is { } text ? RichTextBlock.Of(Cut(text)) : new TextBlock(InPlaceOf(given.Kind)) { IsSubtle = true };
        foreach (var followup in given.Followups.Where(followup => followup.Text is not null))
            yield return RichTextBlock.Of(Cut(followup.Text!));
    }

    public static QuestionId Read(CardData data) => new(data.Text(Question) ?? "");

    private static string InPlaceOf(GivenKind kind) => kind switch
    {
        GivenKind.Unknown => DiscoveryTexts.WasUnknown,
        GivenKind.NotMine => DiscoveryTexts.WasNotMine,
        _ => DiscoveryTexts.WasSkipped,
    };

    private static string Cut(string text) => text.Length > Longest ? $"{text[..Longest]}…" : text;
}
