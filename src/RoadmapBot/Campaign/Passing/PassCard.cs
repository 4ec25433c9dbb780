using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign.Passing;

/// <summary>The question before the colleague's eyes, and what came of it before the eyes of whoever passed it on.</summary>
internal static class PassCard
{
    public const string AnswerVerb = "pass/answer";
    public const string DeclineVerb = "pass/decline";
    public const string OnVerb = "pass/on";

    private const int LongestAnswer = 2000;
    private const int MostShown = 400;
    private const string Id = "pass";
    private const string Answer = "answer";
    private const string Chosen = "chosen";

    /// <summary>For the colleague who has it now.</summary>
    /// <param name="from">Whoever passed it on last.</param>
    /// <param name="names">Everybody who gets the answer, in words.</param>
    public static AdaptiveCard Question(Engagement engagement, Pass pass, Question question, string from, string names, string? fault = null)
    {
        var title = PassTexts.AskTitle.With(from, engagement.Organisation.Name);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. fault is null ? Array.Empty<CardElement>() : [new TextBlock(fault) { Color = "attention", Weight = "bolder" }],
            new TextBlock(Markdown.Escape(pass.Asked)) { Style = "heading", Weight = "bolder" },
            new TextBlock(DiscoveryTexts.Why.With(Markdown.Escape(question.Why))) { IsSubtle = true },
            .. pass.Context is { } context ? new CardElement[] { new TextBlock(PassTexts.AskContext.With(Markdown.Escape(from))) { IsSubtle = true, Size = "small" }, RichTextBlock.Quote(context) } : [],
            question.IsClosed
                ? new ChoiceInput(DiscoveryTexts.Choose, question.Choices) { Id = Chosen, Style = "expanded" }
                : new TextInput(PassTexts.AskAnswer) { Id = Answer, IsMultiline = true, MaxLength = LongestAnswer },
            new TextBlock(Markdown.Escape(PassTexts.AskConsent.With(names))) { IsSubtle = true },
            new TextBlock(PassTexts.AskDeadline.With(pass.Deadline)) { IsSubtle = true },
        ],
        [
            Go(engagement, pass, PassTexts.AskSend, AnswerVerb) with { Style = "positive" },
            .. PassRules.HasHopsLeft(pass) ? [Go(engagement, pass, PassTexts.AskOn, OnVerb) with { AssociatedInputs = "none" }] : Array.Empty<CardAction>(),
            Go(engagement, pass, PassTexts.AskDecline, DeclineVerb) with { AssociatedInputs = "none" },
        ]);
    }

    /// <summary>For everybody in the chain: who answered, and what.</summary>
    /// <param name="own">The reader gave the answer.</param>
    public static AdaptiveCard Answered(Engagement engagement, Pass pass, string by, Given given, bool own)
    {
        var title = own ? PassTexts.AnsweredOwn : PassTexts.AnsweredTitle.With(by);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(Markdown.Escape(pass.Asked)),
            .. AnsweredCard.Words(given, MostShown),
            new TextBlock(own ? PassTexts.AnsweredOwnNext.With(Markdown.Escape(engagement.Organisation.Name)) : PassTexts.AnsweredNext.With(Markdown.Escape(by))) { IsSubtle = true },
        ],
        [SubmitAction.Saying(PassTexts.GoOn, "continue"), SubmitAction.Saying(EngagementsTexts.NextStatus, "status")]);
    }

    /// <summary>Nobody answered: it is the asker's again.</summary>
    /// <param name="isOwn">The asker passed it on from the own interview, and can answer it there.</param>
    public static AdaptiveCard Returned(Engagement engagement, Pass pass, string holder, bool isOwn)
    {
        var title = (pass.State is PassState.Expired ? PassTexts.ExpiredTitle : PassTexts.DeclinedTitle).With(holder);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(Markdown.Escape(pass.Asked)),
            new TextBlock(PassTexts.ReturnedNext) { IsSubtle = true },
        ],
        [
            .. isOwn
                ? [new ExecuteAction(PassTexts.AnswerMyself, AnsweredCard.ChangeVerb, new Dictionary<string, string> { [CardKeys.Engagement] = engagement.Id.Value, ["question"] = pass.Question.Value })]
                : Array.Empty<CardAction>(),
            new ExecuteAction(PassTexts.AskAnother, QuestionCard.PassVerb, new Dictionary<string, string> { [CardKeys.Engagement] = engagement.Id.Value, ["question"] = pass.Question.Value }),
        ]);
    }

    /// <summary>What the colleague's card becomes.</summary>
    public static AdaptiveCard Closed(string text) => new(text, [new TextBlock(Markdown.Escape(text))], [SubmitAction.Saying(EngagementsTexts.NextStatus, "status")]);

    /// <returns>The pass, and the answer: typed, or the value of a choice.</returns>
    public static (string Pass, string? Text, string? Chosen) Read(CardData data) => (data.Text(Id) ?? "", data.Text(Answer)?.Cut(LongestAnswer), data.Text(Chosen));

    private static ExecuteAction Go(Engagement engagement, Pass pass, string title, string verb) =>
        new(title, verb, new Dictionary<string, string> { [CardKeys.Engagement] = engagement.Id.Value, [Id] = pass.Id });
}
