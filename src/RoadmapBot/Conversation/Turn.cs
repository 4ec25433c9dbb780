using System.Text.Json.Serialization;

namespace RoadmapBot.Conversation;

/// <summary>Somebody who talks to the bot. <paramref name="Name"/> is what the channel shows, and may be empty.</summary>
internal sealed record Person(TenantId Tenant, PersonId Id, string Name);

[JsonConverter(typeof(JsonStringEnumConverter<ChatKind>))]
internal enum ChatKind
{
    /// <summary>One person and the bot.</summary>
    Personal,
    Group,
    Channel,
}

/// <summary>Where something was said.</summary>
/// <param name="Id">The chat or channel.</param>
/// <param name="Thread">Where an answer goes: the thread in a channel, else the chat itself.</param>
internal sealed record Chat(TenantId Tenant, ChatId Id, ChatKind Kind, ChatId Thread)
{
    [JsonIgnore]
    public bool IsPersonal => Kind is ChatKind.Personal;
}

/// <summary>
/// What one person did in one chat, in our words. <c>Teams</c> makes it from an Activity; nothing behind that edge sees the Activity.
/// </summary>
/// <param name="Id">The channel's id of the message or invoke; an edited or deleted message keeps its own.</param>
/// <param name="Delivery">Unique within the chat for everything that happens, and the same for what is delivered twice.</param>
/// <param name="At">When it reached us, by our clock.</param>
internal sealed record Turn(Person From, Chat In, string Id, string Delivery, DateTimeOffset At, Happening What);

/// <summary>The closed set of things that can happen in a chat.</summary>
internal abstract record Happening
{
    /// <summary>The client waits for the answer itself; otherwise the answer is a message in the chat.</summary>
    public bool IsInvoke => this is Pressed { InPlace: true } or DialogOpened or DialogSubmitted or Searched;

    /// <summary>A typed message, without the mention of the bot. May be empty.</summary>
    internal sealed record Said(string Text) : Happening;

    /// <summary>A button of a card. <paramref name="InPlace"/>: the card that the handler shows takes the place of the card that was pressed.</summary>
    internal sealed record Pressed(string Verb, CardData Data, bool InPlace) : Happening;

    /// <summary>A dialog was asked for (<c>task/fetch</c>).</summary>
    internal sealed record DialogOpened(string Verb, CardData Data) : Happening;

    /// <summary>A dialog's form was sent (<c>task/submit</c>).</summary>
    internal sealed record DialogSubmitted(string Verb, CardData Data) : Happening;

    /// <summary>Somebody types in a choice input that asks the bot for its choices (<c>application/search</c>).</summary>
    internal sealed record Searched(string Dataset, string Query, int Skip, int Top, CardData Data) : Happening;

    /// <summary>The bot was added to the chat.</summary>
    internal sealed record Installed : Happening;

    /// <summary>The bot was taken out of the chat.</summary>
    internal sealed record Uninstalled : Happening;

    /// <summary>A message that was said before now reads <paramref name="Text"/>.</summary>
    /// <param name="Message">The id of the turn in which it was said.</param>
    internal sealed record Edited(string Message, string Text) : Happening;

    /// <summary>A message that was said before was deleted.</summary>
    /// <param name="Message">The id of the turn in which it was said.</param>
    internal sealed record Deleted(string Message) : Happening;
}
