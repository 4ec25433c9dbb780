using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps;

/// <summary>The owner changes an initiative; the change is a new version that needs a new approval.</summary>
internal static class EditForm
{
    public const string Verb = "roadmap/edit";
    public const string SaveVerb = "roadmap/save";
    public const string LeaveOutVerb = "roadmap/leave-out";

    /// <summary>The name of the input for the owner, also on other forms that save an edit.</summary>
    public const string Owner = "owner";

    public const int LongestOwner = 100;

    private const int LongestReason = 300;

    private const string Start = "start";
    private const string Months = "months";
    private const string CostLow = "costLow";
    private const string CostHigh = "costHigh";
    private const string Why = "why";

    /// <param name="filled">What was filled in before the fault, so that nothing has to be typed twice.</param>
    public static AdaptiveCard Render(RoadmapView view, Initiative initiative, CardData filled, string? fault)
    {
        var title = RoadmapsTexts.EditTitle.With(initiative.Title);
        return new AdaptiveCard(title,
        [
            new TextBlock(Markdown.Escape(title)) { Style = "heading", Size = "large", Weight = "bolder" },
            .. fault is null ? Array.Empty<CardElement>() : [new TextBlock(Markdown.Escape(fault)) { Color = "attention", Weight = "bolder" }],
            new TextBlock(RoadmapsTexts.EditIntro) { IsSubtle = true },
            new DateInput(RoadmapsTexts.EditStart) { Id = Start, Value = (filled.Date(Start) ?? initiative.Start).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), IsRequired = true, ErrorMessage = RoadmapsTexts.EditStart },
            new NumberInput(RoadmapsTexts.EditMonths) { Id = Months, Value = filled.Number(Months) ?? initiative.Months, Min = 1, Max = Phases.Horizon },
            new TextInput(RoadmapsTexts.EditOwner) { Id = Owner, Value = filled.Text(Owner) ?? initiative.Owner, MaxLength = LongestOwner },
            new NumberInput(RoadmapsTexts.EditCostLow.With(initiative.Cost.Currency)) { Id = CostLow, Value = Whole(filled.Text(CostLow)) ?? initiative.Cost.Low, Min = 0 },
            new NumberInput(RoadmapsTexts.EditCostHigh.With(initiative.Cost.Currency)) { Id = CostHigh, Value = Whole(filled.Text(CostHigh)) ?? initiative.Cost.High, Min = 0 },
            WhyInput(filled.Text(Why)),
        ],
        [
            view.Go(EngagementsTexts.Save, SaveVerb, (RoadmapView.Keys.Initiative, initiative.Id)) with { Style = "positive" },
            view.Go(RoadmapsTexts.LeaveOut, LeaveOutVerb, (RoadmapView.Keys.Initiative, initiative.Id)) with { Style = "destructive" },
            view.Go(EngagementsTexts.Back, InitiativeCard.Verb, (RoadmapView.Keys.Initiative, initiative.Id)) with { AssociatedInputs = "none" },
        ]);
    }

    public static TextInput WhyInput(string? value = null) =>
        new(RoadmapsTexts.EditWhy) { Id = Why, Value = value, MaxLength = LongestReason, IsRequired = true, ErrorMessage = RoadmapsTexts.EditWhyMissing };

    /// <summary>Opens the form with as many months filled in as the initiative needs to end on that day.</summary>
    public static ExecuteAction Until(RoadmapView view, string title, Initiative initiative, DateOnly end) => view.Go(
        title, Verb, (RoadmapView.Keys.Initiative, initiative.Id), (Months, Text(Math.Max(1, Phases.MonthsBetween(initiative.Start, end) + 1))));

    /// <summary>Saves a form that asks only for the owner and the reason: everything else stays as it is planned.</summary>
    public static ExecuteAction SaveAsPlanned(RoadmapView view, string title, Initiative initiative) => view.Go(
        title, SaveVerb, (RoadmapView.Keys.Initiative, initiative.Id), (Start, initiative.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (Months, Text(initiative.Months)), (CostLow, Text(initiative.Cost.Low)), (CostHigh, Text(initiative.Cost.High)));

    /// <returns>The edit, with only what differs from the initiative; null where no reason is given or a number is none.</returns>
    public static Edit? Read(CardData data, Initiative initiative, bool isLeftOut, Person by, DateTimeOffset at)
    {
        if (data.Text(Why) is not { Length: <= LongestReason } why)
            return null;
        if (isLeftOut)
            return new Edit(initiative.Id, null, null, null, null, null, true, why, by.Id, by.Name, at);
        if (data.Date(Start) is not { } start || data.Number(Months) is not { } months || Whole(data.Text(CostLow)) is not { } low || Whole(data.Text(CostHigh)) is not { } high)
            return null;
        var month = new DateOnly(start.Year, start.Month, 1);
        var owner = data.Text(Owner) is { Length: <= LongestOwner } named ? named : initiative.Owner;
        var isCostChanged = low != initiative.Cost.Low || high != initiative.Cost.High;
        return new Edit(
            initiative.Id,
            month == initiative.Start ? null : month, months == initiative.Months ? null : months, owner == initiative.Owner ? null : owner,
            isCostChanged ? low : null, isCostChanged ? high : null, false, why, by.Id, by.Name, at);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long? Whole(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && amount is >= 0 and < 1_000_000_000_000m ? (long)Math.Round(amount) : null;
}
