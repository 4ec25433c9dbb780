using System.Text.Json.Serialization;
using RoadmapBot.Conversation;

namespace RoadmapBot.Engagements;

/// <summary>What the audit log knows of. A new kind, such as a prompt with its model's version, needs a name here and nothing else.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuditKind>))]
internal enum AuditKind
{
    Role,
    Answer,

    /// <summary>How well the playback fits, in the person's own judgement.</summary>
    Playback,
    PainPoint,

    /// <summary>A version of the roadmap, with the fingerprint of what it was drafted from.</summary>
    Draft,

    /// <summary>What a language model worded in a version: prompt files with their hashes, model, tokens, and the words.</summary>
    Model,
    Edit,

    /// <summary>What somebody told of how an initiative gets on.</summary>
    Progress,

    /// <summary>What success is measured by.</summary>
    Kpi,

    /// <summary>What was measured.</summary>
    Reading,
    Approval,
    Objection,
    Share,

    /// <summary>People were invited to answer, or that was paused or ended.</summary>
    Campaign,

    /// <summary>Something was handed out as a file.</summary>
    Export,

    /// <summary>Entries were made unreadable because a person's data was erased.</summary>
    Erasure,
}

/// <summary>
/// The engagement's audit log, for what changes no stored state. Answers, pain points, roles, versions, edits, approvals, objections, progress, KPIs and their readings are not noted
/// by hand: saving them notes them. What is anonymous is never noted: an entry has a time, an order and an author.
/// </summary>
internal interface IAuditLog
{
    /// <summary>Notes it together with the unit of work that it happens in.</summary>
    /// <param name="about">Whose data it is, or whom it was handed to; null for nobody's.</param>
    /// <param name="subject">What it is about, in ids: <c>version/3</c>.</param>
    /// <param name="content">Only a salted digest of it is kept.</param>
    void Note(EngagementId engagement, AuditKind kind, PersonId? about, string subject, string content);

    /// <summary>
    /// Makes every entry of or about the person unreadable, and every earlier one about what this unit of work changes, and notes that it was done.
    /// </summary>
    /// <param name="person">Null for everybody.</param>
    void Erase(EngagementId engagement, PersonId? person);
}
