using System.Diagnostics;
using RoadmapBot.Campaign;
using RoadmapBot.Campaign.Coverage;
using RoadmapBot.Campaign.Passing;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Privacy;
using RoadmapBot.Reviews;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Execution;
using RoadmapBot.Roadmaps.Questions;
using RoadmapBot.Roadmaps.Scoring;
using RoadmapBot.Roadmaps.Versions;
using RoadmapBot.Roadmaps.WhatIf;

namespace RoadmapBot.Teams;

/// <summary>Every feature's way in, for the router.</summary>
internal sealed record Handlers(
    EngagementHandler Engagements,
    MemberHandler Members,
    InterviewHandler Interviews,
    PainPointHandler PainPoints,
    PainPointListHandler PainPointList,
    AnonymousHandler Anonymous,
    RelayHandler Relay,
    RoadmapHandler Roadmaps,
    ProgressHandler Progress,
    AskHandler Asking,
    ChangesHandler Changes,
    CampaignHandler Campaigns,
    InviteeHandler Invitees,
    PassHandler Passes,
    CoverageHandler Coverage,
    KpiHandler Kpis,
    QuestionHandler Questions,
    ScoringHandler Scoring,
    GroupOrderHandler GroupOrders,
    WhatIfHandler WhatIf,
    StatusHandler Status,
    AssetsHandler Assets,
    MyDataHandler MyData);

/// <summary>The one switch: what happened, to the handler that answers it. Whatever needs a seat in an engagement gets it from here.</summary>
internal sealed class TurnRouter(Handlers handlers, StandingFinder standings, ITurnStore turns, IJobs jobs)
{
    public Task<Answer> Route(Turn turn, CancellationToken cancel) => turn.What switch
    {
        Happening.Said(var text) => Said(turn, text, cancel),
        Happening.Pressed(var verb, var data, _) => Pressed(turn, verb, data, cancel),
        Happening.DialogOpened(var verb, var data) => Pressed(turn, verb, data, cancel),
        Happening.DialogSubmitted(var verb, var data) => Pressed(turn, verb, data, cancel),
        Happening.Searched search => handlers.Members.Search(turn, search, cancel),
        Happening.Edited(var message, var text) => Amended(turn, message, text, cancel),
        Happening.Deleted(var message) => Amended(turn, message, null, cancel),
        Happening.Installed => Task.FromResult(Installed(turn)),
        Happening.Uninstalled => Task.FromResult(Uninstalled()),
        _ => throw new UnreachableException(),
    };

    private async Task<Answer> Said(Turn turn, string text, CancellationToken cancel)
    {
        var spoken = ChatCommands.Recognise(text);
        if (spoken is { IsPlain: true })
            return await Do(turn, spoken, text, cancel);
        if (await standings.Find(turn, null, cancel) is Standing.In(var seat))
        {
            if (spoken is null && await handlers.PainPoints.TryReport(turn, text, seat, cancel) is { } reported)
                return reported; // first: words for an anonymous report must not become an answer with a name
            if (await handlers.Interviews.TryAnswer(turn, text, spoken?.Marked, seat, cancel) is { } answered)
                return answered;
            if (spoken is null && await handlers.Questions.TryAnswer(turn, text, seat, cancel) is { } found)
                return found; // last: whatever else waits for words has had them
        }

        return spoken is not null ? await Do(turn, spoken, text, cancel)
            : turn.In.IsPersonal ? new Answer.Show(HelpCard.NotUnderstood(text))
            : new Answer.Show(HelpCard.Help(isPersonal: false));
    }

    private async Task<Answer> Do(Turn turn, Spoken spoken, string text, CancellationToken cancel)
    {
        switch (spoken.Command)
        {
            case ChatCommand.Help:
                return new Answer.Show(HelpCard.Help(turn.In.IsPersonal));
            case ChatCommand.Hi:
                return new Answer.Show(HelpCard.Welcome(turn.In.IsPersonal));
            case ChatCommand.MyData:
                return await handlers.MyData.Show(turn, cancel);
            case ChatCommand.Switch:
                return await handlers.Engagements.Switch(turn, spoken.Rest, cancel);
        }

        return await standings.Find(turn, null, cancel) switch
        {
            Standing.In(var seat) => await Do(turn, spoken, seat, cancel),
            Standing.Undecided(var seats) => EngagementHandler.Ask(turn, seats, text),
            Standing.Outside => await handlers.Engagements.Offer(turn, spoken.Command is ChatCommand.Report && spoken.Rest.Length > 0 ? text : "", cancel),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Answer> Do(Turn turn, Spoken spoken, Membership seat, CancellationToken cancel)
    {
        var waited = spoken.Command is not ChatCommand.Report && await handlers.PainPoints.StopWaiting(turn, cancel);
        return spoken.Command switch
        {
            ChatCommand.Start or ChatCommand.Continue => await Start(turn, seat, cancel),
            ChatCommand.Cancel => await handlers.Interviews.TryPause(turn, seat, cancel)
                ?? new Answer.Tell(waited ? PainPointsTexts.NothingNoted : TeamsTexts.NothingToCancel),
            ChatCommand.Report => await handlers.PainPoints.Report(turn, spoken.Rest, seat, cancel),
            ChatCommand.Status => await handlers.Status.Show(turn, seat, cancel),
            ChatCommand.Gaps => await handlers.Roadmaps.Show(turn, Sight.Gaps, "", seat, cancel),
            ChatCommand.Roadmap => await handlers.Roadmaps.Show(turn, Sight.Roadmap, spoken.Rest, seat, cancel),
            ChatCommand.Summary => await handlers.Roadmaps.Show(turn, Sight.Summary, "", seat, cancel),
            ChatCommand.Progress => await handlers.Progress.Show(turn, seat, cancel),
            ChatCommand.Changes => await handlers.Changes.Show(turn, spoken.Rest, seat, cancel),
            ChatCommand.Campaign => await handlers.Campaigns.Show(turn, seat, cancel),
            ChatCommand.Coverage => await handlers.Coverage.Show(turn, seat, cancel),
            ChatCommand.Kpi => await handlers.Kpis.Show(turn, spoken.Rest, seat, cancel),
            ChatCommand.Ask => await handlers.Questions.Ask(turn, spoken.Rest, seat, cancel),
            ChatCommand.Planning => await handlers.Roadmaps.Plan(turn, seat, cancel),
            ChatCommand.Assets => AssetsHandler.Show(turn, seat),
            ChatCommand.Share => await handlers.Roadmaps.Share(turn, spoken.Rest, seat, cancel),
            ChatCommand.Scoring => await handlers.Scoring.Show(turn, seat, cancel),
            ChatCommand.WhatIf => await handlers.WhatIf.Ask(turn, spoken.Rest, seat, cancel),
            ChatCommand.Optimise => await handlers.WhatIf.Optimise(turn, seat, cancel),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<Answer> Start(Turn turn, Membership seat, CancellationToken cancel)
    {
        if (!turn.In.IsPersonal && Rights.MayManage(seat.Member))
            jobs.Add(RosterJob.For(turn, seat.Engagement.Id), turn.At);
        return await handlers.Interviews.Start(turn, seat, cancel);
    }

    private async Task<Answer> Pressed(Turn turn, string verb, CardData data, CancellationToken cancel)
    {
        switch (verb.Split('/')[0])
        {
            case SubmitAction.SayVerb:
                return await Said(turn, data.Text(SubmitAction.SayText) ?? "", cancel);
            case EngagementHandler.Prefix:
                var (answer, then) = await handlers.Engagements.Press(turn, verb, data, cancel);
                return then.Length == 0 ? answer : await Said(turn, then, cancel);
            case MyDataHandler.Prefix:
                return await handlers.MyData.Press(turn, verb, cancel);
        }

        return await standings.Find(turn, data.Text(CardKeys.Engagement) ?? "", cancel) is not Standing.In(var seat)
            ? new Answer.Refuse(EngagementsTexts.NotThere)
            : verb.Split('/')[0] switch
            {
                MemberHandler.Prefix => await handlers.Members.Press(turn, verb, data, seat, cancel),
                InterviewHandler.Prefix => await handlers.Interviews.Press(turn, verb, data, seat, cancel),
                PainPointHandler.Prefix => await handlers.PainPoints.Press(turn, verb, data, seat, cancel),
                PainPointListHandler.Prefix => await handlers.PainPointList.Show(turn, data, seat, cancel),
                AnonymousHandler.Prefix => await handlers.Anonymous.Press(turn, verb, data, seat, cancel),
                RelayHandler.Prefix => await handlers.Relay.Press(turn, verb, data, seat, cancel),
                RoadmapHandler.Prefix => await handlers.Roadmaps.Press(turn, verb, data, seat, cancel),
                ProgressHandler.Prefix when AskHandler.Knows(verb) => await handlers.Asking.Press(turn, verb, data, seat, cancel),
                ProgressHandler.Prefix => await handlers.Progress.Press(turn, verb, data, seat, cancel),
                ChangesHandler.Prefix => await handlers.Changes.Press(turn, data, seat, cancel),
                CampaignHandler.Prefix when InviteeHandler.Knows(verb) => await handlers.Invitees.Press(turn, verb, data, seat, cancel),
                CampaignHandler.Prefix => await handlers.Campaigns.Press(turn, verb, data, seat, cancel),
                PassHandler.Prefix => await handlers.Passes.Press(turn, verb, data, seat, cancel),
                CoverageHandler.Prefix => await handlers.Coverage.Press(turn, verb, data, seat, cancel),
                KpiHandler.Prefix => await handlers.Kpis.Press(turn, verb, data, seat, cancel),
                AssetsHandler.Prefix => handlers.Assets.Press(turn, verb, data, seat),
                ScoringHandler.Prefix => await handlers.Scoring.Press(turn, verb, data, seat, cancel),
                GroupOrderHandler.Prefix => await handlers.GroupOrders.Press(turn, verb, data, seat, cancel),
                StatusHandler.Prefix => await handlers.Status.Show(turn, seat, cancel),
                _ => new Answer.Refuse(EngagementsTexts.UnknownButton),
            };
    }

    private async Task<Answer> Amended(Turn turn, string message, string? text, CancellationToken cancel)
    {
        var spoken = text is null ? null : ChatCommands.Recognise(text);
        var report = spoken is { Command: ChatCommand.Report } ? spoken.Rest : null;
        if (await handlers.PainPoints.Amend(turn, message, report, spoken is null ? text : null, cancel) is { } amended)
            return amended;
        return turn.In.IsPersonal && await standings.Find(turn, null, cancel) is Standing.In(var seat)
            ? await handlers.Interviews.Amend(turn, message, text, seat, cancel)
            : Answer.Nothing;
    }

    private Answer Installed(Turn turn) => turns.Welcome() ? new Answer.Show(HelpCard.Welcome(turn.In.IsPersonal)) : Answer.Nothing;

    private Answer Uninstalled()
    {
        turns.Close();
        return Answer.Nothing;
    }
}
