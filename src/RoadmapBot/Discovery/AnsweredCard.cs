using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>What a question's card becomes once it is answered: the answer, and the way to change it.</summary>
internal static class AnsweredCard
{
    public const string ChangeVerb = "interview/change";

    /// <summary>As many characters of a text as a card shows.</summary>
    public const int Longest = 400;

    private const string Question = "question";

    public static AdaptiveCard Render(Interview interview, Given given) => new(DiscoveryTexts.AnswerTo.With(given.Topic),
    [
        new TextBlock(Markdown.Escape(given.Topic)) { Style = "heading", Weight = "bolder" },
        .. Words(given, Longest),
    ],
    [
        new ExecuteAction(DiscoveryTexts.Change, ChangeVerb, new Dictionary<string, string>
        {
            [CardKeys.Engagement] = interview.Engagement.Value,
            [Question] = given.Question.Value,
        }),
    ]);

    /// <summary>An answer in the person's words, or what stands for it.</summary>
    /// <param name="longest">As many characters as each text may have.</param>
    public static IEnumerable<CardElement> Words(Given given, int longest)
    {
        yield return given.Text is { } text ? RichTextBlock.Of(text.Cut(longest)) : new TextBlock(InPlaceOf(given.Kind)) { IsSubtle = true };
        foreach (var followup in given.Followups.Where(followup => followup.Text is not null))
            yield return RichTextBlock.Of(followup.Text!.Cut(longest));
    }

    public static QuestionId Read(CardData data) => new(data.Text(Question) ?? "");

    private static string InPlaceOf(GivenKind kind) => kind switch
    {
        GivenKind.Unknown => DiscoveryTexts.WasUnknown,
        GivenKind.NotMine => DiscoveryTexts.WasNotMine,
        _ => DiscoveryTexts.WasSkipped,
    };
}
