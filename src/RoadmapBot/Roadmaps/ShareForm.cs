using System.Text.Json;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps;

/// <summary>Brings the summary to somebody's chat.</summary>
internal static class ShareForm
{
    public const string Verb = "roadmap/share";

    private const string To = "to";
    private const int LongestSought = 100;

    /// <param name="sought">A name that was asked for and is not that of one member; empty for none.</param>
    public static AdaptiveCard Render(RoadmapView view, string sought) => new(RoadmapsTexts.ShareTitle,
    [
        new TextBlock(RoadmapsTexts.ShareTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        .. sought.Length == 0 ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(RoadmapsTexts.ShareNotOne.With(sought.Cut(LongestSought)))) { Color = "attention" }],
        new TextBlock(RoadmapsTexts.ShareIntro),
        new ChoiceInput(RoadmapsTexts.ShareWith, [.. view.Members.Where(member => member.Person != view.Reader.Seat.Member.Person)
            .Select(member => new Choice($"{member.Name}, {RoleNames.Of(member)}", member.Person.Value))])
        {
            Id = To, Style = "filtered", IsRequired = true, ErrorMessage = RoadmapsTexts.ShareWith,
        },
    ],
    [
        view.Go(RoadmapsTexts.ShareSend, Verb) with { Style = "positive" },
        view.Go(RoadmapsTexts.ToSummary, SummaryCard.Verb) with { AssociatedInputs = "none" },
    ]);

    public static PersonId? Read(CardData data) => data.Text(To) is { } person ? new PersonId(person) : null;
}

/// <summary>Tells the person who shared where the summary went, and how to take it back.</summary>
internal static class SharedCard
{
    public const string TakeBackVerb = "roadmap/take-back";

    private const string Person = "person";
    private const string Place = "chat";
    private const string Key = "key";

    public static AdaptiveCard Render(Engagement engagement, string where, Chat? chat, PersonId? person, string key)
    {
        var data = new Dictionary<string, string> { [CardKeys.Engagement] = engagement.Id.Value, [Key] = key };
        if (chat is not null)
            data[Place] = JsonSerializer.Serialize(chat);
        if (person is { } id)
            data[Person] = id.Value;
        return new AdaptiveCard(where, [new TextBlock(Markdown.Escape(where))], [new ExecuteAction(RoadmapsTexts.TakeBack, TakeBackVerb, data)]);
    }

    public static AdaptiveCard TakenBack() => new(RoadmapsTexts.TakenBack, [new TextBlock(RoadmapsTexts.TakenBack)]);

    /// <returns>Null where the card's data is not what we wrote.</returns>
    public static (Chat? Chat, PersonId? Person, string Key)? Read(CardData data)
    {
        try
        {
            var chat = data.Text(Place) is { } place ? JsonSerializer.Deserialize<Chat>(place) : null;
            return data.Text(Key) is { } key && (chat is not null || data.Text(Person) is not null)
                ? (chat, data.Text(Person) is { } person ? new PersonId(person) : null, key)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
