using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.PainPoints.Anonymous;

namespace RoadmapBot.Roadmaps;

/// <param name="Interview">Null where it has not begun: its stage, how many questions there are, how many are answered.</param>
internal sealed record Participation(Member Member, (InterviewStage Stage, int Of, int Answered)? Interview);

internal sealed record StatusView(Membership Seat, IReadOnlyList<Participation> People, int PainPoints, Roadmap? Roadmap);

/// <summary>Where everything is. Owners see who has answered, never what.</summary>
internal static class StatusCard
{
    private const int MostPeople = 20;

    public static AdaptiveCard Render(StatusView view)
    {
        var (engagement, me) = (view.Seat.Engagement, view.Seat.Member);
        var mine = view.People.FirstOrDefault(one => one.Member.Person == me.Person)?.Interview;
        var done = view.People.Count(one => one.Interview is { Stage: InterviewStage.PlayingBack or InterviewStage.Confirmed });
        var title = RoadmapsTexts.StatusTitle.With(engagement.Organisation.Name);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new FactSet(
            [
                new(EngagementsTexts.FactYou, Markdown.Escape(RoleNames.Of(me))),
                new(RoadmapsTexts.StatusMine, InWords(mine)),
                new(RoadmapsTexts.StatusInterviews, RoadmapsTexts.StatusDone.With(done, view.People.Count)),
                new(RoadmapsTexts.StatusPainPoints, $"{view.PainPoints}"),
                new(RoadmapsTexts.StatusRoadmap, view.Roadmap switch
                {
                    null => RoadmapsTexts.StatusNoRoadmap,
                    { IsApproved: true } roadmap => RoadmapsTexts.StatusApproved.With(roadmap.Version),
                    var roadmap => RoadmapsTexts.StatusDraft.With(roadmap.Version),
                }),
            ]),
            .. Rights.MayManage(me) ? People(view) : [],
            .. Rights.MayDraft(me) ? Remarks(view) : [],
            .. Rights.MayReadAnonymous(me) ? [new ActionSet([AnonymousListCard.Button(engagement, PainPointsTexts.AnonymousOpen, 0)])] : Array.Empty<CardElement>(),
        ],
        [
            .. mine is { Stage: InterviewStage.Confirmed } ? Array.Empty<CardAction>() : [SubmitAction.Saying(mine is null ? EngagementsTexts.NextInterview : DiscoveryTexts.Continue, "continue")],
            .. Rights.MaySeePlan(me)
                ? [SubmitAction.Saying(RoadmapsTexts.ToGaps, "gaps"), SubmitAction.Saying(RoadmapsTexts.ToRoadmap, "roadmap"), .. Further(view)]
                : new CardAction[] { SubmitAction.Saying(RoadmapsTexts.WhatChanges, "roadmap") },
        ]);
    }

    private static IEnumerable<CardAction> Further(StatusView view) =>
        view.Roadmap is null ? [] : [SubmitAction.Saying(RoadmapsTexts.ToScoring, "scoring"), SubmitAction.Saying(ExecutionTexts.ToProgress, "progress")];

    private static IEnumerable<CardElement> People(StatusView view)
    {
        yield return new TextBlock(RoadmapsTexts.StatusPeople) { Style = "heading", Weight = "bolder", Separator = true };
        yield return new FactSet([.. view.People.Take(MostPeople).Select(one => new Fact(Markdown.Escape(one.Member.Name), Markdown.Escape($"{RoleNames.Of(one.Member)}: {InWords(one.Interview)}")))]);
        if (view.People.Count > MostPeople)
            yield return new TextBlock(RoadmapsTexts.AndMore.With(view.People.Count - MostPeople)) { IsSubtle = true };
        yield return new ActionSet([Go(EngagementsTexts.NextPeople, MembersCard.Verb), Go(RoadmapsTexts.StatusPainPoints, PainPointListCard.Verb)]);

        SubmitAction Go(string label, string verb) => SubmitAction.For(label, verb, (CardKeys.Engagement, view.Seat.Engagement.Id.Value));
    }

    private static IEnumerable<CardElement> Remarks(StatusView view)
    {
        if (view.Roadmap is not { Remarks: [.., _] remarks })
            yield break;
        yield return new TextBlock(RoadmapsTexts.StatusRemarks) { Style = "heading", Weight = "bolder", Separator = true };
        foreach (var remark in remarks.TakeLast(3))
            yield return RichTextBlock.Of($"{remark.Name}: {remark.Text}");
    }

    private static string InWords((InterviewStage Stage, int Of, int Answered)? interview) => interview switch
    {
        null => RoadmapsTexts.InterviewNotBegun,
        { Stage: InterviewStage.Confirmed } => RoadmapsTexts.InterviewDone,
        { Stage: InterviewStage.PlayingBack } => RoadmapsTexts.InterviewPlayback,
        { Stage: InterviewStage.Paused, Answered: var answered, Of: var of } => RoadmapsTexts.InterviewPaused.With(answered, of),
        { Answered: var answered, Of: var of } => RoadmapsTexts.InterviewOpen.With(answered, of),
    };
}
