using System.Globalization;
using RoadmapBot.Analysis;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;
using RoadmapBot.Roadmaps.Registers;

namespace RoadmapBot.Roadmaps.Questions;

/// <summary>What of a version a reader may be told. Nothing else reaches an answer, and nothing else is searched: a question cannot even learn that it would have found more.</summary>
internal static class Passages
{
    public static IReadOnlyList<Passage> Of(RoadmapView view) => Rights.MaySeePlan(view.Reader.Seat.Member) ?
        [
            .. view.Plan.Initiatives.Select(one => OfInitiative(view, one)),
            .. view.Roadmap.Analysis.Gaps.Select(OfGap),
            .. view.Roadmap.Analysis.Gaps.SelectMany(gap => gap.Evidence.Where(view.Reader.MayQuote).Select((receipt, at) => OfQuote(view, gap, receipt, at))),
            .. view.Plan.Kpis.Select(kpi => OfKpi(view, kpi)),
            .. view.Roadmap.Analysis.Support.Dates.Select(OfSupport),
            .. view.Roadmap.Analysis.Contradictions.Select((one, at) => new Passage(
                PassageKind.Contradiction, $"contradiction/{at}", QuestionsTexts.DisagreeAbout.With(one.About), RoadmapsTexts.AskOf.With(one.Ask, one.Question), [], ContradictionsCard.OneVerb,
                (RegisterCards.Entry, at.ToString(CultureInfo.InvariantCulture)))),
            .. view.Roadmap.Analysis.Unknowns.Select((one, at) => new Passage(
                PassageKind.Unknown, $"unknown/{at}", QuestionsTexts.NobodySaid, RoadmapsTexts.AskOf.With(one.Ask, one.Question), [], UnknownsCard.Verb)),
            .. view.Roadmap.Edits.Where(edit => view.Initiative(edit.Initiative) is not null).Select((edit, at) => new Passage(
                PassageKind.Decision, $"decision/{at}", QuestionsTexts.ChangeOf.With(view.Initiative(edit.Initiative)!.Title), RoadmapsTexts.ChangedBy.With(edit.ByName, edit.At, edit.Why), [],
                InitiativeCard.Verb, (RoadmapView.Keys.Initiative, edit.Initiative))),
        ]
        : [.. view.Plan.Initiatives.Where(one => one.Effects.Count > 0).Select(ForEverybody)];

    /// <summary>Who approved which version, where it can be read.</summary>
    public static Passage Standing(RoadmapView view, string says) => new(
        PassageKind.Decision, "decision/approval", QuestionsTexts.Approval, says, [], Rights.MaySeePlan(view.Reader.Seat.Member) ? SummaryCard.Verb : DepartmentCard.Verb);

    public static Passage Budget => new(PassageKind.Budget, "budget", QuestionsTexts.Budget, "", [], BudgetCard.Verb);

    public static Passage Timeline => new(PassageKind.Timeline, "timeline", QuestionsTexts.Timeline, "", [], TimelineCard.Verb);

    /// <param name="department">Null for everybody's.</param>
    public static Passage Department(string? department) => new(
        PassageKind.Department, $"department/{department}", department is null ? QuestionsTexts.Everybody : RoadmapsTexts.DepartmentTitle.With(department), "", [], DepartmentCard.Verb,
        [.. department is null ? Array.Empty<(string, string)>() : [DepartmentCard.Of(department)]]);

    private static Passage OfInitiative(RoadmapView view, Initiative one) => new(
        PassageKind.Initiative, $"initiative/{one.Id}", one.Title, QuestionsTexts.InitiativeSays.With(one.Objective, RoadmapView.Span(one), one.Owner),
        [.. one.Effects, .. one.NeedsFromTeams, .. one.TeamsNeed, .. one.Handoffs, .. one.Milestones.Select(step => step.Name), .. one.Addresses.Select(view.Gap).OfType<Gap>().Select(gap => gap.Title)],
        InitiativeCard.Verb, (RoadmapView.Keys.Initiative, one.Id))
    { Of = one };

    /// <summary>As the department's card shows it: no owner, no costs, no reasons.</summary>
    private static Passage ForEverybody(Initiative one) => new(
        PassageKind.Initiative, $"initiative/{one.Id}", one.Title, QuestionsTexts.EffectSays.With(RoadmapView.Span(one), string.Join("; ", one.Effects)), [.. one.NeedsFromTeams, .. one.TeamsNeed], DepartmentCard.Verb)
    { Of = one };

    private static Passage OfGap(Gap gap) =>
        new(PassageKind.Gap, $"gap/{gap.Id}", gap.Title, gap.Statement, [gap.Severity.Why], GapCard.Verb, (RoadmapView.Keys.Gap, gap.Id));

    private static Passage OfQuote(RoadmapView view, Gap gap, Receipt receipt, int at) => new(
        PassageKind.Quote, $"quote/{gap.Id}/{at}", gap.Title, $"“{receipt.Quote}”", view.Roadmap.Asked.TryGetValue(receipt.Statement, out var asked) ? [asked] : [], GapCard.Verb, (RoadmapView.Keys.Gap, gap.Id));

    private static Passage OfKpi(RoadmapView view, Kpi kpi)
    {
        var measured = view.Plan.Initiatives.First(one => one.Outcomes.Any(outcome => outcome.Kpi == kpi.Id));
        return new Passage(
            PassageKind.Kpi, $"kpi/{kpi.Id}", kpi.Name, QuestionsTexts.KpiSays.With(Names.Of(kpi.Category), kpi.Name, kpi.Target), [measured.Title], InitiativeCard.Verb, (RoadmapView.Keys.Initiative, measured.Id));
    }

    private static Passage OfSupport(Analysis.Support.SupportDate date) =>
        new(PassageKind.Support, $"support/{date.Product}", date.Product, QuestionsTexts.SupportSays.With(date.Product, date.Ends), [], SupportCard.Verb);
}
