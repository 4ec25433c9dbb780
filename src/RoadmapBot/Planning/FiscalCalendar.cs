using RoadmapBot.Conversation;

namespace RoadmapBot.Planning;

/// <summary>A quarter of a fiscal year, as far as it lies in the roadmap.</summary>
/// <param name="Index">Counts from zero at the roadmap's start.</param>
/// <param name="FirstMonth">Counts from zero at the roadmap's start.</param>
/// <param name="Months">Three; fewer for a quarter that the roadmap's start or end cuts.</param>
/// <param name="Year">The calendar year in which the fiscal year ends, by which it is called.</param>
/// <param name="Number">1 to 4.</param>
internal sealed record FiscalQuarter(int Index, int FirstMonth, int Months, int Year, int Number)
{
    public string Name => PlanningTexts.Quarter.With(Number, Year);
}

/// <summary>The roadmap's months in quarters of the organisation's fiscal year.</summary>
internal sealed class FiscalCalendar
{
    private readonly int[] _quarterOf = new int[Phases.Horizon];

    /// <param name="start">The first day of the roadmap's first month.</param>
    /// <param name="yearFrom">The month in which the fiscal year begins, 1 to 12.</param>
    public FiscalCalendar(DateOnly start, int yearFrom)
    {
        var quarters = new List<FiscalQuarter>();
        for (var month = 0; month < Phases.Horizon; month++)
        {
            var date = start.AddMonths(month);
            var intoYear = (date.Month - yearFrom + 12) % 12;
            if (month == 0 || intoYear % 3 == 0)
                quarters.Add(new FiscalQuarter(quarters.Count, month, 0, date.AddMonths(11 - intoYear).Year, (intoYear / 3) + 1));
            quarters[^1] = quarters[^1] with { Months = quarters[^1].Months + 1 };
            _quarterOf[month] = quarters.Count - 1;
        }
        Quarters = quarters;
    }

    public IReadOnlyList<FiscalQuarter> Quarters { get; }

    /// <param name="month">Counts from zero at the roadmap's start.</param>
    public FiscalQuarter At(int month) => Quarters[_quarterOf[month]];
}
