namespace RoadmapBot.Planning;

/// <summary>Whole amounts spread evenly over months, so that the parts add up to the whole.</summary>
internal static class Apportionment
{
    public static long Part(long whole, int parts, int index) => (whole * (index + 1) / parts) - (whole * index / parts);

    /// <summary>What is spent in each month of the roadmap: the one-time amount over the initiative's own months, from then on a twelfth of the yearly one.</summary>
    /// <param name="first">The initiative's first month, counted from zero.</param>
    /// <returns>Pairs of month and amount, only within the roadmap.</returns>
    public static IEnumerable<(int Month, long Amount)> Money(long once, long perYear, int first, int months)
    {
        for (var month = first; month < Phases.Horizon; month++)
            yield return (month, month < first + months ? Part(once, months, month - first) : Part(perYear, 12, month - first - months));
    }

    /// <summary>What an initiative costs within the roadmap: once, and each year from its end to the roadmap's.</summary>
    public static long Within(long once, long perYear, int first, int months) => Money(once, perYear, first, months).Sum(part => part.Amount);
}
