using RoadmapBot.Conversation;

namespace RoadmapBot.Planning;

/// <summary>
/// What an initiative brings: with its arithmetic where somebody said what the trouble costs, or else the library's sentence, as an assumption and without a figure.
/// </summary>
internal static class ReturnRules
{
    /// <summary>A year without holidays.</summary>
    private const int WorkingWeeks = 46;

    /// <param name="losses">What was said around the gaps that the initiative addresses.</param>
    /// <param name="currency">ISO 4217.</param>
    public static Return Of(InitiativeEntry entry, IReadOnlyList<StatedLoss> losses, InitiativeLibrary library, string currency)
    {
        var told = losses.DistinctBy(loss => loss.Receipt).ToArray();
        if (told.Length == 0)
            return new Return(entry.Return, Basis.Assumption, Assumed(library.Kpis[entry.Outcomes[0].Kpi].Category), []);
        var kind = told.Any(loss => loss is StatedLoss.Revenue) ? ReturnClass.RevenueProtected : told.Any(loss => loss is StatedLoss.Loss) ? ReturnClass.LossAvoided : ReturnClass.HoursSaved;
        return new Return(
            string.Join(' ', told.CountBy(loss => InWords(loss, currency)).Select(words => words.Value == 1 ? words.Key : PlanningTexts.ReturnSaidOften.With(words.Key, words.Value)).Append(PlanningTexts.ReturnUpTo)), Basis.Stated, kind, [.. told.Select(loss => loss.Receipt)]);
    }

    private static string InWords(StatedLoss loss, string currency) => loss switch
    {
        StatedLoss.Hours { People: { } people, PerWeek: var hours } => PlanningTexts.ReturnHours.With(hours, people, WorkingWeeks, hours * people * WorkingWeeks),
        StatedLoss.Hours { PerWeek: var hours } => PlanningTexts.ReturnHoursEach.With(hours, WorkingWeeks, hours * WorkingWeeks),
        StatedLoss.Loss { TimesPerYear: { } times, Amount: var amount } => PlanningTexts.ReturnLosses.With(currency, amount, times, amount * times),
        StatedLoss.Loss { Amount: var amount } => PlanningTexts.ReturnLoss.With(currency, amount),
        StatedLoss.Revenue { Amount: var amount } => PlanningTexts.ReturnRevenue.With(currency, amount),
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, null),
    };

    private static ReturnClass Assumed(KpiCategory measured) => measured is KpiCategory.Uptime or KpiCategory.SecurityIncidents ? ReturnClass.LossAvoided : ReturnClass.HoursSaved;
}
