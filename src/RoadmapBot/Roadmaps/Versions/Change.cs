using RoadmapBot.Planning;

namespace RoadmapBot.Roadmaps.Versions;

/// <summary>One thing that is different about one initiative, in full: what a plan was and what it became, so that the one can be made of the other.</summary>
/// <param name="Title">As the later plan has it, where it is in that one.</param>
internal abstract record Change(string Initiative, string Title)
{
    internal sealed record Dropped(Initiative Was) : Change(Was.Id, Was.Title);

    internal sealed record Added(Initiative Is) : Change(Is.Id, Is.Title);

    /// <summary>It begins at another time.</summary>
    internal sealed record Moved(string Initiative, string Title, DateOnly From, DateOnly To) : Change(Initiative, Title);

    /// <summary>It takes longer, or less long.</summary>
    internal sealed record Lasts(string Initiative, string Title, int From, int To) : Change(Initiative, Title);

    internal sealed record Costs(string Initiative, string Title, Price From, Price To) : Change(Initiative, Title);

    internal sealed record OwnedBy(string Initiative, string Title, string From, string To) : Change(Initiative, Title);

    /// <summary>It is done for other gaps.</summary>
    internal sealed record Answers(string Initiative, string Title, IReadOnlyList<string> Gained, IReadOnlyList<string> Lost) : Change(Initiative, Title);
}

/// <param name="Low">Once, in whole units of the plan's currency.</param>
/// <param name="High">Once.</param>
internal sealed record Price(long Low, long High, long Yearly)
{
    public static Price Of(Cost cost) => new(cost.Low, cost.High, cost.RecurringPerYear);

    /// <summary>To compare with: the middle of the range, and a year.</summary>
    public long Weight => (Low / 2) + (High / 2) + Yearly;
}
