using RoadmapBot.Engagements;

namespace RoadmapBot.Reviews;

/// <summary>What one KPI's readings tell.</summary>
/// <param name="Readings">One for a day, by day.</param>
internal sealed record KpiStory(ChosenKpi Kpi, IReadOnlyList<Reading> Readings, DateOnly Since, DateOnly Today)
{
    /// <summary>So many values say what is usual.</summary>
    private const int EnoughToJudge = 4;

    private const int TimesTheSpread = 5;
    private const int TimesTheBaseline = 10;

    public static KpiStory Of(ChosenKpi kpi, KpiBook book, Engagement engagement, DateTimeOffset now) => new(
        kpi, [.. book.Readings.Where(reading => reading.Kpi == kpi.Id).GroupBy(reading => reading.On).Select(day => day.Last()).OrderBy(reading => reading.On)],
        engagement.Today(kpi.At), engagement.Today(now));

    public Reading? Last => Readings is [.., var last] ? last : null;

    /// <summary>Null where there is nothing to compare the last reading with.</summary>
    public decimal? Before => Readings is [.., var before, _] ? before.Value : Last is null ? null : Kpi.Baseline;

    /// <summary>Nobody has measured it for longer than its rhythm: that is a finding too.</summary>
    public bool IsSilent => Today > (Last?.On ?? Since).AddDays(DaysOf(Kpi.Rhythm));

    public bool Reaches(decimal value) => Kpi.Direction is KpiDirection.Up ? value >= Kpi.Target : value <= Kpi.Target;

    /// <summary>Negative where the second is worse than the first, positive where it is better.</summary>
    public int Compare(decimal first, decimal second) => Kpi.Direction is KpiDirection.Up ? second.CompareTo(first) : first.CompareTo(second);

    /// <summary>So far from what was measured before that it is asked about; it may be right all the same.</summary>
    public bool IsUnusual(decimal value)
    {
        if (Readings.Count < EnoughToJudge)
            return Kpi.Baseline is > 0 and var baseline && (value > baseline * TimesTheBaseline || value * TimesTheBaseline < baseline);
        var usual = Median(Readings.Select(reading => reading.Value));
        var spread = Median(Readings.Select(reading => Math.Abs(reading.Value - usual)));
        return Math.Abs(value - usual) > Math.Max(spread * TimesTheSpread, Math.Abs(usual) / 2);
    }

    private static decimal Median(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static int DaysOf(Rhythm rhythm) => rhythm switch
    {
        Rhythm.Weekly => 7,
        Rhythm.Monthly => 31,
        _ => 92,
    };
}
