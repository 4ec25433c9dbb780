using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Execution;

/// <summary>When the owners of initiatives are asked, and by which clock.</summary>
internal static class ZoneForm
{
    public const string Verb = "progress/zone";
    public const string SaveVerb = "progress/zone-save";

    private const string Zone = "zone";
    private const int Longest = 60;

    /// <param name="note">What came of saving, or what is wrong; null for nothing.</param>
    public static AdaptiveCard Render(Engagement engagement, DateTimeOffset? next, string? note, bool isFault = false)
    {
        var when = next is { } due ? ExecutionTexts.ZoneNext.With(TimeZoneInfo.ConvertTime(due, engagement.Zone())) : ExecutionTexts.ZoneNone;
        return new AdaptiveCard(ExecutionTexts.ZoneTitle,
        [
            new TextBlock(ExecutionTexts.ZoneTitle) { Style = "heading", Size = "large", Weight = "bolder" },
            .. note is null ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(note)) { Color = isFault ? "attention" : "good" }],
            new TextBlock(ExecutionTexts.ZoneIntro),
            new TextBlock(when),
            new TextInput(ExecutionTexts.ZoneLabel) { Id = Zone, Value = engagement.TimeZone, MaxLength = Longest, Placeholder = ExecutionTexts.ZoneHint, IsRequired = true, ErrorMessage = ExecutionTexts.ZoneHint },
        ],
        [
            new ExecuteAction(EngagementsTexts.Save, SaveVerb, Key(engagement)) { Style = "positive" },
            new ExecuteAction(ExecutionTexts.BackToProgress, ProgressCard.Verb, Key(engagement)) { AssociatedInputs = "none" },
        ]);
    }

    /// <summary>For owners, where they are alone with the bot.</summary>
    public static IEnumerable<CardAction> Button(RoadmapView view) =>
        Rights.MayDraft(view.Reader.Seat.Member) && view.Reader.IsAlone ? [new ExecuteAction(ExecutionTexts.ZoneOpen, Verb, Key(view.Engagement))] : [];

    /// <returns>The id, or null and what was typed where the machine knows no such zone.</returns>
    public static (string? Id, string Typed) Read(CardData data)
    {
        var typed = (data.Text(Zone) ?? "").Cut(Longest);
        return (TimeZoneInfo.TryFindSystemTimeZoneById(typed, out var zone) ? zone.Id : null, typed);
    }

    private static Dictionary<string, string> Key(Engagement engagement) => new() { [CardKeys.Engagement] = engagement.Id.Value };
}
