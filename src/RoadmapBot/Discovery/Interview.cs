using System.Text.Json.Serialization;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.Discovery;

/// <summary>
/// One person's interview in one engagement: what was asked, what was said, and what stands open. Immutable; <see cref="Interviewer"/> decides
/// what comes next.
/// </summary>
/// <param name="Guide">The id of the guide that asks.</param>
/// <param name="Open">What the next answer belongs to; null only when everything is answered and nothing is being changed.</param>
/// <param name="Asks">How many times something was asked; numbers the asks, so that a card can say which one it is about.</param>
/// <param name="Answers">At most one for each question, in the order in which they were first given.</param>
/// <param name="Fit">How well the playback fits, 1 (not at all) to 4 (fully), once the person has said so.</param>
internal sealed record Interview(
    EngagementId Engagement,
    PersonId Person,
    string Guide,
    InterviewStage Stage,
    Ask? Open,
    int Asks,
    IReadOnlyList<Given> Answers,
    int? Fit,
    string? Remark,
    DateTimeOffset StartedAt,
    DateTimeOffset LastAt)
{
    public Given? Answer(QuestionId question) => Answers.FirstOrDefault(given => given.Question == question);

    /// <summary>The open question was answered before and is being asked again.</summary>
    [JsonIgnore]
    public bool IsChanging => Open is { Probe: null } open && Answer(open.Question) is not null;

    [JsonIgnore]
    public int ProbesUsed => Answers.Sum(given => given.Followups.Count);
}

[JsonConverter(typeof(JsonStringEnumConverter<InterviewStage>))]
internal enum InterviewStage
{
    Asking,

    /// <summary>The person wanted a break; the open question waits.</summary>
    Paused,

    /// <summary>Everything is asked; the person is looking at what was heard.</summary>
    PlayingBack,

    /// <summary>The person said that it fits. Answers can still be changed.</summary>
    Confirmed,
}

/// <summary>A question as it was put, word for word.</summary>
/// <param name="Number">Counts from 1 within the interview.</param>
/// <param name="Version">The guide's version when it was asked.</param>
/// <param name="Probe">What a follow-up question is after; null for the question itself.</param>
internal sealed record Ask(int Number, QuestionId Question, int Version, string Text, Slot? Probe, DateTimeOffset At);

/// <summary>What a person gave to a question.</summary>
/// <param name="Topic">The question's short name, and <paramref name="Asked"/> its words, as they were when it was asked.</param>
/// <param name="Text">The person's own words, letter for letter; for a choice the chosen option's words; null where there is no answer.</param>
/// <param name="Choice">The value of the chosen option.</param>
/// <param name="Message">The channel's id of the message that held it, where it was typed.</param>
internal sealed record Given(
    QuestionId Question,
    int Version,
    string Topic,
    string Asked,
    GivenKind Kind,
    string? Text,
    string? Choice,
    IReadOnlyList<Followup> Followups,
    string? Message,
    DateTimeOffset At);

[JsonConverter(typeof(JsonStringEnumConverter<GivenKind>))]
internal enum GivenKind
{
    Said,
    Chosen,

    /// <summary>Passed over, no reason asked.</summary>
    Skipped,

    /// <summary>"I don't know": goes to the unknowns register.</summary>
    Unknown,

    /// <summary>"Not my area": somebody else should be asked.</summary>
    NotMine,
}

/// <summary>An answer to a follow-up question; null text where the person had nothing to add.</summary>
internal sealed record Followup(Slot Slot, string Asked, string? Text, string? Message, DateTimeOffset At);
