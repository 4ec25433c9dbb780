namespace RoadmapBot.Planning;

/// <summary>The three phases of a roadmap in months from its start. Everything that asks for their bounds asks here.</summary>
internal static class Phases
{
    /// <summary>Months that a roadmap lasts.</summary>
    public const int Horizon = 36;

    /// <param name="To">The first month that is no longer in it.</param>
    internal readonly record struct Bounds(Phase Phase, int From, int To);

    /// <summary>The first six months are for what cannot wait, the next twelve for what takes planning, the rest for growth.</summary>
    public static IReadOnlyList<Bounds> All { get; } = [new(Phase.Short, 0, 6), new(Phase.Mid, 6, 18), new(Phase.Long, 18, Horizon)];

    public static Bounds Of(Phase phase) => All[(int)phase];

    /// <summary>The phase that a month lies in; what lies before or after the roadmap counts to its first or last phase.</summary>
    public static Phase At(int month) => All.Last(phase => month >= phase.From || phase.Phase is Phase.Short).Phase;

    /// <summary>Whole months from the first of one month to the first of another; negative where <paramref name="to"/> is earlier.</summary>
    public static int MonthsBetween(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
