using System.Text.Json.Serialization;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;

namespace RoadmapBot.Campaign.Passing;

[JsonConverter(typeof(JsonStringEnumConverter<PassState>))]
internal enum PassState
{
    /// <summary>The last of the chain has it.</summary>
    Waiting,
    Answered,
    Declined,

    /// <summary>Nobody answered by the deadline.</summary>
    Expired,
}

/// <summary>One question that somebody passed on to a colleague. The answer itself stands in the interview of whoever gave it.</summary>
/// <param name="Version">The guide's version when it was asked.</param>
/// <param name="Asked">The question, word for word.</param>
/// <param name="Chain">Whoever passed it on first, then everybody it came to; nobody twice. The last one has it.</param>
/// <param name="Context">What whoever passed it on wrote beside it; null for nothing.</param>
/// <param name="Deadline">The last day, by the engagement's clock.</param>
internal sealed record Pass(
    string Id, QuestionId Question, int Version, string Topic, string Asked, IReadOnlyList<PersonId> Chain, string? Context, DateOnly Deadline, PassState State, DateTimeOffset At)
{
    /// <summary>Who began it and is owed an answer.</summary>
    [JsonIgnore]
    public PersonId Asker => Chain[0];

    /// <summary>Who has it now, or had it when it ended.</summary>
    [JsonIgnore]
    public PersonId Holder => Chain[^1];
}

/// <summary>How far a question may be passed on.</summary>
internal static class PassRules
{
    /// <summary>To a colleague, and by the colleague to another; not further.</summary>
    public const int MostHops = 2;

    /// <summary>So many questions of one person wait for others at a time.</summary>
    public const int MostOfOne = 5;

    /// <summary>So many questions of others wait for one person at a time.</summary>
    public const int MostForOne = 3;

    public const int LongestDays = 30;

    public static bool HasHopsLeft(Pass pass) => pass.State is PassState.Waiting && pass.Chain.Count <= MostHops;

    /// <summary>The same question with the next colleague.</summary>
    /// <returns>Null where it has gone far enough, has ended, or has been with that person before.</returns>
    public static Pass? On(Pass pass, PersonId to, string? context) =>
        HasHopsLeft(pass) && !pass.Chain.Contains(to) ? pass with { Chain = [.. pass.Chain, to], Context = context ?? pass.Context } : null;

    /// <summary>Whether a question may go to somebody who has answered it or is being asked it already.</summary>
    /// <param name="theirs">The person's interview; null where it has not begun.</param>
    public static bool IsKnown(QuestionId question, PersonId to, Interview? theirs, IReadOnlyList<Pass> passes) =>
        theirs?.Answer(question)?.Text is not null || passes.Any(pass => pass.State is PassState.Waiting && pass.Question == question && pass.Holder == to);

    /// <summary>Whom the holder of a question can ask: members that it has not been with and who have no full hands.</summary>
    /// <param name="chain">Who has it or had it.</param>
    public static IReadOnlyList<Member> Colleagues(IReadOnlyList<Member> members, IReadOnlyList<PersonId> chain, IReadOnlyList<Pass> passes) =>
        [.. members.Where(member => !chain.Contains(member.Person) && passes.Count(pass => pass.State is PassState.Waiting && pass.Holder == member.Person) < MostForOne)];
}
