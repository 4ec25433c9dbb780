using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.Roadmaps;

namespace RoadmapBot.Campaign;

/// <summary>How the campaign gets on, its preview before it starts, and who cannot be reached.</summary>
internal static class CampaignCard
{
    public const string Verb = "campaign/show";
    public const string PauseVerb = "campaign/pause";
    public const string ResumeVerb = "campaign/resume";
    public const string StopVerb = "campaign/stop";
    public const string PeopleVerb = "campaign/people";

    private const int PageSize = 12;

    public static AdaptiveCard Render(CampaignView view, string? note = null)
    {
        var title = CampaignTexts.Title.With(view.Engagement.Organisation.Name);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. note is null ? Array.Empty<CardElement>() : [new TextBlock(note) { Color = "good" }],
            .. view.Book.Run is { } run ? Running(view, run) : [new TextBlock(CampaignTexts.None)],
        ],
        [
            .. view.Book.Run?.Stage switch
            {
                CampaignStage.Running => [view.Go(CampaignTexts.Pause, PauseVerb), view.Go(CampaignTexts.Stop, StopVerb)],
                CampaignStage.Paused => [view.Go(CampaignTexts.Resume, ResumeVerb) with { Style = "positive" }, view.Go(CampaignTexts.Stop, StopVerb)],
                _ => (CardAction[])[view.Go(CampaignTexts.Plan, CampaignForm.Verb) with { Style = "positive" }],
            },
            .. view.Book.Run is null ? Array.Empty<CardAction>() : [view.Go(CampaignTexts.People, PeopleVerb)],
            SubmitAction.Saying(CampaignTexts.ToCoverage, "coverage"),
        ]);
    }

    /// <summary>Exactly what people will see, and who will not.</summary>
    /// <param name="invitation">For the first role that somebody has.</param>
    public static AdaptiveCard Preview(CampaignView view, CampaignPlan plan, InvitationView invitation)
    {
        var whom = view.For(plan).Where(person => !person.Invitee.IsFinished).ToArray();
        var finished = view.For(plan).Count - whom.Length;
        return new AdaptiveCard(CampaignTexts.PreviewTitle,
        [
            new TextBlock(CampaignTexts.PreviewTitle) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(CampaignTexts.PreviewIntro.With(whom.Length.Of(CampaignTexts.PersonOne, CampaignTexts.PersonMany), CampaignView.Day(plan.Start))),
            .. finished > 0 ? [new TextBlock(CampaignTexts.PreviewFinished.With(finished)) { IsSubtle = true }] : Array.Empty<CardElement>(),
            .. plan.Reminders > 0
                ? [new TextBlock(CampaignTexts.PreviewReminders.With(string.Join(", ", Enumerable.Range(1, plan.Reminders).Select(number => CampaignView.Day(CampaignRules.Day(plan, number)))))) { IsSubtle = true }]
                : Array.Empty<CardElement>(),
            new Container([.. InvitationCard.Body(invitation), new TextBlock(CampaignTexts.PreviewButtons) { IsSubtle = true, Size = "small" }]) { Style = "emphasis" },
            .. OutOfReach(view, [.. whom.Where(person => person.Invitee.Reach is not Reach.Open)], null),
        ],
        [
            view.Go(CampaignTexts.Start, CampaignForm.StartVerb, CampaignForm.Data(plan)) with { Style = "positive" },
            view.Go(CampaignTexts.ChangePlan, CampaignForm.Verb, CampaignForm.Data(plan)),
            view.Go(EngagementsTexts.Back, Verb),
        ]);
    }

    /// <summary>Person by person: what was sent and what came of it, never what was said.</summary>
    public static AdaptiveCard People(CampaignView view, CampaignRun run, int page)
    {
        var paged = Paged<Hearer>.Of(view.For(run.Plan), PageSize, page);
        return new AdaptiveCard(CampaignTexts.PeopleTitle,
        [
            new TextBlock(CampaignTexts.PeopleTitle) { Style = "heading", Size = "large", Weight = "bolder" },
            new FactSet([.. paged.Shown.Select(person => new Fact(Markdown.Escape(person.Member.Name), Markdown.Escape(InWords(person, run))))]),
            .. OutOfReach(view, [.. paged.Shown.Where(person => CampaignView.IsOutOfReach(person, run))], run),
        ],
        [
            view.Go(EngagementsTexts.Back, Verb),
            .. paged.Ways((title, to) => view.Go(title, PeopleVerb, to)),
        ]);
    }

    private static IEnumerable<CardElement> Running(CampaignView view, CampaignRun run)
    {
        var whom = view.For(run.Plan);
        var finished = whom.Count(person => person.Interview is { Stage: InterviewStage.PlayingBack or InterviewStage.Confirmed });
        var away = whom.Where(person => CampaignView.IsOutOfReach(person, run)).ToArray();
        yield return new FactSet(
        [
            new(CampaignTexts.FactStage, run.Stage switch
            {
                CampaignStage.Running when run.Plan.Start > view.Engagement.Today(view.Now) => CampaignTexts.Planned,
                CampaignStage.Running => CampaignTexts.Runs,
                CampaignStage.Paused => CampaignTexts.Paused,
                CampaignStage.Stopped => CampaignTexts.Stopped,
                _ => CampaignTexts.Ended,
            }),
            new(CampaignTexts.FactFor, string.Join(", ", run.Plan.Roles.Select(RoleNames.Many))),
            .. run.Plan.Departments.Count > 0 ? [new Fact(EngagementsTexts.Department, Markdown.Escape(string.Join(", ", run.Plan.Departments)))] : Array.Empty<Fact>(),
            new(CampaignTexts.FactFromTo, CampaignTexts.FromTo.With(CampaignView.Day(run.Plan.Start), CampaignView.Day(run.Plan.Deadline))),
            new(CampaignTexts.FactQuiet, CampaignTexts.FromTo.With(CampaignView.Clock(run.Plan.Quiet.From), CampaignView.Clock(run.Plan.Quiet.To))),
        ]);
        foreach (var (name, count) in ((string, int)[])[(CampaignTexts.Invited, run.Invitations.Count), (CampaignTexts.Begun, whom.Count(person => person.HasBegun)), (CampaignTexts.Finished, finished)])
            yield return ChartBar.Row(name, CampaignTexts.CountOf.With(Math.Min(count, whom.Count), whom.Count), Math.Min(count, whom.Count), Math.Max(1, whom.Count), "accent");
        yield return new TextBlock(CampaignTexts.Reminded.With(run.Invitations.Sum(one => one.Reminders))) { IsSubtle = true };
        foreach (var part in OutOfReach(view, away, run))
            yield return part;
    }

    /// <summary>Who cannot be written to, why, and what helps.</summary>
    private static IEnumerable<CardElement> OutOfReach(CampaignView view, IReadOnlyList<Hearer> people, CampaignRun? run)
    {
        if (people.Count == 0)
            yield break;
        yield return new TextBlock(run is null ? CampaignTexts.MaybeUnreached : CampaignTexts.Unreached) { Style = "heading", Weight = "bolder", Separator = true };
        foreach (var person in people.Take(PageSize))
            yield return new TextBlock(Markdown.Escape(CampaignTexts.UnreachedLine.With(person.Member.Name, person.Invitee.Reach is Reach.Closed ? CampaignTexts.HasClosed : CampaignTexts.HasNoChat))) { Spacing = "small" };
        if (people.Count > PageSize)
            yield return new TextBlock(RoadmapsTexts.AndMore.With(people.Count - PageSize)) { IsSubtle = true };
        yield return new TextBlock(view.Link is { } link ? CampaignTexts.Link.With(link) : CampaignTexts.NoLink) { IsSubtle = true };
    }

    private static string InWords(Hearer person, CampaignRun run)
    {
        var sent = run.InvitationOf(person.Member.Person) is not { } invitation ? CampaignTexts.NotInvited
            : invitation.Reminders == 0 ? CampaignTexts.WasInvited
            : invitation.Reminders.Of(CampaignTexts.WasRemindedOne, CampaignTexts.WasRemindedMany);
        var done = person.Interview is { Stage: InterviewStage.PlayingBack or InterviewStage.Confirmed } ? CampaignTexts.IsFinished : person.HasBegun ? CampaignTexts.HasBegun : CampaignTexts.HasNotBegun;
        return CampaignTexts.PersonLine.With(RoleNames.Of(person.Member), sent, done);
    }
}
