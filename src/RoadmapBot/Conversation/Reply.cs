using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Conversation;

/// <summary>One message from the bot: plain text (never Markdown), or a card.</summary>
/// <param name="Summary">What a notification and a screen reader's overview show; for a card without quotes.</param>
internal sealed record Reply(string? Text, AdaptiveCard? Card, string Summary)
{
    public static Reply Of(string text) => new(text, null, text);

    public static Reply Of(AdaptiveCard card) => new(null, card, card.FallbackText);
}

/// <summary>What the handler of a turn answers to the person who acted. What else it has to say goes through <see cref="IChannel"/>.</summary>
internal abstract record Answer
{
    /// <summary>Nothing more than what went through the channel.</summary>
    internal sealed record Silence : Answer;

    /// <summary>A card: in place of the pressed one where the client can do that, else as a message of its own.</summary>
    internal sealed record Show(AdaptiveCard Card) : Answer;

    /// <summary>A short sentence; leaves the pressed card as it is.</summary>
    internal sealed record Tell(string Text) : Answer;

    /// <summary>The action is not done; the text says why and what to do instead.</summary>
    internal sealed record Refuse(string Text) : Answer;

    /// <summary>Choices for a search input, best first.</summary>
    internal sealed record Choices(IReadOnlyList<Choice> Found) : Answer;

    public static Answer Nothing { get; } = new Silence();
}
