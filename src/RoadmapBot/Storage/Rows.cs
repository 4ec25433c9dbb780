using RoadmapBot.Campaign;
using RoadmapBot.Conversation;
using RoadmapBot.Discovery;
using RoadmapBot.Engagements;
using RoadmapBot.PainPoints;
using RoadmapBot.PainPoints.Anonymous;
using RoadmapBot.Reviews;
using RoadmapBot.Roadmaps;
using RoadmapBot.Roadmaps.Scoring;
using RoadmapBot.Teams;
using Progress = RoadmapBot.Roadmaps.Execution.Progress;

namespace RoadmapBot.Storage;

/// <summary>A row whose version rises with every save; a save over another's save is a conflict.</summary>
internal interface IVersioned
{
    int Version { get; set; }
}

internal sealed class EngagementRow : IVersioned
{
    public required TenantId Tenant { get; init; }

    public required EngagementId Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Version { get; set; }

    public required Engagement State { get; set; }
}

internal sealed class MemberRow : IVersioned
{
    public required EngagementId Engagement { get; init; }

    public required PersonId Person { get; init; }

    public int Version { get; set; }

    public required Member State { get; set; }
}

internal sealed class PersonRow
{
    public required TenantId Tenant { get; init; }

    public required PersonId Id { get; init; }

    public required string Name
    {
        get;
        set => (field, SearchName) = (value, ForSearch(value));
    }

    public string SearchName { get; private set; } = "";

    /// <summary>In upper case by our rules, so that both databases find alike.</summary>
    public static string ForSearch(string name) => name.ToUpperInvariant();
}

internal sealed class ChatStateRow : IVersioned
{
    public required TenantId Tenant { get; init; }

    public required ChatId Chat { get; init; }

    public int Version { get; set; }

    public required ChatState State { get; set; }
}

internal sealed class InterviewRow : IVersioned
{
    public required EngagementId Engagement { get; init; }

    public required PersonId Person { get; init; }

    public int Version { get; set; }

    public required Interview State { get; set; }
}

internal sealed class PainPointRow : IVersioned
{
    public required PainPointId Id { get; init; }

    public required EngagementId Engagement { get; init; }

    public required DateTimeOffset At { get; init; }

    public int Version { get; set; }

    public required PainPoint State
    {
        get;
        set => (field, Thread, Message) = (value, value.In, value.Message);
    }

    /// <summary>With <see cref="Message"/>: where it was said, to find it when that message is edited or deleted.</summary>
    public ChatId? Thread { get; private set; }

    public string? Message { get; private set; }
}

/// <summary>All anonymous pain points of an engagement; see <see cref="AnonymousBox"/> for why they share a row.</summary>
internal sealed class AnonymousBoxRow : IVersioned
{
    public required EngagementId Engagement { get; init; }

    public int Version { get; set; }

    public required AnonymousBox State { get; set; }
}

internal sealed class EnvelopesRow : IVersioned
{
    public required EngagementId Engagement { get; init; }

    public int Version { get; set; }

    public required Envelopes State { get; set; }
}

internal sealed class RoadmapRow : IVersioned
{
    public required EngagementId Engagement { get; init; }

    /// <summary>The roadmap's version; <see cref="Version"/> is the row's.</summary>
    public required int Number { get; init; }

    public int Version { get; set; }

    /// <summary>Of <see cref="State"/>, for queries.</summary>
    public bool IsApproved { get; private set; }

    public required Roadmap State
    {
        get;
        set => (field, IsApproved) = (value, value.IsApproved);
    }
}

internal sealed class ProgressRow : IVersioned
{
    public required EngagementId Engagement { get; init; }

    public int Version { get; set; }

    public required Progress State { get; set; }
}

internal sealed class KpiBookRow : IVersioned
{
    public required EngagementId Engagement { get; init; }

    public int Version { get; set; }

    public required KpiBook State { get; set; }
}

internal sealed class CampaignRow : IVersioned
{
    public required EngagementId Engagement { get; init; }

    public int Version { get; set; }

    public required CampaignBook State { get; set; }
}

internal sealed class ScoringRoundRow : IVersioned
{
    public required EngagementId Engagement { get; init; }

    public required int Number { get; init; }

    public int Version { get; set; }

    public required ScoringRound State { get; set; }
}

/// <summary>The tokens that a day has cost one purse; its name is a digest, and the row goes with the day after next.</summary>
internal sealed class SpendingRow : IVersioned
{
    /// <summary>Counted from 1 January 0001, UTC.</summary>
    public required int Day { get; init; }

    public required string Purse { get; init; }

    public int Version { get; set; }

    public long Tokens { get; set; }
}

/// <summary>How a chat or thread is reached, and the lock that its turns queue at.</summary>
internal sealed class ChatRow
{
    public required ChatId Thread { get; init; }

    public required TenantId Tenant { get; init; }

    /// <summary>In a personal chat the person.</summary>
    public PersonId? Person { get; set; }

    /// <summary>False once the bot was removed or blocked.</summary>
    public bool IsOpen { get; set; }

    public bool IsWelcomed { get; set; }

    public ChatReference? State { get; set; }
}

/// <summary>That an activity was handled, and for ten minutes what was answered to it.</summary>
internal sealed class TurnRow
{
    public required ChatId Thread { get; init; }

    public required string Activity { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Status { get; init; }

    public string? Body { get; set; }
}

/// <summary>A message to send, and after that, for a message with a key, where it is.</summary>
internal sealed class MessageRow
{
    public required string Id { get; init; }

    public required TenantId Tenant { get; init; }

    public PersonId? Person { get; init; }

    /// <summary>Null until the person's chat is known.</summary>
    public ChatId? Thread { get; set; }

    public Chat? Chat { get; set; }

    public string? Key { get; init; }

    public bool Replaces { get; init; }

    public string? AnswerTo { get; init; }

    /// <inheritdoc cref="OutgoingMessage"/>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Null once it is sent: people's words stay in one place.</summary>
    public string? Body { get; set; }

    /// <summary>The channel's id of the message, once it is sent.</summary>
    public string? Activity { get; set; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Something to do, at a time, in order within its lane.</summary>
internal sealed class WorkRow
{
    public long Id { get; init; }

    public required string Kind { get; init; }

    public required string Lane { get; init; }

    public required string Payload { get; init; }

    public required DateTimeOffset Due { get; set; }

    public required DateTimeOffset Noted { get; init; }

    /// <summary>The span that noted it, as W3C trace context, so that one trace reaches from the activity to its answer; null where nobody records.</summary>
    public string? Trace { get; init; }

    /// <summary>Until then the instance that claimed it works on it.</summary>
    public DateTimeOffset LeaseUntil { get; set; }

    /// <summary>Rises with every claim, so that an instance that lost its lease cannot finish the work of the next.</summary>
    public int Fence { get; set; }

    public int Attempt { get; set; }
}
