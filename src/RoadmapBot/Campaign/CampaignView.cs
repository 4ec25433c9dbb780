using System.Globalization;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign;

/// <summary>A member, how far the interview is, and what the campaign may do.</summary>
/// <param name="Interview">Null where it has not begun.</param>
internal sealed record Hearer(Invitee Invitee, Interview? Interview)
{
    public Member Member => Invitee.Member;

    public bool HasBegun => Interview is { Answers.Count: > 0 };
}

/// <summary>The campaign before an owner's eyes: what its cards are made from.</summary>
/// <param name="Link">Where somebody opens a chat with the bot; null where there is none.</param>
internal sealed record CampaignView(Membership Seat, CampaignBook Book, IReadOnlyList<Hearer> People, string? Link, DateTimeOffset Now)
{
    public Engagement Engagement => Seat.Engagement;

    /// <summary>Whom a plan is for, whatever they have done so far.</summary>
    public IReadOnlyList<Hearer> For(CampaignPlan plan) => [.. People.Where(person => plan.IsFor(person.Member))];

    /// <summary>Whom the bot cannot write to as far as it knows; after an invitation also those whose chat it could not open.</summary>
    public static bool IsOutOfReach(Hearer person, CampaignRun? run) =>
        person.Invitee.Reach is Reach.Closed || (person.Invitee.Reach is Reach.NoChat && run?.InvitationOf(person.Member.Person) is not null);

    public ExecuteAction Go(string title, string verb, params (string Key, string Value)[] data) =>
        new(title, verb, data.Append((CardKeys.Engagement, Engagement.Id.Value)).ToDictionary(pair => pair.Item1, pair => pair.Item2));

    public static string Day(DateOnly day) => day.ToString("D", CultureInfo.CurrentCulture);

    public static string Clock(TimeOnly time) => time.ToString("t", CultureInfo.CurrentCulture);
}
