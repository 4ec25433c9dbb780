using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Roadmaps.Scoring;

/// <summary>A round before the eyes of somebody who may see the plan: what every card of a round is made from.</summary>
/// <param name="LatestVersion">The roadmap's latest version now.</param>
internal sealed record ScoringView(Membership Seat, ScoringRound Round, int LatestVersion)
{
    /// <summary>Initiatives on one page of a card.</summary>
    public const int PageSize = 5;

    public bool TakesPart => Round.Participants.Contains(Seat.Member.Person);

    public ScoreSheet? Mine => Round.SheetOf(Seat.Member.Person);

    public int Pages => (Round.Initiatives.Count + PageSize - 1) / PageSize;

    public string ClosesAt => When(Round.ClosesAt);

    /// <summary>Which round of which version, and whether the roadmap has moved on since.</summary>
    public IReadOnlyList<CardElement> Standing() =>
    [
        new TextBlock(RoadmapsTexts.ScoringStanding.With(
            Round.Number, Round.Version, Round.IsOpen ? RoadmapsTexts.ScoringOpenUntil.With(ClosesAt) : RoadmapsTexts.ScoringClosedAt.With(When(Round.ClosedAt!.Value))))
        { IsSubtle = true, Size = "small", Spacing = "none" },
        .. LatestVersion > Round.Version
            ? [new TextBlock(RoadmapsTexts.ScoringNewer.With(Round.Version, LatestVersion)) { Color = "attention", Size = "small" }]
            : Array.Empty<CardElement>(),
    ];

    /// <summary>A button that shows another card of this round in place of the one it is on.</summary>
    public ExecuteAction Go(string title, string verb, params ReadOnlySpan<(string Key, string Value)> data)
    {
        var hidden = new Dictionary<string, string>
        {
            [CardKeys.Engagement] = Seat.Engagement.Id.Value,
            [Keys.Round] = Round.Number.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (key, value) in data)
            hidden[key] = value;
        return new ExecuteAction(title, verb, hidden);
    }

    /// <summary>The page that a card names; the nearest one that there is.</summary>
    public int PageOf(CardData data) => Math.Clamp(data.Number(Keys.Page) ?? 0, 0, Pages - 1);

    public static (string, string) OnPage(int page) => (Keys.Page, page.ToString(CultureInfo.InvariantCulture));

    public static TextBlock Title(string title) => new(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" };

    private static string When(DateTimeOffset time) => RoadmapsTexts.ScoringTime.With(time.UtcDateTime);

    /// <summary>Names of hidden data on the cards of a round.</summary>
    internal static class Keys
    {
        public const string Round = "round";
        public const string Page = "page";
    }
}
