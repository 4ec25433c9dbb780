using System.Text.Json.Serialization;
using RoadmapBot.Conversation;
using RoadmapBot.Engagements;

namespace RoadmapBot.PainPoints.Anonymous;

/// <summary>
/// An engagement's anonymous pain points, all in one row and sorted by their random ids: rows of their own would tell by their order, and on
/// PostgreSQL by their transaction, which came after which.
/// </summary>
/// <param name="Batches">What was shown at once; never changed afterwards.</param>
/// <param name="Salt">Makes the blind tokens of the current quarter; null where nobody has reported in it.</param>
/// <param name="IsWoken">A nightly job is noted for it.</param>
internal sealed record AnonymousBox(EngagementId Engagement, IReadOnlyList<AnonymousPoint> Points, IReadOnlyList<Batch> Batches, Salt? Salt, bool IsWoken)
{
    public static AnonymousBox Empty(EngagementId engagement) => new(engagement, [], [], null, IsWoken: false);

    [JsonIgnore]
    public IEnumerable<AnonymousPoint> Shown => Points.Where(point => point.Batch is not null);

    /// <summary>How many reports have been shown. What is taken back afterwards still counts: one less would tell whose cell it came from.</summary>
    [JsonIgnore]
    public int Count => Batches.Sum(batch => batch.Reports);

    public AnonymousPoint? Find(PainPointId id) => Points.FirstOrDefault(point => point.Id == id);

    public Batch BatchOf(AnonymousPoint shown) => Batches.First(batch => batch.Id == shown.Batch);

    public AnonymousBox With(AnonymousPoint point) =>
        this with { Points = [.. Points.Where(other => other.Id != point.Id).Append(point).OrderBy(other => other.Id.Value, StringComparer.Ordinal)] };

    public AnonymousBox Without(PainPointId id) => this with { Points = [.. Points.Where(other => other.Id != id)] };
}

/// <summary>Random, and thrown away with its quarter.</summary>
internal sealed record Salt(string Quarter, string Value);

/// <summary>A pain point without author, order and time.</summary>
/// <param name="Id">Random.</param>
/// <param name="Department">Null unless enough people share it to hide in; so is the role.</param>
/// <param name="Quarter">Such as <c>2026-Q4</c>: all that is kept of the time.</param>
/// <param name="Token">The same for what one person reports in one quarter, so that five reports of one person are not five people. See <see cref="AnonymousReports"/>.</param>
/// <param name="Stage">How long it has waited, in nights.</param>
/// <param name="Batch">With which others it is shown; null where it is not.</param>
internal sealed record AnonymousPoint(
    PainPointId Id, string Text, string Kind, string? Department, Role? Role, string Quarter, string Token, WaitingStage Stage, string? Batch, IReadOnlyList<FollowUp> FollowUps, bool IsTakenBack);

/// <summary>Points that were shown together, from five people or more, and what all of them share.</summary>
/// <param name="Reports">How many there were then. Never how many people: from that and the threshold a small cell could be reckoned.</param>
internal sealed record Batch(string Id, string? Department, Role? Role, string? Kind, string Quarter, int Reports);

/// <summary>A question to whoever reported it, and what came of it.</summary>
/// <param name="By">Who asks.</param>
/// <param name="Stage">How long the outcome has waited; null where there is none.</param>
internal sealed record FollowUp(string Id, PersonId By, string Question, bool IsSent, FollowUpOutcome? Outcome, string? Answer, WaitingStage? Stage);

[JsonConverter(typeof(JsonStringEnumConverter<FollowUpOutcome>))]
internal enum FollowUpOutcome
{
    Answered,
    Declined,

    /// <summary>The person has ended it, or it can no longer be found.</summary>
    Ended,
}

/// <summary>What comes today goes on after the next full day: the hour it was said in cannot be told from the hour it is read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaitingStage>))]
internal enum WaitingStage
{
    Today,
    Yesterday,
    Out,
}

/// <summary>
/// The sealed addresses of an engagement's anonymous reporters, kept apart from the points: without the key an address cannot be opened, nor joined
/// with its point. See <see cref="Seal"/> for what somebody with the key can do.
/// </summary>
internal sealed record Envelopes(EngagementId Engagement, IReadOnlyList<Envelope> All)
{
    public Envelope? Find(string handle) => All.FirstOrDefault(one => one.Handle == handle);

    public Envelopes With(Envelope envelope) => this with { All = [.. All.Append(envelope).OrderBy(one => one.Handle, StringComparer.Ordinal)] };

    public Envelopes Without(string handle) => this with { All = [.. All.Where(one => one.Handle != handle)] };
}

/// <param name="Handle">Made from the point's id under the key.</param>
internal sealed record Envelope(string Handle, string Address, string Quarter);

/// <summary>Anonymous pain points and, apart from them, the way back to who reported them.</summary>
internal interface IAnonymousStore
{
    /// <returns>An empty one where there is none.</returns>
    Task<AnonymousBox> Box(EngagementId engagement, CancellationToken cancel);

    /// <inheritdoc cref="Box"/>
    Task<Envelopes> Envelopes(EngagementId engagement, CancellationToken cancel);

    void Save(AnonymousBox box);

    void Save(Envelopes envelopes);
}
