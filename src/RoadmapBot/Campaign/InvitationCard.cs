using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign;

/// <summary>What is asked of somebody: the invitation, or a reminder of it.</summary>
/// <param name="ByName">The owner who invites.</param>
/// <param name="Guide">What the person will be asked.</param>
/// <param name="Reminder">0 for the invitation, else which reminder it is.</param>
/// <param name="Answered">How many questions are answered already.</param>
internal sealed record InvitationView(Engagement Engagement, string ByName, Guide Guide, DateOnly Deadline, IReadOnlyList<string> Owners, int Reminder, int Answered);

/// <summary>The card that a campaign brings to a person's own chat.</summary>
internal static class InvitationCard
{
    public const string BeginVerb = "campaign/begin";

    public static AdaptiveCard Render(InvitationView view) => new(Title(view), Body(view),
    [
        Go(view, view.Answered > 0 ? CampaignTexts.GoOnInterview : CampaignTexts.Begin, BeginVerb) with { Style = "positive" },
        Go(view, CampaignTexts.MyReminders, ClockForm.Verb),
    ]);

    /// <summary>All that it says, for the preview too.</summary>
    public static IReadOnlyList<CardElement> Body(InvitationView view) =>
    [
        new TextBlock(Markdown.Escape(Title(view))) { Style = "heading", Size = "large", Weight = "bolder" },
        new TextBlock(Markdown.Escape((view.Reminder > 0 ? CampaignTexts.ReminderText : CampaignTexts.InvitationText).With(view.ByName, view.Engagement.Organisation.Name))),
        .. view.Answered > 0 ? new[] { new TextBlock(CampaignTexts.AnsweredSoFar.With(view.Answered)) } : [],
        new FactSet(
        [
            new(CampaignTexts.FactTakes, QuestionCard.Minutes(view.Guide.Promise)),
            new(CampaignTexts.FactUntil, CampaignView.Day(view.Deadline)),
            new(CampaignTexts.FactReaders, Markdown.Escape(string.Join(", ", view.Owners))),
        ]),
        new TextBlock(CampaignTexts.InvitationPause) { IsSubtle = true },
    ];

    private static string Title(InvitationView view) => (view.Reminder > 0 ? CampaignTexts.ReminderTitle : CampaignTexts.InvitationTitle).With(view.Engagement.Organisation.Name);

    private static ExecuteAction Go(InvitationView view, string title, string verb) => new(title, verb, new Dictionary<string, string> { [CardKeys.Engagement] = view.Engagement.Id.Value });
}
