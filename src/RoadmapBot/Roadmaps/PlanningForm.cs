using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <param name="Planned">What is in the plan or was left out of it, to be left out or given a deadline.</param>
/// <param name="Others">What else the gaps ask for, to be forced in.</param>
internal sealed record PlanningFormView(RoadmapView Of, IReadOnlyList<Choice> Planned, IReadOnlyList<Choice> Others, CardData Filled, IReadOnlyList<string> Faults);

/// <summary>The owner says what the roadmap has to keep within.</summary>
internal static class PlanningForm
{
    public const string Verb = "roadmap/planning";
    public const string SaveVerb = "roadmap/planning-save";

    private const int DeadlineRows = 2;
    private const int MostHours = 1_000_000;

    private const string Start = "start";
    private const string Fiscal = "fiscal";
    private const string Budget = "budget";
    private const string Method = "method";
    private const string Hours = "hours";
    private const string Forced = "forced";
    private const string LeftOut = "leftOut";
    private const string Deadline = "deadline";
    private const string By = "by";

    /// <summary>For owners, where they are alone with the bot.</summary>
    public static IEnumerable<CardAction> Button(RoadmapView view) =>
        Rights.MayDraft(view.Reader.Seat.Member) && view.Reader.IsAlone ? [view.Go(RoadmapsTexts.Planning, Verb)] : [];

    public static AdaptiveCard Render(PlanningFormView view)
    {
        var (filled, currency) = (view.Filled, view.Of.Engagement.Frame.Currency);
        return new AdaptiveCard(RoadmapsTexts.PlanningTitle,
        [
            new TextBlock(RoadmapsTexts.PlanningTitle) { Style = "heading", Size = "large", Weight = "bolder" },
            .. view.Faults.Select(fault => new TextBlock(Markdown.Escape(fault)) { Color = "attention", Weight = "bolder" }),
            new TextBlock(RoadmapsTexts.PlanningIntro.With(CapacityRules.OwnHours(view.Of.Engagement.Organisation))) { IsSubtle = true },
            new DateInput(RoadmapsTexts.PlanningStart) { Id = Start, Value = filled.Text(Start) },
            new ChoiceInput(RoadmapsTexts.PlanningFiscal, [.. Enumerable.Range(1, 12).Select(month => new Choice(CultureInfo.CurrentCulture.DateTimeFormat.GetMonthName(month), Text(month)))])
            {
                Id = Fiscal, Style = "compact", Value = filled.Text(Fiscal),
            },
            new NumberInput(RoadmapsTexts.PlanningBudget.With(currency)) { Id = Budget, Value = filled.Number(Budget), Min = 1 },
            new ChoiceInput(RoadmapsTexts.PlanningMethod, [.. Enum.GetValues<PriorityMethod>().Select(method => new Choice(Names.Of(method), method.ToString()))])
            {
                Id = Method, Style = "compact", Value = filled.Text(Method),
            },
            .. Enum.GetValues<Team>().Select(team => new NumberInput(RoadmapsTexts.PlanningHours.With(TeamNames.Of(team))) { Id = HoursOf(team), Value = filled.Number(HoursOf(team)), Min = 0, Max = MostHours }),
            .. view.Planned.Count == 0 ? Array.Empty<CardElement>() : [.. Enumerable.Range(1, DeadlineRows).Select(row => Row(row, view))],
            .. view.Others.Count == 0 ? Array.Empty<CardElement>() : Folded(RoadmapsTexts.PlanningForced, Forced, view.Others, filled),
            .. view.Planned.Count == 0 ? Array.Empty<CardElement>() : Folded(RoadmapsTexts.PlanningLeftOut, LeftOut, view.Planned, filled),
        ],
        [
            view.Of.Go(RoadmapsTexts.PlanningSave, SaveVerb) with { Style = "positive" },
            view.Of.Go(EngagementsTexts.Back, RoadmapCard.Verb) with { AssociatedInputs = "none" },
        ])
        { Teams = TeamsCardSettings.FullWidth };
    }

    public static AdaptiveCard Saved(RoadmapView view, string text) => new(text, [new TextBlock(text)], [view.Go(RoadmapsTexts.BackToRoadmap, RoadmapCard.Verb)]);

    /// <summary>A frame as the form holds it.</summary>
    public static CardData Of(PlanningFrame frame)
    {
        var values = new Dictionary<string, string>
        {
            [Start] = frame.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [Fiscal] = Text(frame.FiscalYearFrom),
            [Budget] = frame.BudgetPerQuarter?.ToString(CultureInfo.InvariantCulture) ?? "",
            [Method] = frame.Method.ToString(),
            [Forced] = string.Join(',', frame.ForcedIn),
            [LeftOut] = string.Join(',', frame.LeftOut),
        };
        foreach (var (team, hours) in frame.HoursPerMonth)
            values[HoursOf(team)] = Text(hours);
        foreach (var (index, deadline) in frame.Deadlines.Take(DeadlineRows).Index())
            (values[Deadline + (index + 1)], values[By + (index + 1)]) = (deadline.Initiative, deadline.By.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return new CardData(values);
    }

    /// <param name="known">Ids that may be chosen, and their titles.</param>
    /// <returns>The frame, or every fault that the form has.</returns>
    public static (PlanningFrame? Frame, IReadOnlyList<string> Faults) Read(CardData data, PlanningFrame before, IReadOnlyDictionary<string, string> known, DateOnly today)
    {
        var faults = new List<string>();
        var (earliest, latest) = (today.AddYears(-1), today.AddYears(2));
        var start = data.Date(Start) is { } day && day >= earliest && day <= latest ? new DateOnly(day.Year, day.Month, 1) : (DateOnly?)null;
        var fiscal = data.Number(Fiscal);
        var budget = data.Number(Budget);
        Check(start is null, RoadmapsTexts.FaultStart.With(earliest, latest));
        Check(fiscal is not (>= 1 and <= 12), RoadmapsTexts.FaultFiscal);
        Check(data.Text(Budget) is not null && budget is not > 0, RoadmapsTexts.FaultBudget);
        Check(!data.TryChoice<PriorityMethod>(Method, out var method), RoadmapsTexts.FaultMethod);
        foreach (var team in Enum.GetValues<Team>())
            Check(data.Text(HoursOf(team)) is not null && data.Number(HoursOf(team)) is not (>= 0 and <= MostHours), RoadmapsTexts.FaultHours.With(TeamNames.Of(team), MostHours));
        var (forced, leftOut) = (Ids(data.Text(Forced)), Ids(data.Text(LeftOut)));
        foreach (var both in forced.Intersect(leftOut))
            Check(true, RoadmapsTexts.FaultBoth.With(known[both]));
        Deadline[] deadlines = [.. Enumerable.Range(1, DeadlineRows).Select(Due).OfType<Deadline>()];
        return faults.Count > 0
            ? (null, faults)
            : (before with
            {
                Start = start!.Value,
                FiscalYearFrom = fiscal!.Value,
                BudgetPerQuarter = budget,
                Method = method!.Value,
                ForcedIn = forced,
                LeftOut = leftOut,
                Deadlines = deadlines,
                HoursPerMonth = [.. Enum.GetValues<Team>().Where(team => data.Number(HoursOf(team)) is not null).Select(team => new TeamHours(team, data.Number(HoursOf(team))!.Value))],
            }, faults);

        Deadline? Due(int row)
        {
            var (initiative, by) = (data.Text(Deadline + row), data.Date(By + row));
            var isEmpty = initiative is null && data.Text(By + row) is null;
            Check(!isEmpty && (initiative is null || !known.ContainsKey(initiative) || by is null || by <= start), RoadmapsTexts.FaultDeadline);
            return initiative is { } id && by is { } until ? new Deadline(id, until) : null;
        }

        void Check(bool isWrong, string fault)
        {
            if (isWrong)
                faults.Add(fault);
        }

        string[] Ids(string? text) => [.. (text ?? "").Split(',', StringSplitOptions.TrimEntries).Where(known.ContainsKey).Distinct()];
    }

    /// <summary>A list as long as the roadmap, opened where something of it is chosen or somebody asks for it.</summary>
    private static CardElement[] Folded(string label, string id, IReadOnlyList<Choice> choices, CardData filled)
    {
        var area = $"{id}Area";
        return
        [
            new ActionSet([new ToggleAction(RoadmapsTexts.PlanningOpen.With(label, choices.Count), [area])]),
            new Container([new ChoiceInput(label, choices) { Id = id, IsMultiSelect = true, Style = "compact", Value = filled.Text(id) }]) { Id = area, IsVisible = filled.Text(id) is not null },
        ];
    }

    private static ColumnSet Row(int row, PlanningFormView view) => new(
    [
        new Column("3", [new ChoiceInput(RoadmapsTexts.PlanningDeadline.With(row), view.Planned) { Id = Deadline + row, Style = "compact", Value = view.Filled.Text(Deadline + row) }]),
        new Column("2", [new DateInput(RoadmapsTexts.PlanningDeadlineBy.With(row)) { Id = By + row, Value = view.Filled.Text(By + row) }]),
    ]);

    private static string HoursOf(Team team) => Hours + team;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
