using System.Text.Json.Serialization;
using RoadmapBot.Conversation;
using RoadmapBot.Conversation.Cards;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>Names a question over all guides and for ever: answers are kept under it.</summary>
[JsonConverter(typeof(TextIdConverter<QuestionId>))]
internal readonly record struct QuestionId(string Value) : ITextId<QuestionId>
{
    public static QuestionId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>What people of one role are asked, in this order.</summary>
/// <param name="Version">Rises with every change of a question's meaning; an answer belongs to question id and version.</param>
/// <param name="Promise">The time that the person is promised; <see cref="Length"/> never exceeds it.</param>
/// <param name="Probes">Most follow-up questions in one interview.</param>
internal sealed record Guide(string Id, Role Role, int Version, TimeSpan Promise, int Probes, IReadOnlyList<Question> Questions)
{
    /// <summary>What a follow-up question and its answer take.</summary>
    public static TimeSpan ProbeTime { get; } = TimeSpan.FromSeconds(20);

    /// <summary>The longest interview: every question asked and every probe used.</summary>
    public TimeSpan Length => Questions.Aggregate(Probes * ProbeTime, (sum, question) => sum + question.Time);
}

/// <param name="Covers">Ids of <see cref="Checklist"/>; empty for a question that goes beyond it.</param>
/// <param name="Topic">Two to five words, shown in the playback.</param>
/// <param name="Why">One sentence: what the answer changes.</param>
/// <param name="Time">What reading and answering take.</param>
/// <param name="Choices">What can be chosen; empty for an open question. The title stands as the person's words when it is chosen.</param>
/// <param name="Slots">What a full answer holds, most wanted first; empty for a closed question.</param>
/// <param name="Probes">The follow-up question for a slot that is missing; only slots of <paramref name="Slots"/>, not necessarily all.</param>
/// <param name="OnlyIf">Null where the question is always asked.</param>
internal sealed record Question(
    QuestionId Id,
    IReadOnlyList<string> Covers,
    string Topic,
    string Text,
    string Why,
    TimeSpan Time,
    IReadOnlyList<Choice> Choices,
    IReadOnlyList<Slot> Slots,
    IReadOnlyDictionary<Slot, string> Probes,
    Condition? OnlyIf)
{
    public bool IsClosed => Choices.Count > 0;
}

/// <summary>Ask only where an earlier closed question was answered with one of these choices.</summary>
/// <param name="Question">Stands earlier in the same guide.</param>
/// <param name="Chosen">Values of its choices.</param>
internal sealed record Condition(QuestionId Question, IReadOnlyList<string> Chosen);

/// <summary>What an answer can hold that makes it useful.</summary>
internal enum Slot
{
    /// <summary>How much, how many, how often, how long.</summary>
    Amount,

    /// <summary>When, since when, by when.</summary>
    Date,

    /// <summary>Which program, device or service.</summary>
    System,

    /// <summary>Who does it or decides it; also that nobody does.</summary>
    Owner,

    /// <summary>A concrete occasion.</summary>
    Example,
}
