using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Privacy;

/// <summary>What is kept about the person who asks, and what erasing it means.</summary>
internal static class MyDataCard
{
    public const string ShowVerb = "mydata/show";
    public const string ExportVerb = "mydata/export";
    public const string AskVerb = "mydata/ask";
    public const string EraseVerb = "mydata/erase";

    private const int MostEngagements = 10;

    /// <param name="months">How long words are kept at the most where nothing happens; null for ever.</param>
    public static AdaptiveCard Render(Kept kept, int? months) => new(PrivacyTexts.Title,
    [
        new TextBlock(PrivacyTexts.Title) { Style = "heading", Size = "large", Weight = "bolder" },
        new FactSet([new(PrivacyTexts.FactName, Markdown.Escape(kept.Person.Name)), new(PrivacyTexts.FactWaiting, Number(kept.Waiting))]),
        .. kept.Engagements.Count == 0 ? new CardElement[] { new TextBlock(PrivacyTexts.NoEngagement) } : [],
        .. kept.Engagements.Take(MostEngagements).Select(one => new Container(
        [
            new TextBlock(Markdown.Escape(one.Engagement.Organisation.Name)) { Style = "heading", Weight = "bolder" },
            new FactSet(
            [
                new(PrivacyTexts.FactRole, Markdown.Escape(RoleNames.Of(one.Member))),
                new(PrivacyTexts.FactAnswers, Number(one.Interview?.Answers.Count ?? 0)),
                new(PrivacyTexts.FactPoints, Number(one.PainPoints.Count)),
                new(PrivacyTexts.FactScores, Number(one.Scores.Sum(scores => scores.Sheet.Scores.Count))),
                new(PrivacyTexts.FactDecisions, Number(one.Approvals.Count + one.Edits.Count + one.Remarks.Count + one.Updates.Count + one.Readings.Count)),
            ]),
        ])
        { Separator = true }),
        .. kept.Engagements.Count > MostEngagements ? new CardElement[] { new TextBlock(PrivacyTexts.MoreInExport.With(kept.Engagements.Count - MostEngagements)) } : [],
        new TextBlock(months is { } most ? PrivacyTexts.HowLongAtMost.With(most) : PrivacyTexts.HowLong) { IsSubtle = true },
    ],
    [
        Go(PrivacyTexts.Export, ExportVerb),
        Go(PrivacyTexts.Erase, AskVerb),
        SubmitAction.Saying(PrivacyTexts.Help, "help"),
    ]);

    /// <summary>What goes and what stays, before anything goes; where something must be handed over first, that.</summary>
    public static AdaptiveCard Ask(Kept kept) => kept.ToHandOver is { Count: > 0 } owned
        ? new(PrivacyTexts.HandOverTitle,
        [
            new TextBlock(PrivacyTexts.HandOverTitle) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(Markdown.Escape(PrivacyTexts.HandOver.With(string.Join(", ", owned.Select(one => one.Engagement.Organisation.Name))))),
        ],
        [SubmitAction.Saying(PrivacyTexts.Status, "status"), Go(PrivacyTexts.Back, ShowVerb)])
        : new(PrivacyTexts.AskTitle,
        [
            new TextBlock(PrivacyTexts.AskTitle) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(PrivacyTexts.Goes),
            .. kept.Engagements.Where(one => one.Others == 0).Select(one => new TextBlock(Markdown.Escape(PrivacyTexts.GoesWhole.With(one.Engagement.Organisation.Name))) { Color = "attention" }),
            new TextBlock(PrivacyTexts.Stays),
            new TextBlock(PrivacyTexts.ForGood) { Weight = "bolder" },
        ],
        [
            new ExecuteAction(PrivacyTexts.EraseNow, EraseVerb, new Dictionary<string, string>()) { Style = "destructive" },
            Go(PrivacyTexts.Back, ShowVerb),
        ]);

    public static AdaptiveCard Erased() => new(PrivacyTexts.ErasedTitle,
    [
        new TextBlock(PrivacyTexts.ErasedTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        new TextBlock(PrivacyTexts.Erased),
    ],
    [SubmitAction.Saying(PrivacyTexts.Help, "help")]);

    private static ExecuteAction Go(string label, string verb) => new(label, verb, new Dictionary<string, string>());

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
