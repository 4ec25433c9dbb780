using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps.Execution;

namespace RoadmapBot.Roadmaps;

/// <summary>One initiative with every field that a decision needs.</summary>
internal static class InitiativeCard
{
    public const string Verb = "roadmap/initiative";

    public static AdaptiveCard Render(RoadmapView view, Initiative initiative)
    {
        var edits = view.Roadmap.Edits.Where(edit => edit.Initiative == initiative.Id).ToArray();
        var words = view.WordsOf(initiative);
        return new AdaptiveCard(initiative.Title,
        [
            new TextBlock(Markdown.Escape(initiative.Title)) { Style = "heading", Size = "large", Weight = "bolder" },
            new TextBlock(Markdown.Escape(words ?? initiative.Objective)),
            .. words is null ? Array.Empty<CardElement>() : [view.Marked()],
            new FactSet(
            [
                new(RoadmapsTexts.FactTime, Markdown.Escape(RoadmapsTexts.TimeOf.With(RoadmapView.Span(initiative), Names.Of(initiative.Phase)))),
                .. initiative.Due is { } due ? new Fact[] { new(RoadmapsTexts.FactDue, Markdown.Escape(RoadmapsTexts.DueBy.With(due.By, due.Why))) } : [],
                new(RoadmapsTexts.FactOwner, Markdown.Escape(initiative.Owner)),
                new(RoadmapsTexts.FactCost, RoadmapView.Money(initiative.Cost)),
                .. initiative.Cost.RecurringPerYear > 0
                    ? new Fact[] { new(RoadmapsTexts.FactYearly, RoadmapView.MoneyOf(initiative.Cost.RecurringPerYear, initiative.Cost.RecurringPerYear, initiative.Cost.Currency)) }
                    : [],
                new(RoadmapsTexts.FactBasis, Markdown.Escape(initiative.Cost.Note)),
                new(RoadmapsTexts.FactReturn, Markdown.Escape(RoadmapsTexts.ReturnOf.With(Names.Of(initiative.Return), initiative.Return.Statement))),
                new(RoadmapsTexts.FactResources, Markdown.Escape(TeamNames.InDays(initiative.Effort))),
                .. initiative.Bought > 0 ? new Fact[] { new(RoadmapsTexts.FactBought, RoadmapsTexts.BoughtHours.With(initiative.Bought)) } : [],
                new(RoadmapsTexts.FactPriority, RoadmapsTexts.RankOf.With(initiative.Priority.Rank, view.Plan.Initiatives.Count)),
                .. initiative.Objectives.Select(index => new Fact(RoadmapsTexts.FactObjective, Markdown.Escape(view.Objective(index)))),
                .. initiative.DependsOn.Select(view.Initiative).OfType<Initiative>().Select(before => new Fact(RoadmapsTexts.FactAfter, Markdown.Escape(before.Title))),
                .. initiative.Assumes.Select(before => new Fact(RoadmapsTexts.FactAssumes, Markdown.Escape(before))),
            ]),
            PriorityPart.Render(view, initiative.Priority),
            .. List(RoadmapsTexts.Milestones, initiative.Milestones.Select(milestone => milestone.InWords(initiative.Start))),
            .. List(RoadmapsTexts.Outcomes, initiative.Outcomes.Select(outcome => OutcomeOf(view, outcome))),
            .. List(RoadmapsTexts.Effects, initiative.Effects),
            .. List(RoadmapsTexts.TeamsNeed, initiative.TeamsNeed),
            .. List(RoadmapsTexts.ItNeeds, initiative.NeedsFromTeams),
            .. List(RoadmapsTexts.Handoffs, initiative.Handoffs),
            .. Guards(view, initiative.Guards),
            new TextBlock(RoadmapsTexts.Addresses) { Style = "heading", Weight = "bolder", Separator = true },
            .. initiative.Addresses.Select(view.Gap).OfType<Analysis.Gap>().Select(CardElement (gap) => GapsCard.Row(view, gap)),
            .. GapCard.Receipts(view, [.. initiative.Cost.Evidence.Concat(initiative.Return.Evidence).Distinct()]),
            .. List(RoadmapsTexts.Changed, edits.Select(edit => RoadmapsTexts.ChangedBy.With(edit.ByName, edit.At, edit.Why))),
        ],
        [
            view.Go(RoadmapsTexts.BackToRoadmap, RoadmapCard.Verb),
            PriorityPart.Button,
            Rights.MayTellProgress(view.Reader.Seat.Member, Track.OwnerOf(initiative, view.Members))
                ? view.Go(ExecutionTexts.Update, UpdateForm.Verb, (RoadmapView.Keys.Initiative, initiative.Id))
                : view.Go(ExecutionTexts.ToStatus, TrackCard.Verb, (RoadmapView.Keys.Initiative, initiative.Id)),
            .. Rights.MayDraft(view.Reader.Seat.Member) && view.Reader.IsAlone
                ? [view.Go(RoadmapsTexts.EditIt, EditForm.Verb, (RoadmapView.Keys.Initiative, initiative.Id))]
                : Array.Empty<CardAction>(),
        ])
        { Teams = TeamsCardSettings.FullWidth, IsModelWritten = words is not null };
    }

    private static string OutcomeOf(RoadmapView view, Outcome outcome)
    {
        var kpi = view.Plan.Kpis.FirstOrDefault(kpi => kpi.Id == outcome.Kpi);
        return RoadmapsTexts.OutcomeOf.With(kpi is null ? outcome.Kpi : $"{Names.Of(kpi.Category)}: {kpi.Name}", outcome.Target, outcome.Baseline ?? RoadmapsTexts.NotMeasured);
    }

    private static IEnumerable<CardElement> Guards(RoadmapView view, IReadOnlyList<Guard> guards)
    {
        if (guards.Count > 0)
            yield return new TextBlock(RoadmapsTexts.Guards) { Style = "heading", Weight = "bolder", Separator = true };
        foreach (var guard in guards)
        {
            yield return new TextBlock(Markdown.Escape(guard.Text));
            foreach (var line in GapCard.Lines(view, guard.Evidence))
                yield return line;
        }
    }

    private static IEnumerable<CardElement> List(string heading, IEnumerable<string> items)
    {
        var lines = items.ToArray();
        if (lines.Length == 0)
            yield break;
        yield return new TextBlock(heading) { Style = "heading", Size = "default", Weight = "bolder" };
        foreach (var line in lines)
            yield return new TextBlock(Markdown.Escape($"• {line}")) { Spacing = "none" };
    }
}
