namespace RoadmapBot.Planning.WhatIf;

/// <summary>Something that might happen, as far as a plan depends on it.</summary>
internal abstract record Scenario
{
    /// <param name="Percent">1 to 100.</param>
    internal sealed record BudgetCut(int Percent) : Scenario;

    /// <param name="PerQuarter">Whole units of the currency.</param>
    internal sealed record BudgetOf(long PerQuarter) : Scenario;

    /// <param name="Count">How many people leave IT; null for half of them.</param>
    /// <param name="Name">As it was said; null where nobody was named.</param>
    internal sealed record PeopleLeave(int? Count, string? Name) : Scenario;

    /// <param name="Initiative">The library entry.</param>
    internal sealed record DueBy(string Initiative, DateOnly By) : Scenario;

    /// <summary>A merger, or growth.</summary>
    /// <param name="People">Who join; zero where nobody said how many.</param>
    /// <param name="Sites">That are added; zero where nobody said how many.</param>
    /// <param name="On">The first day on which they can be there; null where no day was named.</param>
    internal sealed record Growth(int People, int Sites, DateOnly? On = null) : Scenario;

    internal sealed record Delay(int Months) : Scenario;

    /// <param name="Initiative">The library entry.</param>
    internal sealed record Drop(string Initiative) : Scenario;

    /// <param name="Initiative">The library entry.</param>
    internal sealed record Force(string Initiative) : Scenario;
}
