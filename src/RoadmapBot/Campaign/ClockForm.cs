using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign;

/// <summary>A person says by which clock, and whether at all, the bot may remind.</summary>
internal static class ClockForm
{
    public const string Verb = "campaign/clock";
    public const string SaveVerb = "campaign/clock-save";

    private const int Longest = 60;
    private const string Zone = "zone";
    private const string Remind = "remind";

    public static AdaptiveCard Render(Engagement engagement, Wish wish, string? note = null, bool isFault = false) => new(CampaignTexts.ClockTitle,
    [
        new TextBlock(CampaignTexts.ClockTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        .. note is null ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(note)) { Color = isFault ? "attention" : "good" }],
        new TextBlock(CampaignTexts.ClockIntro),
        new TextInput(CampaignTexts.ClockZone) { Id = Zone, Value = wish.Zone ?? engagement.TimeZone, MaxLength = Longest, Placeholder = CampaignTexts.ClockHint },
        new ChoiceInput(CampaignTexts.ClockRemind, [new Choice(CampaignTexts.ClockYes, "yes"), new Choice(CampaignTexts.ClockNo, "no")])
        {
            Id = Remind, Style = "compact", Value = wish.IsQuiet ? "no" : "yes",
        },
    ],
    [
        new ExecuteAction(EngagementsTexts.Save, SaveVerb, new Dictionary<string, string> { [CardKeys.Engagement] = engagement.Id.Value }) { Style = "positive" },
        SubmitAction.Saying(CampaignTexts.GoOnInterview, "continue"),
    ]);

    /// <returns>The wish, or what was typed where the machine knows no such zone.</returns>
    public static (Wish? Wish, string Typed) Read(CardData data, PersonId person)
    {
        var typed = (data.Text(Zone) ?? "").Cut(Longest);
        var isQuiet = data.Text(Remind) is "no";
        return typed.Length == 0 ? (new Wish(person, null, isQuiet), "")
            : TimeZoneInfo.TryFindSystemTimeZoneById(typed, out var zone) ? (new Wish(person, zone.Id, isQuiet), typed)
            : (null, typed);
    }
}
