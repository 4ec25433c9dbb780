using System.Globalization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;
using RoadmapBot.Planning;

namespace RoadmapBot.Reviews;

/// <summary>How one KPI is measured: which way is better, from what to what, how often.</summary>
internal static class KpiForm
{
    public const string Verb = "kpi/edit";
    public const string SaveVerb = "kpi/save";
    public const string DropVerb = "kpi/drop";

    private const int LongestValue = 30;

    private const string Direction = "direction";
    private const string Baseline = "baseline";
    private const string Target = "target";
    private const string Every = "rhythm";

    /// <param name="kpi">As the catalogue or the plan has it.</param>
    /// <param name="filled">What was filled in before the fault, so that nothing has to be entered twice.</param>
    public static AdaptiveCard Render(KpiView view, Kpi kpi, CardData filled, string? fault)
    {
        var chosen = view.Book.Find(kpi.Id);
        var title = KpiTexts.FormTitle.With(kpi.Name);
        return new AdaptiveCard(title,
        [
            KpiView.Title(title),
            .. KpiView.Fault(fault),
            new TextBlock(Markdown.Escape(KpiTexts.FormIntro.With(kpi.Unit, kpi.Target))) { IsSubtle = true },
            new ChoiceInput(KpiTexts.FormDirection, [.. Enum.GetValues<KpiDirection>().Select(one => new Choice(KpiCard.NameOf(one), one.ToString()))])
            {
                Id = Direction, Style = "compact", Value = filled.Text(Direction) ?? chosen?.Direction.ToString(), IsRequired = true, ErrorMessage = KpiTexts.FormDirection,
            },
            new TextInput(KpiTexts.FormBaseline.With(kpi.Unit)) { Id = Baseline, Value = filled.Text(Baseline) ?? Text(chosen?.Baseline), MaxLength = LongestValue },
            new TextInput(KpiTexts.FormTarget.With(kpi.Unit)) { Id = Target, Value = filled.Text(Target) ?? Text(chosen?.Target), MaxLength = LongestValue, IsRequired = true, ErrorMessage = KpiTexts.TargetMissing },
            new ChoiceInput(KpiTexts.FormRhythm, [.. Enum.GetValues<Rhythm>().Select(one => new Choice(KpiCard.NameOf(one), one.ToString()))])
            {
                Id = Every, Style = "compact", Value = filled.Text(Every) ?? (chosen?.Rhythm ?? Rhythm.Monthly).ToString(),
            },
        ],
        [
            view.Go(EngagementsTexts.Save, SaveVerb, kpi.Id) with { Style = "positive" },
            .. chosen is null ? Array.Empty<CardAction>() : [view.Go(KpiTexts.Drop, DropVerb, kpi.Id) with { Style = "destructive", AssociatedInputs = "none" }],
            view.Go(EngagementsTexts.Back, chosen is null ? ChooseKpiForm.Verb : KpiCard.Verb, kpi.Id) with { AssociatedInputs = "none" },
        ]);
    }

    /// <returns>The KPI, or what is wrong with the form as a text for the person.</returns>
    public static (ChosenKpi? Chosen, string? Fault) Read(CardData data, Kpi kpi, Person by, DateTimeOffset at)
    {
        if (!data.TryChoice<KpiDirection>(Direction, out var direction) || !data.TryChoice<Rhythm>(Every, out var rhythm))
            return (null, KpiTexts.FormIncomplete);
        if (data.Text(Target) is null)
            return (null, KpiTexts.TargetMissing);
        var (target, wrong) = KpiValue.Read(data.Text(Target), kpi.Unit);
        if (target is null)
            return (null, KpiTexts.InTarget.With(wrong));
        var (baseline, fault) = data.Text(Baseline) is { } text ? KpiValue.Read(text, kpi.Unit) : (null, null);
        if (fault is not null)
            return (null, KpiTexts.InBaseline.With(fault));
        if (baseline is { } from && (direction is KpiDirection.Up ? target < from : target > from))
            return (null, KpiTexts.WrongWay);
        return (new ChosenKpi(kpi.Id, kpi.Category, kpi.Name, kpi.Unit, direction.Value, baseline, target.Value, rhythm.Value, by.Id, by.Name, at), null);
    }

    private static string? Text(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture);
}
