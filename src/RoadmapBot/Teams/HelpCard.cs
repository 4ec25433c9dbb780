using RoadmapBot.Conversation.Cards;

namespace RoadmapBot.Teams;

/// <summary>What the bot is for and every command; also its welcome.</summary>
internal static class HelpCard
{
    private const int Shortest = 3;
    private const int LongestInButton = 2000;

    public static AdaptiveCard Welcome(bool isPersonal) => new(TeamsTexts.WelcomeTitle,
    [
        new TextBlock(TeamsTexts.WelcomeTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        new TextBlock(isPersonal ? TeamsTexts.WelcomePersonal : TeamsTexts.WelcomeGroup),
        new TextBlock(TeamsTexts.WelcomeLimits) { IsSubtle = true },
    ],
    isPersonal
        ? [SubmitAction.Saying(TeamsTexts.ButtonStart, "start"), SubmitAction.Saying(TeamsTexts.ButtonReport, "report"), SubmitAction.Saying(TeamsTexts.ButtonHelp, "help")]
        : [SubmitAction.Saying(TeamsTexts.ButtonSummary, "summary"), SubmitAction.Saying(TeamsTexts.ButtonHelp, "help")]);

    public static AdaptiveCard Help(bool isPersonal) => new(TeamsTexts.HelpTitle,
    [
        new TextBlock(TeamsTexts.HelpTitle) { Style = "heading", Size = "large", Weight = "bolder" },
        new TextBlock(isPersonal ? TeamsTexts.HelpIntro : TeamsTexts.HelpIntroGroup),
        new FactSet([.. Enum.GetValues<ChatCommand>().Where(command => command is not ChatCommand.Hi).Select(command => new Fact(command.ToString().ToLowerInvariant(), About(command)))]),
    ],
    [
        SubmitAction.Saying(TeamsTexts.ButtonStart, "start"),
        SubmitAction.Saying(TeamsTexts.ButtonReport, "report"),
        SubmitAction.Saying(TeamsTexts.ButtonRoadmap, "roadmap"),
        SubmitAction.Saying(TeamsTexts.ButtonStatus, "status"),
    ]);

    /// <summary>For a text that is no command: nothing of it is lost, and every way on is one button.</summary>
    public static AdaptiveCard NotUnderstood(string text)
    {
        var isReportable = text.Length is >= Shortest and <= LongestInButton;
        return new AdaptiveCard(TeamsTexts.NotUnderstoodTitle,
        [
            new TextBlock(isReportable ? TeamsTexts.NotUnderstood : text.Length < Shortest ? TeamsTexts.NotUnderstoodEmpty : TeamsTexts.NotUnderstoodLong),
        ],
        [
            .. isReportable ? new CardAction[] { SubmitAction.Saying(TeamsTexts.ButtonReportThis, $"report: {text}") } : [],
            SubmitAction.Saying(TeamsTexts.ButtonContinue, "continue"),
            SubmitAction.Saying(TeamsTexts.ButtonHelp, "help"),
        ]);
    }

    private static string About(ChatCommand command) => command switch
    {
        ChatCommand.Help => TeamsTexts.AboutHelp,
        ChatCommand.Hi => TeamsTexts.AboutHi,
        ChatCommand.Start => TeamsTexts.AboutStart,
        ChatCommand.Continue => TeamsTexts.AboutContinue,
        ChatCommand.Status => TeamsTexts.AboutStatus,
        ChatCommand.Report => TeamsTexts.AboutReport,
        ChatCommand.Gaps => TeamsTexts.AboutGaps,
        ChatCommand.Roadmap => TeamsTexts.AboutRoadmap,
        ChatCommand.Summary => TeamsTexts.AboutSummary,
        ChatCommand.Progress => TeamsTexts.AboutProgress,
        ChatCommand.Changes => TeamsTexts.AboutChanges,
        ChatCommand.Kpi => TeamsTexts.AboutKpi,
        ChatCommand.Ask => TeamsTexts.AboutAsk,
        ChatCommand.Campaign => TeamsTexts.AboutCampaign,
        ChatCommand.Coverage => TeamsTexts.AboutCoverage,
        ChatCommand.Share => TeamsTexts.AboutShare,
        ChatCommand.Planning => TeamsTexts.AboutPlanning,
        ChatCommand.Assets => TeamsTexts.AboutAssets,
        ChatCommand.Scoring => TeamsTexts.AboutScoring,
        ChatCommand.WhatIf => TeamsTexts.AboutWhatIf,
        ChatCommand.Optimise => TeamsTexts.AboutOptimise,
        ChatCommand.MyData => TeamsTexts.AboutMyData,
        ChatCommand.Switch => TeamsTexts.AboutSwitch,
        ChatCommand.Cancel => TeamsTexts.AboutCancel,
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
    };
}
